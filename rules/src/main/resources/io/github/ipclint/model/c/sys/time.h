/* <sys/time.h>: POSIX.1-2008 XBD sys/time.h, and what the BSDs have. */

[[ipc::fills(tp), ipc::async_signal_safe]] int gettimeofday(struct timeval *tp, void *tzp);
[[ipc::reads(tp), ipc::fails(-1)]] int settimeofday(const struct timeval *tp, const struct timezone *tzp);
[[ipc::sends_signal(SIGALRM, when(which == ITIMER_REAL)), ipc::reads(value), ipc::fills(ovalue, when(ovalue)), ipc::fails(-1, EINVAL)]]
int setitimer(int which, const struct itimerval *value, struct itimerval *ovalue);
[[ipc::fills(value), ipc::fails(-1, EINVAL)]] int getitimer(int which, struct itimerval *value);
[[ipc::reads(path), ipc::fails(-1), ipc::async_signal_safe]] int utimes(const char *path, const struct timeval times[2]);
[[ipc::uses(fd), ipc::fails(-1)]] int futimes(int fd, const struct timeval times[2]);
void timeradd(struct timeval *a, struct timeval *b, struct timeval *res);
void timersub(struct timeval *a, struct timeval *b, struct timeval *res);
[[ipc::fills(tvp)]] void timerclear(struct timeval *tvp);
int timerisset(struct timeval *tvp);
int timercmp(struct timeval *a, struct timeval *b, ...);
