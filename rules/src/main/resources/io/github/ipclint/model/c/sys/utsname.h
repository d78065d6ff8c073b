/* <sys/utsname.h>, <sys/statvfs.h>, <sys/random.h>, <sys/sysinfo.h>: questions to the system. */

[[ipc::fills(name), ipc::fails(-1), ipc::async_signal_safe]] int uname(struct utsname *name);
[[ipc::reads(path), ipc::fills(buf), ipc::fails(-1)]] int statvfs(const char *path, struct statvfs *buf);
[[ipc::uses(fildes), ipc::fills(buf), ipc::fails(-1)]] int fstatvfs(int fildes, struct statvfs *buf);
[[ipc::reads(path), ipc::fills(buf), ipc::fails(-1)]] int statfs(const char *path, struct statfs *buf);
[[ipc::uses(fildes), ipc::fills(buf), ipc::fails(-1)]] int fstatfs(int fildes, struct statfs *buf);
[[ipc::fills(buf, result), ipc::fails(-1, EAGAIN, EINTR)]] ssize_t getrandom(void *buf, size_t buflen, unsigned int flags);
[[ipc::fills(info), ipc::fails(-1)]] int sysinfo(struct sysinfo *info);
int get_nprocs(void);
