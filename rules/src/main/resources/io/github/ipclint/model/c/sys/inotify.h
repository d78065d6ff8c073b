/* <sys/inotify.h>: Linux, inotify(7). Watches end with the descriptor. */

[[ipc::acquires(result, descriptor, mode(O_RDONLY)), ipc::becomes(result, datagram), ipc::fails(-1, ENOMEM, stuck(EMFILE, ENFILE)), ipc::must_check, ipc::seed]]
int inotify_init(void);
[[ipc::acquires(result, descriptor, mode(O_RDONLY)), ipc::becomes(result, datagram), ipc::becomes(result, cloexec, when(flags & IN_CLOEXEC)),
  ipc::becomes(result, nonblocking, when(flags & IN_NONBLOCK)), ipc::fails(-1, EINVAL, ENOMEM, stuck(EMFILE, ENFILE)), ipc::must_check,
  ipc::seed]]
int inotify_init1(int flags);
[[ipc::uses(fd), ipc::reads(pathname),
  ipc::fails(-1, EACCES, EBADF, EEXIST, EFAULT, EINVAL, ENAMETOOLONG, ENOENT, ENOMEM, ENOSPC, ENOTDIR), ipc::must_check]]
int inotify_add_watch(int fd, const char *pathname, unsigned int mask);
[[ipc::uses(fd), ipc::fails(-1, EBADF, EINVAL)]] int inotify_rm_watch(int fd, int wd);
