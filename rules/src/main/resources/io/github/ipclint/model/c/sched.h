/* <sched.h>: POSIX.1-2024 XBD sched.h, and what Linux adds. */

int sched_yield(void);
[[ipc::fails(-1)]] int sched_setscheduler(pid_t pid, int policy, const struct sched_param *param);
[[ipc::fails(-1)]] int sched_getscheduler(pid_t pid);
[[ipc::fails(-1)]] int sched_setparam(pid_t pid, const struct sched_param *param);
[[ipc::fills(param), ipc::fails(-1)]] int sched_getparam(pid_t pid, struct sched_param *param);
int sched_get_priority_max(int policy);
int sched_get_priority_min(int policy);
[[ipc::fills(interval)]] int sched_rr_get_interval(pid_t pid, struct timespec *interval);
[[ipc::fails(-1)]] int sched_setaffinity(pid_t pid, size_t cpusetsize, const cpu_set_t *mask);
[[ipc::fills(mask), ipc::fails(-1)]] int sched_getaffinity(pid_t pid, size_t cpusetsize, cpu_set_t *mask);
[[ipc::value(result)]] int sched_getcpu(void);
void CPU_ZERO(cpu_set_t *set);
void CPU_SET(int cpu, cpu_set_t *set);
void CPU_CLR(int cpu, cpu_set_t *set);
int CPU_ISSET(int cpu, cpu_set_t *set);
int CPU_COUNT(cpu_set_t *set);

/* The child starts in a function of its own; with CLONE_VM it is nearer to a thread. */
[[ipc::calls(fn, child, argument(arg), unless(flags & CLONE_VM)), ipc::calls(fn, thread, argument(arg), when(flags & CLONE_VM)),
  ipc::spawns(result, unless(flags & CLONE_THREAD)), ipc::value(result),
  ipc::fails(-1, EAGAIN, EINVAL, ENOMEM, ENOSPC, EPERM, EUSERS), ipc::must_check, ipc::seed]]
int clone(int (*fn)(void *), void *stack, int flags, void *arg, ...);
[[ipc::fails(-1, EINVAL, ENOMEM, ENOSPC, EPERM, EUSERS)]] int unshare(int flags);
[[ipc::uses(fd), ipc::fails(-1, EBADF, EINVAL, ENOMEM, EPERM, ESRCH)]] int setns(int fd, int nstype);
