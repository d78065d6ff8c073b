/* <unistd.h>: POSIX.1-2024 XBD unistd.h, and what Linux and the BSDs add. */

/* Processes */

[[ipc::forks, ipc::fails(-1, EAGAIN, ENOMEM, ENOSYS), ipc::must_check, ipc::seed]]
pid_t fork(void);

[[ipc::forks, ipc::fails(-1, EAGAIN, ENOMEM), ipc::must_check, ipc::async_signal_safe, ipc::seed]]
pid_t _Fork(void);

[[ipc::forks(vfork), ipc::fails(-1, EAGAIN, ENOMEM), ipc::must_check, ipc::seed]]
pid_t vfork(void);

/* An exec that comes back has failed: there is no success outcome. */
[[ipc::execs(path, arg), ipc::reads(path),
  ipc::fails(-1, E2BIG, EACCES, EAGAIN, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM,
             ENOTDIR, EPERM, ETXTBSY),
  ipc::async_signal_safe, ipc::seed]]
int execl(const char *path, const char *arg, ...);

[[ipc::execs(path, arg), ipc::reads(path),
  ipc::fails(-1, E2BIG, EACCES, EAGAIN, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM,
             ENOTDIR, EPERM, ETXTBSY),
  ipc::async_signal_safe, ipc::seed]]
int execle(const char *path, const char *arg, ...);

[[ipc::execs(file, arg), ipc::reads(file),
  ipc::fails(-1, E2BIG, EACCES, EAGAIN, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM,
             ENOTDIR, EPERM, ETXTBSY),
  ipc::seed]]
int execlp(const char *file, const char *arg, ...);

[[ipc::execs(path, argv), ipc::reads(path),
  ipc::fails(-1, E2BIG, EACCES, EAGAIN, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM,
             ENOTDIR, EPERM, ETXTBSY),
  ipc::async_signal_safe, ipc::seed]]
int execv(const char *path, char *const argv[]);

[[ipc::execs(path, argv), ipc::reads(path),
  ipc::fails(-1, E2BIG, EACCES, EAGAIN, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM,
             ENOTDIR, EPERM, ETXTBSY),
  ipc::async_signal_safe, ipc::seed]]
int execve(const char *path, char *const argv[], char *const envp[]);

[[ipc::execs(file, argv), ipc::reads(file),
  ipc::fails(-1, E2BIG, EACCES, EAGAIN, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM,
             ENOTDIR, EPERM, ETXTBSY),
  ipc::seed]]
int execvp(const char *file, char *const argv[]);

[[ipc::execs(file, argv), ipc::reads(file),
  ipc::fails(-1, E2BIG, EACCES, EAGAIN, EINVAL, EIO, EISDIR, ELIBBAD, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOEXEC, ENOMEM,
             ENOTDIR, EPERM, ETXTBSY),
  ipc::seed]]
int execvpe(const char *file, char *const argv[], char *const envp[]);

[[ipc::execs(fd, argv), ipc::uses(fd),
  ipc::fails(-1, E2BIG, EACCES, EAGAIN, EBADF, EINVAL, EIO, ELOOP, EMFILE, ENFILE, ENOENT, ENOEXEC, ENOMEM, ENOSYS, EPERM, ETXTBSY),
  ipc::async_signal_safe, ipc::seed]]
int fexecve(int fd, char *const argv[], char *const envp[]);

[[noreturn, ipc::ends_process(immediate), ipc::async_signal_safe]]
void _exit(int status);

/* The process goes on under a new id with the same descriptors; 0, 1 and 2 become /dev/null unless the second argument says no. */
[[ipc::fails(-1, EAGAIN, ENOMEM, ENODEV, EPERM), ipc::seed]]
int daemon(int nochdir, int noclose);

[[ipc::value(result), ipc::own_process, ipc::async_signal_safe]] pid_t getpid(void);
[[ipc::value(result), ipc::async_signal_safe]] pid_t getppid(void);
[[ipc::value(result), ipc::async_signal_safe]] pid_t getpgrp(void);
[[ipc::value(result), ipc::fails(-1, EPERM, ESRCH)]] pid_t getpgid(pid_t pid);
[[ipc::value(result), ipc::fails(-1, EPERM, ESRCH)]] pid_t getsid(pid_t pid);
[[ipc::value(result)]] pid_t gettid(void);
[[ipc::fails(-1, EACCES, EINVAL, EPERM, ESRCH), ipc::async_signal_safe]] int setpgid(pid_t pid, pid_t pgid);
[[ipc::fails(-1, EPERM)]] pid_t setpgrp(void);
[[ipc::value(result), ipc::fails(-1, EPERM), ipc::async_signal_safe]] pid_t setsid(void);
[[ipc::value(result), ipc::async_signal_safe]] uid_t getuid(void);
[[ipc::value(result), ipc::async_signal_safe]] uid_t geteuid(void);
[[ipc::value(result), ipc::async_signal_safe]] gid_t getgid(void);
[[ipc::value(result), ipc::async_signal_safe]] gid_t getegid(void);
[[ipc::fills(ruid), ipc::fills(euid), ipc::fills(suid), ipc::fails(-1), ipc::async_signal_safe]]
int getresuid(uid_t *ruid, uid_t *euid, uid_t *suid);
[[ipc::fills(rgid), ipc::fills(egid), ipc::fills(sgid), ipc::fails(-1), ipc::async_signal_safe]]
int getresgid(gid_t *rgid, gid_t *egid, gid_t *sgid);
[[ipc::fills(grouplist), ipc::fails(-1, EINVAL), ipc::async_signal_safe]] int getgroups(int gidsetsize, gid_t grouplist[]);
[[ipc::fails(-1, EAGAIN, EINVAL, EPERM), ipc::async_signal_safe]] int setuid(uid_t uid);
[[ipc::fails(-1, EAGAIN, EINVAL, EPERM), ipc::async_signal_safe]] int seteuid(uid_t uid);
[[ipc::fails(-1, EAGAIN, EINVAL, EPERM), ipc::async_signal_safe]] int setreuid(uid_t ruid, uid_t euid);
[[ipc::fails(-1, EAGAIN, EINVAL, EPERM), ipc::async_signal_safe]] int setresuid(uid_t ruid, uid_t euid, uid_t suid);
[[ipc::fails(-1, EINVAL, EPERM), ipc::async_signal_safe]] int setgid(gid_t gid);
[[ipc::fails(-1, EINVAL, EPERM), ipc::async_signal_safe]] int setegid(gid_t gid);
[[ipc::fails(-1, EINVAL, EPERM), ipc::async_signal_safe]] int setregid(gid_t rgid, gid_t egid);
[[ipc::fails(-1, EINVAL, EPERM), ipc::async_signal_safe]] int setresgid(gid_t rgid, gid_t egid, gid_t sgid);
[[ipc::fails(-1, EPERM)]] int nice(int incr);

/* Descriptors */

/* On Linux the descriptor is gone also when close fails with EINTR (close(2)). A close ends what its peer waits for: a record lock, the
   other end's end-of-file. */
[[ipc::releases(fildes, always), ipc::orders_before(fildes, always), ipc::fails(-1, EDQUOT, EINTR, EIO, ENOSPC, stuck(EBADF)),
  ipc::async_signal_safe, ipc::interruptible]]
int close(int fildes);

[[ipc::releases(fildes, always), ipc::orders_before(fildes, always), ipc::fails(-1, EINPROGRESS, EINTR, EIO, stuck(EBADF)),
  ipc::async_signal_safe]]
int posix_close(int fildes, int flag);

[[ipc::releases_range(lowfd)]]
void closefrom(int lowfd);

[[ipc::releases_range(first, last, unless(flags & CLOSE_RANGE_CLOEXEC)), ipc::fails(-1, EINVAL, EMFILE, ENOMEM)]]
int close_range(unsigned int first, unsigned int last, int flags);

[[ipc::duplicates(fildes, result), ipc::uses(fildes), ipc::becomes(result, not_cloexec),
  ipc::fails(-1, ENOMEM, stuck(EBADF, EMFILE)), ipc::async_signal_safe, ipc::seed]]
int dup(int fildes);

[[ipc::duplicates(fildes, result, at(fildes2)), ipc::uses(fildes), ipc::becomes(result, not_cloexec),
  ipc::fails(-1, EBUSY, EINTR, EMFILE, stuck(EBADF)), ipc::async_signal_safe, ipc::interruptible, ipc::seed]]
int dup2(int fildes, int fildes2);

[[ipc::duplicates(fildes, result, at(fildes2)), ipc::uses(fildes), ipc::becomes(result, cloexec, when(flag & O_CLOEXEC)),
  ipc::becomes(result, not_cloexec, unless(flag & O_CLOEXEC)), ipc::fails(-1, EBUSY, EINTR, EINVAL, EMFILE, stuck(EBADF)),
  ipc::async_signal_safe, ipc::interruptible, ipc::seed]]
int dup3(int fildes, int fildes2, int flag);

[[ipc::acquires(fildes[0], pipe_read_end), ipc::acquires(fildes[1], pipe_write_end), ipc::fails(-1, stuck(EMFILE, ENFILE)),
  ipc::must_check, ipc::async_signal_safe, ipc::seed]]
int pipe(int fildes[2]);

[[ipc::acquires(fildes[0], pipe_read_end), ipc::acquires(fildes[1], pipe_write_end),
  ipc::becomes(fildes[0], cloexec, when(flag & O_CLOEXEC)), ipc::becomes(fildes[1], cloexec, when(flag & O_CLOEXEC)),
  ipc::becomes(fildes[0], nonblocking, when(flag & O_NONBLOCK)), ipc::becomes(fildes[1], nonblocking, when(flag & O_NONBLOCK)),
  ipc::fails(-1, EINVAL, stuck(EMFILE, ENFILE)), ipc::must_check, ipc::async_signal_safe, ipc::seed]]
int pipe2(int fildes[2], int flag);

[[ipc::uses(fildes, readable), ipc::transfers(in, fildes, buf, nbyte), ipc::fills(buf, result), ipc::blocks(fildes),
  ipc::orders_after(fildes), ipc::becomes(fildes, offset_moved),
  ipc::fails(-1, EAGAIN, ECONNRESET, EINTR, EIO, ETIMEDOUT, EWOULDBLOCK, stuck(EBADF, EFAULT, EINVAL, EISDIR, ENOTCONN, ENXIO)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible]]
ssize_t read(int fildes, void *buf, size_t nbyte);

[[ipc::uses(fildes, readable), ipc::transfers(in, fildes, buf, nbyte), ipc::fills(buf, result), ipc::blocks(fildes),
  ipc::orders_after(fildes), ipc::fails(-1, EAGAIN, EINTR, EIO, EOVERFLOW, stuck(EBADF, EFAULT, EINVAL, EISDIR, ESPIPE)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible]]
ssize_t pread(int fildes, void *buf, size_t nbyte, off_t offset);

[[ipc::uses(fildes, writable), ipc::transfers(out, fildes, buf, nbyte), ipc::reads(buf, nbyte), ipc::blocks(fildes),
  ipc::orders_before(fildes), ipc::becomes(fildes, offset_moved),
  ipc::fails(-1, EAGAIN, ECONNRESET, EDESTADDRREQ, EDQUOT, EFBIG, EINTR, EIO, ENOSPC, EPERM, EWOULDBLOCK,
             stuck(EBADF, EFAULT, EINVAL, ENOTCONN, ENXIO, EPIPE)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible]]
ssize_t write(int fildes, const void *buf, size_t nbyte);

[[ipc::uses(fildes, writable), ipc::transfers(out, fildes, buf, nbyte), ipc::reads(buf, nbyte), ipc::blocks(fildes),
  ipc::orders_before(fildes),
  ipc::fails(-1, EAGAIN, EDQUOT, EFBIG, EINTR, EIO, ENOSPC, EOVERFLOW, stuck(EBADF, EFAULT, EINVAL, ENXIO, EPIPE, ESPIPE)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible]]
ssize_t pwrite(int fildes, const void *buf, size_t nbyte, off_t offset);

[[ipc::uses(fildes), ipc::becomes(fildes, offset_moved), ipc::fails(-1, EINVAL, ENXIO, EOVERFLOW, stuck(EBADF, ESPIPE)),
  ipc::async_signal_safe]]
off_t lseek(int fildes, off_t offset, int whence);

[[ipc::uses(fildes, writable), ipc::sizes(fildes, length), ipc::becomes(fildes, sized),
  ipc::fails(-1, EFBIG, EINTR, EIO, EPERM, ETXTBSY, stuck(EBADF, EINVAL)), ipc::must_check, ipc::async_signal_safe,
  ipc::interruptible]]
int ftruncate(int fildes, off_t length);

[[ipc::reads(path), ipc::fails(-1, EACCES, EFBIG, EINTR, EINVAL, EIO, EISDIR, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, EPERM, EROFS, ETXTBSY)]]
int truncate(const char *path, off_t length);

[[ipc::uses(fildes), ipc::fails(-1, EINTR, EIO, ENOSPC, EROFS, stuck(EBADF, EINVAL)), ipc::async_signal_safe, ipc::interruptible]]
int fsync(int fildes);
[[ipc::uses(fildes), ipc::fails(-1, EINTR, EIO, ENOSPC, EROFS, stuck(EBADF, EINVAL)), ipc::async_signal_safe, ipc::interruptible]]
int fdatasync(int fildes);
void sync(void);
[[ipc::uses(fildes), ipc::fails(-1, EIO)]] int syncfs(int fildes);

[[ipc::uses(fildes), ipc::becomes(fildes, locked, when(function == F_LOCK || function == F_TLOCK)),
  ipc::becomes(fildes, unlocked, when(function == F_ULOCK)),
  ipc::orders_after(fildes, when(function == F_LOCK || function == F_TLOCK)),
  ipc::orders_before(fildes, when(function == F_ULOCK)), ipc::blocks(synchronization, fildes, when(function == F_LOCK)),
  ipc::fails(-1, EACCES, EAGAIN, EDEADLK, EINTR, ENOLCK, stuck(EBADF, EINVAL)), ipc::must_check(when(function != F_ULOCK)),
  ipc::interruptible, ipc::seed]]
int lockf(int fildes, int function, off_t size);

[[ipc::uses(fildes), ipc::fails(0, EBADF, ENOTTY)]] int isatty(int fildes);
[[ipc::uses(fildes)]] char *ttyname(int fildes);
[[ipc::uses(fildes), ipc::fills(name, namesize), ipc::terminated(name)]] int ttyname_r(int fildes, char *name, size_t namesize);
[[ipc::uses(fildes), ipc::fails(-1, EBADF, ENOTTY), ipc::async_signal_safe]] pid_t tcgetpgrp(int fildes);
[[ipc::uses(fildes), ipc::fails(-1, EBADF, EINVAL, EINTR, EIO, ENOTTY, EPERM), ipc::async_signal_safe]]
int tcsetpgrp(int fildes, pid_t pgid_id);

/* Files by path */

[[ipc::removes(file, path), ipc::reads(path),
  ipc::fails(-1, EACCES, EBUSY, EIO, EISDIR, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR, EPERM, EROFS), ipc::async_signal_safe]]
int unlink(const char *path);

[[ipc::removes(file, path, unless(flag & AT_REMOVEDIR)), ipc::reads(path),
  ipc::fails(-1, EACCES, EBADF, EBUSY, EINVAL, EIO, EISDIR, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR, ENOTEMPTY, EPERM, EROFS),
  ipc::async_signal_safe]]
int unlinkat(int fd, const char *path, int flag);

[[ipc::reads(path), ipc::fails(-1, EACCES, EBUSY, EEXIST, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, ENOTEMPTY, EPERM, EROFS),
  ipc::async_signal_safe]]
int rmdir(const char *path);

[[ipc::reads(path), ipc::fails(-1, EACCES, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR, EPERM, EROFS, ETXTBSY),
  ipc::async_signal_safe]]
int access(const char *path, int amode);
[[ipc::reads(path), ipc::fails(-1, EACCES, EBADF, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR, EPERM, EROFS, ETXTBSY),
  ipc::async_signal_safe]]
int faccessat(int fd, const char *path, int amode, int flag);
[[ipc::reads(path)]] int eaccess(const char *path, int amode);

[[ipc::reads(path), ipc::fails(-1, EACCES, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR), ipc::async_signal_safe]]
int chdir(const char *path);
[[ipc::uses(fildes), ipc::fails(-1, EACCES, EBADF, ENOTDIR), ipc::async_signal_safe]] int fchdir(int fildes);
[[ipc::reads(path), ipc::fails(-1)]] int chroot(const char *path);
[[ipc::reads(path), ipc::fails(-1, EACCES, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, EPERM, EROFS), ipc::async_signal_safe]]
int chown(const char *path, uid_t owner, gid_t group);
[[ipc::reads(path), ipc::fails(-1)]] int lchown(const char *path, uid_t owner, gid_t group);
[[ipc::uses(fildes), ipc::fails(-1, EBADF, EIO, EPERM, EROFS), ipc::async_signal_safe]] int fchown(int fildes, uid_t owner, gid_t group);
[[ipc::reads(path), ipc::fails(-1, EACCES, EBADF, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, EPERM, EROFS), ipc::async_signal_safe]]
int fchownat(int fd, const char *path, uid_t owner, gid_t group, int flag);
[[ipc::reads(path1), ipc::reads(path2),
  ipc::fails(-1, EACCES, EDQUOT, EEXIST, EIO, ELOOP, EMLINK, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS, EXDEV),
  ipc::async_signal_safe]]
int link(const char *path1, const char *path2);
[[ipc::reads(path1), ipc::reads(path2),
  ipc::fails(-1, EACCES, EBADF, EDQUOT, EEXIST, EINVAL, EIO, ELOOP, EMLINK, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS, EXDEV),
  ipc::async_signal_safe]]
int linkat(int fd1, const char *path1, int fd2, const char *path2, int flag);
[[ipc::reads(path1), ipc::reads(path2),
  ipc::fails(-1, EACCES, EDQUOT, EEXIST, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS), ipc::async_signal_safe]]
int symlink(const char *path1, const char *path2);
[[ipc::reads(path1), ipc::reads(path2),
  ipc::fails(-1, EACCES, EBADF, EDQUOT, EEXIST, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS), ipc::async_signal_safe]]
int symlinkat(const char *path1, int fd, const char *path2);
/* readlink does not write a NUL. */
[[ipc::reads(path), ipc::fills(buf, result), ipc::fails(-1, EACCES, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR),
  ipc::async_signal_safe]]
ssize_t readlink(const char *path, char *buf, size_t bufsize);
[[ipc::reads(path), ipc::fills(buf, result), ipc::fails(-1, EACCES, EBADF, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR),
  ipc::async_signal_safe]]
ssize_t readlinkat(int fd, const char *path, char *buf, size_t bufsize);
[[ipc::fills(buf, size), ipc::terminated(buf), ipc::value(*buf), ipc::fails(NULL, EACCES, EINVAL, ENAMETOOLONG, ENOENT, ENOMEM, ERANGE)]]
char *getcwd(char *buf, size_t size);
[[ipc::acquires(result, memory), ipc::fails(NULL, EACCES, ENAMETOOLONG, ENOENT, ENOMEM)]] char *get_current_dir_name(void);

/* Waiting */

[[ipc::blocks(time), ipc::value(result), ipc::async_signal_safe, ipc::interruptible]]
unsigned int sleep(unsigned int seconds);
[[ipc::blocks(time), ipc::fails(-1, EINTR, EINVAL), ipc::interruptible]]
int usleep(unsigned int useconds);
[[ipc::blocks(signal), ipc::fails(-1, EINTR), ipc::async_signal_safe, ipc::interruptible]]
int pause(void);
[[ipc::sends_signal(SIGALRM), ipc::async_signal_safe]]
unsigned int alarm(unsigned int seconds);
[[ipc::sends_signal(SIGALRM), ipc::fails(-1, EINTR, EINVAL)]]
unsigned int ualarm(unsigned int useconds, unsigned int interval);

/* The rest asks or formats */

long sysconf(int name);
[[ipc::reads(path)]] long pathconf(const char *path, int name);
[[ipc::uses(fildes)]] long fpathconf(int fildes, int name);
[[ipc::fills(buf, len), ipc::terminated(buf)]] size_t confstr(int name, char *buf, size_t len);
[[ipc::fills(name, namelen), ipc::value(*name), ipc::fails(-1, EINVAL, ENAMETOOLONG)]] int gethostname(char *name, size_t namelen);
[[ipc::reads(name, len), ipc::fails(-1)]] int sethostname(const char *name, size_t len);
[[ipc::fills(name, len)]] int getdomainname(char *name, size_t len);
long gethostid(void);
char *getlogin(void);
[[ipc::fills(name, namesize), ipc::terminated(name)]] int getlogin_r(char *name, size_t namesize);
[[ipc::value(result)]] int getopt(int argc, char *const argv[], const char *optstring);
[[ipc::fills(buffer, length), ipc::fails(-1, EFAULT, EIO, ENOSYS)]] int getentropy(void *buffer, size_t length);
[[ipc::reads(key), ipc::reads(salt)]] char *crypt(const char *key, const char *salt);
[[ipc::fills(block, 64)]] void encrypt(char block[64], int edflag);
[[ipc::reads(from, nbytes), ipc::fills(to, nbytes)]] void swab(const void *from, void *to, ssize_t nbytes);
int getpagesize(void);
int getdtablesize(void);
char *getpass(const char *prompt);
[[ipc::fails(-1)]] int brk(void *addr);
[[ipc::fails((void *) -1)]] void *sbrk(intptr_t increment);
[[ipc::fails(-1)]] int vhangup(void);
[[ipc::fails(-1)]] int acct(const char *path);
