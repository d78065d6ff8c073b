/* <sys/timerfd.h>: Linux, timerfd_create(2). */

[[ipc::acquires(result, descriptor, mode(O_RDONLY)), ipc::becomes(result, datagram), ipc::becomes(result, cloexec, when(flags & TFD_CLOEXEC)),
  ipc::becomes(result, nonblocking, when(flags & TFD_NONBLOCK)), ipc::fails(-1, EINVAL, ENODEV, ENOMEM, EPERM, stuck(EMFILE, ENFILE)),
  ipc::must_check, ipc::seed]]
int timerfd_create(int clockid, int flags);
[[ipc::uses(fd), ipc::reads(new_value), ipc::fills(old_value, when(old_value)), ipc::fails(-1, EBADF, ECANCELED, EFAULT, EINVAL)]]
int timerfd_settime(int fd, int flags, const struct itimerspec *new_value, struct itimerspec *old_value);
[[ipc::uses(fd), ipc::fills(curr_value), ipc::fails(-1, EBADF, EFAULT, EINVAL)]]
int timerfd_gettime(int fd, struct itimerspec *curr_value);
