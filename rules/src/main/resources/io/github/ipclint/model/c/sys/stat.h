/* <sys/stat.h>: POSIX.1-2024 XBD sys/stat.h. */

[[ipc::names(path, file, path), ipc::creates(path, exclusive(1), mode(mode)), ipc::becomes(path, fifo), ipc::reads(path),
  ipc::fails(-1, EACCES, EDQUOT, EEXIST, ELOOP, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EROFS), ipc::async_signal_safe, ipc::seed]]
int mkfifo(const char *path, mode_t mode);

[[ipc::names(path, file, path), ipc::creates(path, exclusive(1), mode(mode)), ipc::becomes(path, fifo), ipc::reads(path),
  ipc::fails(-1, EACCES, EBADF, EDQUOT, EEXIST, ELOOP, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EROFS), ipc::async_signal_safe, ipc::seed]]
int mkfifoat(int fd, const char *path, mode_t mode);

[[ipc::names(path, file, path, when((mode & S_IFMT) == S_IFIFO)),
  ipc::creates(path, exclusive(1), mode(mode & 07777), when((mode & S_IFMT) == S_IFIFO)),
  ipc::becomes(path, fifo, when((mode & S_IFMT) == S_IFIFO)), ipc::reads(path),
  ipc::fails(-1, EACCES, EDQUOT, EEXIST, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOSPC, ENOTDIR, EPERM, EROFS),
  ipc::async_signal_safe, ipc::seed]]
int mknod(const char *path, mode_t mode, dev_t dev);

[[ipc::names(path, file, path, when((mode & S_IFMT) == S_IFIFO)),
  ipc::creates(path, exclusive(1), mode(mode & 07777), when((mode & S_IFMT) == S_IFIFO)),
  ipc::becomes(path, fifo, when((mode & S_IFMT) == S_IFIFO)), ipc::reads(path),
  ipc::fails(-1, EACCES, EBADF, EDQUOT, EEXIST, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOSPC, ENOTDIR, EPERM, EROFS),
  ipc::async_signal_safe, ipc::seed]]
int mknodat(int fd, const char *path, mode_t mode, dev_t dev);

[[ipc::reads(path), ipc::fails(-1, EACCES, EDQUOT, EEXIST, EINVAL, ELOOP, EMLINK, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS),
  ipc::async_signal_safe]]
int mkdir(const char *path, mode_t mode);
[[ipc::reads(path),
  ipc::fails(-1, EACCES, EBADF, EDQUOT, EEXIST, EINVAL, ELOOP, EMLINK, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS),
  ipc::async_signal_safe]]
int mkdirat(int fd, const char *path, mode_t mode);

[[ipc::reads(path), ipc::fails(-1, EACCES, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, ENOTSUP, EPERM, EROFS), ipc::async_signal_safe]]
int chmod(const char *path, mode_t mode);
[[ipc::uses(fildes), ipc::fails(-1, EBADF, EIO, EPERM, EROFS), ipc::async_signal_safe]] int fchmod(int fildes, mode_t mode);
[[ipc::reads(path), ipc::fails(-1, EACCES, EBADF, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, ENOTSUP, EPERM, EROFS),
  ipc::async_signal_safe]]
int fchmodat(int fd, const char *path, mode_t mode, int flag);
[[ipc::reads(path)]] int lchmod(const char *path, mode_t mode);

[[ipc::reads(path), ipc::fills(buf), ipc::fails(-1, EACCES, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR, EOVERFLOW),
  ipc::async_signal_safe]]
int stat(const char *path, struct stat *buf);
[[ipc::reads(path), ipc::fills(buf), ipc::fails(-1, EACCES, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR, EOVERFLOW),
  ipc::async_signal_safe]]
int lstat(const char *path, struct stat *buf);
[[ipc::uses(fildes), ipc::fills(buf), ipc::fails(-1, EIO, EOVERFLOW, stuck(EBADF)), ipc::async_signal_safe]]
int fstat(int fildes, struct stat *buf);
[[ipc::reads(path), ipc::fills(buf), ipc::fails(-1, EACCES, EBADF, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR, EOVERFLOW),
  ipc::async_signal_safe]]
int fstatat(int fd, const char *path, struct stat *buf, int flag);
[[ipc::reads(path), ipc::fills(buf), ipc::fails(-1)]]
int statx(int fd, const char *path, int flags, unsigned int mask, struct statx *buf);
[[ipc::uses(fd), ipc::fails(-1, EACCES, EBADF, EINVAL, EPERM, EROFS), ipc::async_signal_safe]]
int futimens(int fd, const struct timespec times[2]);
[[ipc::reads(path), ipc::fails(-1, EACCES, EBADF, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, EPERM, EROFS), ipc::async_signal_safe]]
int utimensat(int fd, const char *path, const struct timespec times[2], int flag);
[[ipc::async_signal_safe]] mode_t umask(mode_t cmask);

int S_ISBLK(mode_t mode);
int S_ISCHR(mode_t mode);
int S_ISDIR(mode_t mode);
int S_ISFIFO(mode_t mode);
int S_ISREG(mode_t mode);
int S_ISLNK(mode_t mode);
int S_ISSOCK(mode_t mode);
