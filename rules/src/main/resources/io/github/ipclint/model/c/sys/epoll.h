/* <sys/epoll.h>: Linux, epoll(7). */

[[ipc::acquires(result, descriptor), ipc::fails(-1, EINVAL, ENOMEM, stuck(EMFILE, ENFILE)), ipc::must_check, ipc::seed]]
int epoll_create(int size);
[[ipc::acquires(result, descriptor), ipc::becomes(result, cloexec, when(flags & EPOLL_CLOEXEC)),
  ipc::fails(-1, EINVAL, ENOMEM, stuck(EMFILE, ENFILE)), ipc::must_check, ipc::seed]]
int epoll_create1(int flags);
/* The set does not own the descriptor, closing it takes it out of the set; but it gives the number back, often in user data. */
[[ipc::uses(epfd), ipc::uses(fd), ipc::passes(fd, when(op == EPOLL_CTL_ADD)), ipc::reads(event, when(event)), ipc::fails(-1, EBADF, EEXIST, EINVAL, ELOOP, ENOENT, ENOMEM, ENOSPC,
  EPERM)]]
int epoll_ctl(int epfd, int op, int fd, struct epoll_event *event);
[[ipc::uses(epfd), ipc::fills(events), ipc::blocks(any, when(timeout < 0)), ipc::blocks(time, when(timeout > 0)),
  ipc::fails(-1, EINTR, stuck(EBADF, EFAULT, EINVAL)), ipc::must_check, ipc::interruptible]]
int epoll_wait(int epfd, struct epoll_event *events, int maxevents, int timeout);
[[ipc::uses(epfd), ipc::fills(events), ipc::blocks(any, when(timeout < 0)), ipc::blocks(time, when(timeout > 0)),
  ipc::fails(-1, EINTR, stuck(EBADF, EFAULT, EINVAL)), ipc::must_check, ipc::interruptible]]
int epoll_pwait(int epfd, struct epoll_event *events, int maxevents, int timeout, const sigset_t *sigmask);
[[ipc::uses(epfd), ipc::fills(events), ipc::blocks(any, unless(timeout)), ipc::blocks(time, when(timeout->tv_sec || timeout->tv_nsec)),
  ipc::fails(-1, EINTR, stuck(EBADF, EFAULT, EINVAL)), ipc::must_check, ipc::interruptible]]
int epoll_pwait2(int epfd, struct epoll_event *events, int maxevents, const struct timespec *timeout, const sigset_t *sigmask);
