/* Functions that report an error and end the program, of libraries that textbooks come with: exercises use them and seldom bring them. */

/* "tlpi_hdr.h" */
[[noreturn, ipc::ends_process(exit), ipc::formats(format, 1)]] void errExit(const char *format, ...);
[[noreturn, ipc::ends_process(exit), ipc::formats(format, 2)]] void errExitEN(int errnum, const char *format, ...);
[[noreturn, ipc::ends_process(exit), ipc::formats(format, 1)]] void usageErr(const char *format, ...);
[[noreturn, ipc::ends_process(exit), ipc::formats(format, 1)]] void cmdLineErr(const char *format, ...);

/* "apue.h", "unp.h" */
[[noreturn, ipc::ends_process(exit), ipc::formats(fmt, 1)]] void err_sys(const char *fmt, ...);
[[noreturn, ipc::ends_process(exit), ipc::formats(fmt, 1)]] void err_quit(const char *fmt, ...);
[[noreturn, ipc::ends_process(abort), ipc::formats(fmt, 1)]] void err_dump(const char *fmt, ...);

/* "csapp.h" */
[[noreturn, ipc::ends_process(exit), ipc::reads(msg)]] void unix_error(const char *msg);
[[noreturn, ipc::ends_process(exit), ipc::reads(msg)]] void posix_error(int code, const char *msg);
[[noreturn, ipc::ends_process(exit), ipc::reads(msg)]] void app_error(const char *msg);
