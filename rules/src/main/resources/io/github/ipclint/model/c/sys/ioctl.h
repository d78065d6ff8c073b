/* <sys/ioctl.h>: Linux, ioctl(2). */

[[ipc::uses(fd), ipc::becomes(fd, nonblocking, when(request == FIONBIO && *args(0))),
  ipc::becomes(fd, blocking, when(request == FIONBIO && !*args(0))), ipc::becomes(fd, cloexec, when(request == FIOCLEX)),
  ipc::becomes(fd, not_cloexec, when(request == FIONCLEX)), ipc::fills(args), ipc::fails(-1, EFAULT, EINVAL, ENOTTY, stuck(EBADF))]]
int ioctl(int fd, unsigned long request, ...);
