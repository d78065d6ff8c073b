/* <setjmp.h>: POSIX.1-2024 XBD setjmp.h. */

[[ipc::value(result)]] int setjmp(jmp_buf env);
[[ipc::value(result)]] int _setjmp(jmp_buf env);
[[ipc::value(result)]] int sigsetjmp(sigjmp_buf env, int savemask);
[[noreturn, ipc::noreturn, ipc::async_signal_safe]] void longjmp(jmp_buf env, int val);
[[noreturn, ipc::noreturn]] void _longjmp(jmp_buf env, int val);
[[noreturn, ipc::noreturn, ipc::async_signal_safe]] void siglongjmp(sigjmp_buf env, int val);
