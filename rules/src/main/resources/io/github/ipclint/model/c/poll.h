/* <poll.h>: POSIX.1-2024 XBD poll.h. poll without descriptors is a sleep. */

[[ipc::reads(fds, nfds * 8), ipc::fills(fds, nfds * 8), ipc::awaits(fds->fd, fds->revents, POLLHUP, nfds),
  ipc::blocks(any, when(timeout < 0)), ipc::blocks(time, when(timeout > 0)),
  ipc::fails(-1, EINTR, ENOMEM, stuck(EFAULT, EINVAL)), ipc::async_signal_safe, ipc::interruptible]]
int poll(struct pollfd fds[], nfds_t nfds, int timeout);

[[ipc::reads(fds, nfds * 8), ipc::fills(fds, nfds * 8), ipc::awaits(fds->fd, fds->revents, POLLHUP, nfds),
  ipc::blocks(any, unless(timeout)), ipc::blocks(time,
  when(timeout->tv_sec || timeout->tv_nsec)),
  ipc::fails(-1, EINTR, ENOMEM, stuck(EFAULT, EINVAL)), ipc::async_signal_safe, ipc::interruptible]]
int ppoll(struct pollfd fds[], nfds_t nfds, const struct timespec *timeout, const sigset_t *sigmask);
