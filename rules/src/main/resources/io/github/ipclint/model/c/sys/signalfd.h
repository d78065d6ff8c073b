/* <sys/signalfd.h>: Linux, signalfd(2). */

[[ipc::acquires(result, descriptor, mode(O_RDONLY), when(fd == -1)), ipc::becomes(result, datagram), ipc::uses(fd, unless(fd == -1)), ipc::reads(mask),
  ipc::becomes(result, cloexec, when(flags & SFD_CLOEXEC)), ipc::becomes(result, nonblocking, when(flags & SFD_NONBLOCK)),
  ipc::fails(-1, EBADF, EINVAL, ENODEV, ENOMEM, stuck(EMFILE, ENFILE)), ipc::must_check, ipc::seed]]
int signalfd(int fd, const sigset_t *mask, int flags);
