/* <signal.h>: POSIX.1-2024 XBD signal.h, and what glibc and System V add. */

struct sigaction {
    void (*sa_handler)(int);
    sigset_t sa_mask;
    int sa_flags;
};

/* glibc gives signal() the BSD meaning: the handler stays, and calls are restarted (signal(2)). */
[[ipc::calls(func, signal(sig)), ipc::disposition(sig, func), ipc::fails(SIG_ERR, EINVAL), ipc::async_signal_safe, ipc::seed]]
void (*signal(int sig, void (*func)(int)))(int);
[[ipc::calls(func, signal(sig)), ipc::disposition(sig, func, SA_RESTART), ipc::fails(SIG_ERR, EINVAL), ipc::seed]]
void (*bsd_signal(int sig, void (*func)(int)))(int);
[[ipc::calls(func, signal(sig)), ipc::disposition(sig, func, SA_RESETHAND | SA_NODEFER), ipc::fails(SIG_ERR, EINVAL), ipc::seed]]
void (*sysv_signal(int sig, void (*func)(int)))(int);
[[ipc::calls(disp, signal(sig)), ipc::disposition(sig, disp, 0), ipc::fails(SIG_ERR, EINVAL), ipc::seed]]
void (*sigset(int sig, void (*disp)(int)))(int);

/* sa_sigaction lies where sa_handler does. */
[[ipc::calls(act->sa_handler, signal(sig), when(act)), ipc::disposition(sig, act->sa_handler, act->sa_flags, when(act)),
  ipc::reads(act, when(act)), ipc::fills(oact, when(oact)), ipc::fails(-1, EINVAL), ipc::async_signal_safe, ipc::seed]]
int sigaction(int sig, const struct sigaction *act, struct sigaction *oact);

[[ipc::disposition(sig, SIG_IGN, 0), ipc::fails(-1, EINVAL)]] int sigignore(int sig);
[[ipc::masks(SIG_BLOCK), ipc::fails(-1, EINVAL)]] int sighold(int sig);
[[ipc::masks(SIG_UNBLOCK), ipc::fails(-1, EINVAL)]] int sigrelse(int sig);
[[ipc::blocks(signal), ipc::fails(-1, EINTR, EINVAL), ipc::interruptible]] int sigpause(int sig);
[[ipc::fails(-1, EINVAL)]] int siginterrupt(int sig, int flag);

[[ipc::masks(how, set, when(set)), ipc::reads(set, when(set)), ipc::fills(oset, when(oset)), ipc::fails(-1, EINVAL),
  ipc::async_signal_safe, ipc::seed]]
int sigprocmask(int how, const sigset_t *set, sigset_t *oset);
[[ipc::masks(how, set, when(set)), ipc::reads(set, when(set)), ipc::fills(oset, when(oset)), ipc::fails(result != 0),
  ipc::async_signal_safe, ipc::seed]]
int pthread_sigmask(int how, const sigset_t *set, sigset_t *oset);

[[ipc::fills(set), ipc::async_signal_safe]] int sigemptyset(sigset_t *set);
[[ipc::fills(set), ipc::async_signal_safe]] int sigfillset(sigset_t *set);
[[ipc::reads(set), ipc::fills(set), ipc::fails(-1, EINVAL), ipc::async_signal_safe]] int sigaddset(sigset_t *set, int signo);
[[ipc::reads(set), ipc::fills(set), ipc::fails(-1, EINVAL), ipc::async_signal_safe]] int sigdelset(sigset_t *set, int signo);
[[ipc::reads(set), ipc::fails(-1, EINVAL), ipc::async_signal_safe]] int sigismember(const sigset_t *set, int signo);
[[ipc::reads(set)]] int sigisemptyset(const sigset_t *set);
[[ipc::fills(set), ipc::async_signal_safe]] int sigpending(sigset_t *set);

[[ipc::blocks(signal), ipc::reads(sigmask), ipc::fails(-1, EINTR), ipc::async_signal_safe, ipc::interruptible]]
int sigsuspend(const sigset_t *sigmask);
[[ipc::blocks(signal), ipc::orders_after(set), ipc::reads(set), ipc::fills(sig), ipc::fails(result != 0)]]
int sigwait(const sigset_t *set, int *sig);
[[ipc::blocks(signal), ipc::reads(set), ipc::fills(info, when(info)), ipc::fails(-1, EINTR), ipc::interruptible]]
int sigwaitinfo(const sigset_t *set, siginfo_t *info);
[[ipc::blocks(time), ipc::reads(set), ipc::reads(timeout), ipc::fills(info, when(info)), ipc::fails(-1, EAGAIN, EINTR, EINVAL),
  ipc::interruptible]]
int sigtimedwait(const sigset_t *set, siginfo_t *info, const struct timespec *timeout);

/* Signal 0 only asks whether the process is there. */
[[ipc::sends_signal(pid, sig, when(sig)), ipc::fails(-1, EINVAL, EPERM, ESRCH), ipc::async_signal_safe, ipc::seed]]
int kill(pid_t pid, int sig);
[[ipc::sends_signal(-pgrp, sig, when(sig)), ipc::fails(-1, EINVAL, EPERM, ESRCH), ipc::async_signal_safe, ipc::seed]]
int killpg(pid_t pgrp, int sig);
[[ipc::sends_signal(pid, signo, when(signo)), ipc::fails(-1, EAGAIN, EINVAL, EPERM, ESRCH), ipc::async_signal_safe, ipc::seed]]
int sigqueue(pid_t pid, int signo, union sigval value);
[[ipc::sends_signal(sig), ipc::fails(result != 0, EINVAL), ipc::async_signal_safe]]
int raise(int sig);
[[ipc::sends_signal(sig, when(sig)), ipc::fails(result != 0), ipc::async_signal_safe]]
int pthread_kill(pthread_t thread, int sig);
[[ipc::sends_signal(tgid, sig, when(sig)), ipc::fails(-1, EAGAIN, EINVAL, EPERM, ESRCH)]]
int tgkill(pid_t tgid, pid_t tid, int sig);

[[ipc::reads(ss, when(ss)), ipc::fills(oss, when(oss)), ipc::fails(-1, EINVAL, ENOMEM, EPERM)]]
int sigaltstack(const stack_t *ss, stack_t *oss);
[[ipc::reads(message)]] void psignal(int signum, const char *message);
[[ipc::reads(message)]] void psiginfo(const siginfo_t *pinfo, const char *message);
[[ipc::fills(str), ipc::terminated(str)]] int sig2str(int signum, char *str);
[[ipc::reads(str), ipc::fills(pnum)]] int str2sig(const char *str, int *pnum);
