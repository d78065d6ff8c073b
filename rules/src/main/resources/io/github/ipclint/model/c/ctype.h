/* <ctype.h>: POSIX.1-2024 XBD ctype.h. Not on the list of async-signal-safe functions, but nothing but a look into a table everywhere. */

[[ipc::async_signal_safe]] int isalnum(int c);
[[ipc::async_signal_safe]] int isalpha(int c);
[[ipc::async_signal_safe]] int isascii(int c);
[[ipc::async_signal_safe]] int isblank(int c);
[[ipc::async_signal_safe]] int iscntrl(int c);
[[ipc::async_signal_safe]] int isdigit(int c);
[[ipc::async_signal_safe]] int isgraph(int c);
[[ipc::async_signal_safe]] int islower(int c);
[[ipc::async_signal_safe]] int isprint(int c);
[[ipc::async_signal_safe]] int ispunct(int c);
[[ipc::async_signal_safe]] int isspace(int c);
[[ipc::async_signal_safe]] int isupper(int c);
[[ipc::async_signal_safe]] int isxdigit(int c);
[[ipc::async_signal_safe]] int tolower(int c);
[[ipc::async_signal_safe]] int toupper(int c);
[[ipc::async_signal_safe]] int toascii(int c);
