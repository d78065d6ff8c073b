/* <stdarg.h>, <stddef.h>: macros that look like functions. */

[[ipc::async_signal_safe]] void va_start(va_list ap, ...);
[[ipc::async_signal_safe]] void va_copy(va_list dest, va_list src);
[[ipc::async_signal_safe]] void va_end(va_list ap);
