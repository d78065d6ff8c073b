/* <err.h> of the BSDs, <error.h> of glibc, <assert.h>. */

[[noreturn, ipc::ends_process(exit), ipc::formats(fmt, 2)]] void err(int eval, const char *fmt, ...);
[[noreturn, ipc::ends_process(exit), ipc::formats(fmt, 3)]] void errc(int eval, int code, const char *fmt, ...);
[[noreturn, ipc::ends_process(exit), ipc::formats(fmt, 2)]] void errx(int eval, const char *fmt, ...);
[[noreturn, ipc::ends_process(exit), ipc::formats(fmt)]] void verr(int eval, const char *fmt, va_list args);
[[noreturn, ipc::ends_process(exit), ipc::formats(fmt)]] void verrx(int eval, const char *fmt, va_list args);
[[ipc::formats(fmt, 1)]] void warn(const char *fmt, ...);
[[ipc::formats(fmt, 2)]] void warnc(int code, const char *fmt, ...);
[[ipc::formats(fmt, 1)]] void warnx(const char *fmt, ...);
[[ipc::formats(fmt)]] void vwarn(const char *fmt, va_list args);
[[ipc::formats(fmt)]] void vwarnx(const char *fmt, va_list args);
[[ipc::ends_process(exit, when(status)), ipc::formats(format, 3)]] void error(int status, int errnum, const char *format, ...);
[[ipc::ends_process(exit, when(status)), ipc::formats(format, 5)]]
void error_at_line(int status, int errnum, const char *filename, unsigned int linenum, const char *format, ...);

[[noreturn, ipc::ends_process(abort)]] void __assert_fail(const char *assertion, const char *file, unsigned int line, const char *function);
/* The macro. */
[[ipc::ends_process(abort, unless(expression))]] void assert(int expression);
