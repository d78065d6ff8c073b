/* <fcntl.h>: POSIX.1-2024 XBD fcntl.h, and what Linux adds. */

struct flock {
    short l_type;
    short l_whence;
    off_t l_start;
    off_t l_len;
    pid_t l_pid;
};

/* A FIFO is opened once its other end is open (open(3p), fifo(7)); O_RDWR and O_NONBLOCK do not wait. ENXIO: O_WRONLY | O_NONBLOCK on
   a FIFO that nobody reads. */
[[ipc::names(result, file, path), ipc::acquires(result, file, mode(oflag)), ipc::reads(path),
  ipc::creates(result, exclusive(oflag & O_EXCL), mode(args(0)), when(oflag & O_CREAT)), ipc::argument(2, when(oflag & O_CREAT)),
  ipc::argument(2, when((oflag & O_TMPFILE) == O_TMPFILE)), ipc::sizes(result, 0, when(oflag & O_TRUNC)),
  ipc::becomes(result, cloexec, when(oflag & O_CLOEXEC)), ipc::becomes(result, nonblocking, when(oflag & O_NONBLOCK)),
  ipc::blocks(peer_open, unless(oflag & (O_NONBLOCK | O_RDWR))),
  ipc::fails(-1, EACCES, EBUSY, EDQUOT, EEXIST, EFBIG, EINTR, EINVAL, EISDIR, ELOOP, ENAMETOOLONG, ENODEV, ENOENT, ENOMEM, ENOSPC,
             ENOTDIR, ENXIO, EOPNOTSUPP, EOVERFLOW, EPERM, EROFS, ETXTBSY, EWOULDBLOCK, stuck(EMFILE, ENFILE)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible, ipc::seed]]
int open(const char *path, int oflag, ...);

[[ipc::names(result, file, path), ipc::acquires(result, file, mode(oflag)), ipc::reads(path),
  ipc::creates(result, exclusive(oflag & O_EXCL), mode(args(0)), when(oflag & O_CREAT)), ipc::argument(2, when(oflag & O_CREAT)),
  ipc::argument(2, when((oflag & O_TMPFILE) == O_TMPFILE)), ipc::sizes(result, 0, when(oflag & O_TRUNC)),
  ipc::becomes(result, cloexec, when(oflag & O_CLOEXEC)), ipc::becomes(result, nonblocking, when(oflag & O_NONBLOCK)),
  ipc::blocks(peer_open, unless(oflag & (O_NONBLOCK | O_RDWR))),
  ipc::fails(-1, EACCES, EBUSY, EDQUOT, EEXIST, EFBIG, EINTR, EINVAL, EISDIR, ELOOP, ENAMETOOLONG, ENODEV, ENOENT, ENOMEM, ENOSPC,
             ENOTDIR, ENXIO, EOPNOTSUPP, EOVERFLOW, EPERM, EROFS, ETXTBSY, EWOULDBLOCK, stuck(EMFILE, ENFILE)),
  ipc::must_check, ipc::interruptible, ipc::seed]]
int open64(const char *path, int oflag, ...);

[[ipc::names(result, file, path), ipc::acquires(result, file, mode(oflag)), ipc::reads(path),
  ipc::creates(result, exclusive(oflag & O_EXCL), mode(args(0)), when(oflag & O_CREAT)), ipc::argument(3, when(oflag & O_CREAT)),
  ipc::argument(3, when((oflag & O_TMPFILE) == O_TMPFILE)), ipc::sizes(result, 0, when(oflag & O_TRUNC)),
  ipc::becomes(result, cloexec, when(oflag & O_CLOEXEC)), ipc::becomes(result, nonblocking, when(oflag & O_NONBLOCK)),
  ipc::blocks(peer_open, unless(oflag & (O_NONBLOCK | O_RDWR))),
  ipc::fails(-1, EACCES, EBADF, EBUSY, EDQUOT, EEXIST, EFBIG, EINTR, EINVAL, EISDIR, ELOOP, ENAMETOOLONG, ENODEV, ENOENT, ENOMEM,
             ENOSPC, ENOTDIR, ENXIO, EOPNOTSUPP, EOVERFLOW, EPERM, EROFS, ETXTBSY, EWOULDBLOCK, stuck(EMFILE, ENFILE)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible, ipc::seed]]
int openat(int fd, const char *path, int oflag, ...);

[[ipc::names(result, file, path), ipc::acquires(result, file, mode(O_WRONLY)), ipc::reads(path), ipc::creates(result, mode(mode)),
  ipc::sizes(result, 0), ipc::blocks(peer_open),
  ipc::fails(-1, EACCES, EDQUOT, EFBIG, EINTR, EINVAL, EISDIR, ELOOP, ENAMETOOLONG, ENODEV, ENOENT, ENOMEM, ENOSPC, ENOTDIR, ENXIO,
             EOVERFLOW, EPERM, EROFS, ETXTBSY, stuck(EMFILE, ENFILE)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible, ipc::seed]]
int creat(const char *path, mode_t mode);

/* A record lock orders; F_SETLK fails instead of waiting. F_GETLK only asks. */
/* To ask for the flags is how one finds out whether a descriptor is open. What is registered comes back with a signal. */
[[ipc::uses(fildes, unless(cmd == F_GETFD || cmd == F_GETFL)), ipc::passes(fildes, when(cmd == F_NOTIFY || cmd == F_SETSIG)),
  ipc::duplicates(fildes, result, when(cmd == F_DUPFD || cmd == F_DUPFD_CLOEXEC)),
  ipc::becomes(result, cloexec, when(cmd == F_DUPFD_CLOEXEC)), ipc::becomes(result, not_cloexec, when(cmd == F_DUPFD)),
  ipc::becomes(fildes, cloexec, when(cmd == F_SETFD && (args(0) & FD_CLOEXEC))),
  ipc::becomes(fildes, not_cloexec, when(cmd == F_SETFD && !(args(0) & FD_CLOEXEC))),
  ipc::becomes(fildes, nonblocking, when(cmd == F_SETFL && (args(0) & O_NONBLOCK))),
  ipc::becomes(fildes, blocking, when(cmd == F_SETFL && !(args(0) & O_NONBLOCK))),
  ipc::becomes(fildes, locked, when((cmd == F_SETLK || cmd == F_SETLKW || cmd == F_OFD_SETLK || cmd == F_OFD_SETLKW)
                                    && args(0)->l_type != F_UNLCK)),
  ipc::becomes(fildes, unlocked, when((cmd == F_SETLK || cmd == F_SETLKW || cmd == F_OFD_SETLK || cmd == F_OFD_SETLKW)
                                      && args(0)->l_type == F_UNLCK)),
  ipc::orders_after(fildes, when((cmd == F_SETLK || cmd == F_SETLKW || cmd == F_OFD_SETLK || cmd == F_OFD_SETLKW)
                                 && args(0)->l_type != F_UNLCK)),
  ipc::orders_before(fildes, when((cmd == F_SETLK || cmd == F_SETLKW || cmd == F_OFD_SETLK || cmd == F_OFD_SETLKW)
                                  && args(0)->l_type == F_UNLCK)),
  ipc::blocks(synchronization, fildes, when((cmd == F_SETLKW || cmd == F_OFD_SETLKW) && args(0)->l_type != F_UNLCK)),
  ipc::reads(args(0), when(cmd == F_SETLK || cmd == F_SETLKW || cmd == F_OFD_SETLK || cmd == F_OFD_SETLKW)),
  ipc::fills(args(0), when(cmd == F_GETLK || cmd == F_OFD_GETLK)),
  ipc::fails(-1, EACCES, EAGAIN, EBUSY, EDEADLK, EINTR, EMFILE, ENOLCK, EOVERFLOW, EPERM, stuck(EBADF, EFAULT, EINVAL)),
  ipc::must_check(when((cmd == F_SETLK || cmd == F_SETLKW || cmd == F_OFD_SETLK || cmd == F_OFD_SETLKW)
                       && args(0)->l_type != F_UNLCK)),
  ipc::async_signal_safe, ipc::interruptible, ipc::seed]]
int fcntl(int fildes, int cmd, ...);

[[ipc::uses(fd)]] int posix_fadvise(int fd, off_t offset, off_t len, int advice);
[[ipc::uses(fd, writable), ipc::sizes(fd, offset + len), ipc::becomes(fd, sized), ipc::fails(result != 0), ipc::must_check]]
int posix_fallocate(int fd, off_t offset, off_t len);
[[ipc::uses(fd, writable), ipc::sizes(fd, offset + len, unless(mode)), ipc::becomes(fd, sized, unless(mode)),
  ipc::fails(-1, EBADF, EFBIG, EINTR, EINVAL, EIO, ENODEV, ENOSPC, ENOSYS, EOPNOTSUPP, EPERM, ESPIPE, ETXTBSY), ipc::must_check]]
int fallocate(int fd, int mode, off_t offset, off_t len);
[[ipc::uses(fd), ipc::fails(-1)]] ssize_t readahead(int fd, off_t offset, size_t count);

/* Moving data between pipes and files (splice(2), tee(2), vmsplice(2)). */
[[ipc::uses(fd_in, readable), ipc::uses(fd_out, writable), ipc::transfers(in, fd_in), ipc::transfers(out, fd_out),
  ipc::blocks(fd_in, unless(flags & SPLICE_F_NONBLOCK)), ipc::blocks(fd_out, unless(flags & SPLICE_F_NONBLOCK)),
  ipc::orders_after(fd_in), ipc::orders_before(fd_out), ipc::fails(-1, EAGAIN, EINTR, ENOMEM, stuck(EBADF, EINVAL, EPIPE, ESPIPE)),
  ipc::must_check, ipc::interruptible]]
ssize_t splice(int fd_in, off_t *off_in, int fd_out, off_t *off_out, size_t len, unsigned int flags);
[[ipc::uses(fd_in, readable), ipc::uses(fd_out, writable), ipc::transfers(out, fd_out),
  ipc::blocks(fd_in, unless(flags & SPLICE_F_NONBLOCK)), ipc::fails(-1, EAGAIN, ENOMEM, stuck(EBADF, EINVAL)), ipc::must_check]]
ssize_t tee(int fd_in, int fd_out, size_t len, unsigned int flags);
[[ipc::uses(fd), ipc::transfers(out, fd), ipc::reads(iov), ipc::blocks(fd, unless(flags & SPLICE_F_NONBLOCK)),
  ipc::fails(-1, EAGAIN, ENOMEM, stuck(EBADF, EINVAL)), ipc::must_check]]
ssize_t vmsplice(int fd, const struct iovec *iov, size_t nr_segs, unsigned int flags);
