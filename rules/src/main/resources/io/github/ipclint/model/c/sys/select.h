/* <sys/select.h>: POSIX.1-2024 XBD sys/select.h. select without sets is a sleep. */

[[ipc::fills(readfds, when(readfds)), ipc::fills(writefds, when(writefds)), ipc::fills(errorfds, when(errorfds)),
  ipc::blocks(any, unless(timeout)), ipc::blocks(time, when(timeout->tv_sec || timeout->tv_usec)),
  ipc::fails(-1, EINTR, ENOMEM, stuck(EBADF, EINVAL)), ipc::async_signal_safe, ipc::interruptible]]
int select(int nfds, fd_set *readfds, fd_set *writefds, fd_set *errorfds, struct timeval *timeout);

[[ipc::fills(readfds, when(readfds)), ipc::fills(writefds, when(writefds)), ipc::fills(errorfds, when(errorfds)),
  ipc::blocks(any, unless(timeout)), ipc::blocks(time, when(timeout->tv_sec || timeout->tv_nsec)),
  ipc::fails(-1, EINTR, ENOMEM, stuck(EBADF, EINVAL)), ipc::async_signal_safe, ipc::interruptible]]
int pselect(int nfds, fd_set *readfds, fd_set *writefds, fd_set *errorfds, const struct timespec *timeout, const sigset_t *sigmask);

/* From now on the set knows the descriptor, and gives its number back by position. */
[[ipc::uses(fd, selectable), ipc::passes(fd)]] void FD_SET(int fd, fd_set *fdset);
[[ipc::uses(fd, selectable)]] void FD_CLR(int fd, fd_set *fdset);
[[ipc::uses(fd, selectable), ipc::reads(fdset)]] int FD_ISSET(int fd, const fd_set *fdset);
[[ipc::fills(fdset)]] void FD_ZERO(fd_set *fdset);
