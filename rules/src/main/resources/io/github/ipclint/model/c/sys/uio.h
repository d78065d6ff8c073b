/* <sys/uio.h>: POSIX.1-2024 XBD sys/uio.h, and what Linux adds. The first element stands for the vector. */

struct iovec {
    void *iov_base;
    size_t iov_len;
};

[[ipc::uses(fildes, readable), ipc::transfers(in, fildes, iov[0].iov_base, iov[0].iov_len), ipc::fills(iov[0].iov_base, iov[0].iov_len),
  ipc::blocks(fildes), ipc::orders_after(fildes), ipc::becomes(fildes, offset_moved),
  ipc::fails(-1, EAGAIN, ECONNRESET, EINTR, EIO, ETIMEDOUT, EWOULDBLOCK, stuck(EBADF, EFAULT, EINVAL, EISDIR, ENOTCONN, ENXIO)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible]]
ssize_t readv(int fildes, const struct iovec *iov, int iovcnt);

[[ipc::uses(fildes, writable), ipc::transfers(out, fildes, iov[0].iov_base, iov[0].iov_len), ipc::reads(iov[0].iov_base, iov[0].iov_len),
  ipc::blocks(fildes), ipc::orders_before(fildes), ipc::becomes(fildes, offset_moved),
  ipc::fails(-1, EAGAIN, ECONNRESET, EDESTADDRREQ, EDQUOT, EFBIG, EINTR, EIO, ENOSPC, EPERM, EWOULDBLOCK,
             stuck(EBADF, EFAULT, EINVAL, ENOTCONN, ENXIO, EPIPE)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible]]
ssize_t writev(int fildes, const struct iovec *iov, int iovcnt);

[[ipc::uses(fd, readable), ipc::transfers(in, fd, iov[0].iov_base, iov[0].iov_len), ipc::fills(iov[0].iov_base, iov[0].iov_len),
  ipc::blocks(fd), ipc::fails(-1, EAGAIN, EINTR, EIO, stuck(EBADF, EFAULT, EINVAL, EISDIR, ESPIPE)), ipc::must_check, ipc::interruptible]]
ssize_t preadv(int fd, const struct iovec *iov, int iovcnt, off_t offset);
[[ipc::uses(fd, writable), ipc::transfers(out, fd, iov[0].iov_base, iov[0].iov_len), ipc::reads(iov[0].iov_base, iov[0].iov_len),
  ipc::blocks(fd), ipc::fails(-1, EAGAIN, EDQUOT, EFBIG, EINTR, EIO, ENOSPC, stuck(EBADF, EFAULT, EINVAL, EPIPE, ESPIPE)),
  ipc::must_check, ipc::interruptible]]
ssize_t pwritev(int fd, const struct iovec *iov, int iovcnt, off_t offset);

[[ipc::fills(local_iov[0].iov_base, local_iov[0].iov_len), ipc::fails(-1, EFAULT, EINVAL, ENOMEM, EPERM, ESRCH)]]
ssize_t process_vm_readv(pid_t pid, const struct iovec *local_iov, unsigned long liovcnt, const struct iovec *remote_iov,
                         unsigned long riovcnt, unsigned long flags);
[[ipc::reads(local_iov[0].iov_base, local_iov[0].iov_len), ipc::fails(-1, EFAULT, EINVAL, ENOMEM, EPERM, ESRCH)]]
ssize_t process_vm_writev(pid_t pid, const struct iovec *local_iov, unsigned long liovcnt, const struct iovec *remote_iov,
                          unsigned long riovcnt, unsigned long flags);
