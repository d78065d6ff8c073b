/* <sys/sendfile.h>: Linux, sendfile(2). */

[[ipc::uses(out_fd, writable), ipc::uses(in_fd, readable), ipc::transfers(in, in_fd, unless(offset)), ipc::transfers(out, out_fd),
  ipc::becomes(in_fd, offset_moved, unless(offset)), ipc::blocks(out_fd), ipc::orders_before(out_fd),
  ipc::fails(-1, EAGAIN, EINTR, EIO, ENOMEM, EOVERFLOW, stuck(EBADF, EFAULT, EINVAL, EPIPE, ESPIPE)), ipc::must_check,
  ipc::interruptible]]
ssize_t sendfile(int out_fd, int in_fd, off_t *offset, size_t count);
[[ipc::uses(fd_in, readable), ipc::uses(fd_out, writable), ipc::transfers(in, fd_in), ipc::transfers(out, fd_out),
  ipc::fails(-1, EBADF, EFBIG, EINVAL, EIO, EISDIR, ENOMEM, ENOSPC, EOPNOTSUPP, EOVERFLOW, EPERM, ETXTBSY, EXDEV), ipc::must_check]]
ssize_t copy_file_range(int fd_in, off_t *off_in, int fd_out, off_t *off_out, size_t len, unsigned int flags);
