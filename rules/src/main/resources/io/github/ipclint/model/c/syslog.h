/* <syslog.h>: POSIX.1-2024 XBD syslog.h. */

[[ipc::reads(ident)]] void openlog(const char *ident, int logopt, int facility);
void closelog(void);
int setlogmask(int maskpri);
[[ipc::formats(message, 2)]] void syslog(int priority, const char *message, ...);
[[ipc::formats(message)]] void vsyslog(int priority, const char *message, va_list ap);
[[ipc::async_signal_safe]] int LOG_MASK(int priority);
[[ipc::async_signal_safe]] int LOG_UPTO(int priority);
