/* Process control of Linux: <sys/prctl.h>, <sys/pidfd.h>, <sys/syscall.h>, <sys/ptrace.h>. */

[[ipc::fails(-1, EACCES, EBUSY, EFAULT, EINVAL, EPERM)]] int prctl(int option, ...);
[[ipc::acquires(result, descriptor), ipc::becomes(result, cloexec), ipc::fails(-1, EINVAL, ENODEV, ENOMEM, ESRCH, stuck(EMFILE, ENFILE)),
  ipc::must_check]]
int pidfd_open(pid_t pid, unsigned int flags);
[[ipc::uses(pidfd), ipc::fails(-1, EBADF, EINVAL, EPERM, ESRCH)]]
int pidfd_send_signal(int pidfd, int sig, siginfo_t *info, unsigned int flags);
/* A futex both waits and wakes; the word is known by its address. */
[[ipc::orders_after(args(0), when(number == SYS_futex)), ipc::orders_before(args(0), when(number == SYS_futex)),
  ipc::blocks(synchronization, args(0), when(number == SYS_futex && (args(1) & FUTEX_CMD_MASK) == FUTEX_WAIT)),
  ipc::acquires(result, descriptor, mode(O_RDWR), when(number == SYS_memfd_create)),
  ipc::acquires(result, descriptor, when(number == SYS_pidfd_open)),
  ipc::value(result, when(number == SYS_gettid || number == SYS_getpid)), ipc::fails(-1), ipc::async_signal_safe]]
long syscall(long number, ...);
[[ipc::fails(-1)]] long ptrace(int request, ...);
