/* <time.h>, <sys/times.h>, <utime.h>: POSIX.1-2024 XBD. A sleep orders nothing. */

[[ipc::blocks(time), ipc::reads(rqtp), ipc::fills(rmtp, when(rmtp)), ipc::fails(-1, EINTR, EINVAL), ipc::interruptible]]
int nanosleep(const struct timespec *rqtp, struct timespec *rmtp);
[[ipc::blocks(time), ipc::reads(rqtp), ipc::fills(rmtp, when(rmtp)), ipc::fails(result != 0), ipc::interruptible]]
int clock_nanosleep(clockid_t clock_id, int flags, const struct timespec *rqtp, struct timespec *rmtp);

[[ipc::value(result), ipc::fills(tloc, when(tloc)), ipc::async_signal_safe]] time_t time(time_t *tloc);
[[ipc::fills(tp), ipc::fails(-1, EINVAL, EOVERFLOW), ipc::async_signal_safe]] int clock_gettime(clockid_t clock_id, struct timespec *tp);
[[ipc::fills(res, when(res)), ipc::fails(-1, EINVAL)]] int clock_getres(clockid_t clock_id, struct timespec *res);
[[ipc::reads(tp), ipc::fails(-1, EINVAL, EPERM)]] int clock_settime(clockid_t clock_id, const struct timespec *tp);
[[ipc::fills(clock_id)]] int clock_getcpuclockid(pid_t pid, clockid_t *clock_id);
[[ipc::value(result)]] clock_t clock(void);
[[ipc::fills(ts)]] int timespec_get(struct timespec *ts, int base);
[[ipc::fills(ts)]] int timespec_getres(struct timespec *ts, int base);
double difftime(time_t time1, time_t time0);
[[ipc::reads(timeptr), ipc::value(result)]] time_t mktime(struct tm *timeptr);
[[ipc::reads(timeptr), ipc::value(result)]] time_t timegm(struct tm *timeptr);
[[ipc::reads(timeptr)]] char *asctime(const struct tm *timeptr);
[[ipc::reads(tm), ipc::fills(buf), ipc::terminated(buf)]] char *asctime_r(const struct tm *tm, char *buf);
[[ipc::reads(clock)]] char *ctime(const time_t *clock);
[[ipc::reads(clock), ipc::fills(buf), ipc::terminated(buf)]] char *ctime_r(const time_t *clock, char *buf);
[[ipc::reads(timer), ipc::fails(NULL)]] struct tm *gmtime(const time_t *timer);
[[ipc::reads(timer), ipc::fills(result_buffer), ipc::fails(NULL)]] struct tm *gmtime_r(const time_t *timer, struct tm *result_buffer);
[[ipc::reads(timer), ipc::fails(NULL)]] struct tm *localtime(const time_t *timer);
[[ipc::reads(timer), ipc::fills(result_buffer), ipc::fails(NULL)]] struct tm *localtime_r(const time_t *timer, struct tm *result_buffer);
[[ipc::fills(s, maxsize), ipc::terminated(s), ipc::reads(format), ipc::value(*s)]]
size_t strftime(char *restrict s, size_t maxsize, const char *restrict format, const struct tm *restrict timeptr);
[[ipc::fills(s, maxsize), ipc::terminated(s), ipc::reads(format), ipc::value(*s)]]
size_t strftime_l(char *restrict s, size_t maxsize, const char *restrict format, const struct tm *restrict timeptr, locale_t locale);
[[ipc::reads(buf), ipc::reads(format), ipc::fills(tm), ipc::fails(NULL)]]
char *strptime(const char *restrict buf, const char *restrict format, struct tm *restrict tm);
struct tm *getdate(const char *string);
void tzset(void);
[[ipc::fills(buffer), ipc::value(result), ipc::fails(-1), ipc::async_signal_safe]] clock_t times(struct tms *buffer);

/* Timers send a signal or start a thread. */
[[ipc::fills(timerid), ipc::sends_signal(evp->sigev_signo, when(evp && evp->sigev_notify == SIGEV_SIGNAL)),
  ipc::calls(evp->sigev_notify_function, thread, argument(evp->sigev_value), when(evp && evp->sigev_notify == SIGEV_THREAD)),
  ipc::fails(-1, EAGAIN, EINVAL, ENOMEM, ENOTSUP, EPERM)]]
int timer_create(clockid_t clockid, struct sigevent *evp, timer_t *timerid);
[[ipc::fails(-1, EINVAL)]] int timer_delete(timer_t timerid);
[[ipc::async_signal_safe, ipc::fails(-1, EINVAL)]] int timer_getoverrun(timer_t timerid);
[[ipc::fills(value), ipc::fails(-1, EINVAL), ipc::async_signal_safe]] int timer_gettime(timer_t timerid, struct itimerspec *value);
[[ipc::reads(value), ipc::fills(ovalue, when(ovalue)), ipc::fails(-1, EINVAL), ipc::async_signal_safe]]
int timer_settime(timer_t timerid, int flags, const struct itimerspec *value, struct itimerspec *ovalue);

[[ipc::reads(path), ipc::fails(-1)]] int utime(const char *path, const struct utimbuf *times);
[[ipc::fills(tp)]] int ftime(struct timeb *tp);
