/* <sys/eventfd.h>: Linux, eventfd(2). The counter is both directions. */

[[ipc::acquires(result, descriptor, mode(O_RDWR)), ipc::becomes(result, datagram), ipc::becomes(result, cloexec, when(flags & EFD_CLOEXEC)),
  ipc::becomes(result, nonblocking, when(flags & EFD_NONBLOCK)), ipc::fails(-1, EINVAL, ENODEV, ENOMEM, stuck(EMFILE, ENFILE)),
  ipc::must_check, ipc::seed]]
int eventfd(unsigned int initval, int flags);
[[ipc::uses(fd, readable), ipc::transfers(in, fd, value, 8), ipc::fills(value), ipc::blocks(fd), ipc::orders_after(fd),
  ipc::fails(-1, EAGAIN, EINTR, stuck(EBADF)), ipc::must_check, ipc::interruptible]]
int eventfd_read(int fd, eventfd_t *value);
[[ipc::uses(fd, writable), ipc::transfers(out, fd), ipc::blocks(fd), ipc::orders_before(fd),
  ipc::fails(-1, EAGAIN, EINTR, stuck(EBADF)), ipc::must_check, ipc::interruptible]]
int eventfd_write(int fd, eventfd_t value);
