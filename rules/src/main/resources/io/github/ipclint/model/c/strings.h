/* <strings.h>: POSIX.1-2024 XBD strings.h, and what the BSDs have. */

[[ipc::fills(s, n), ipc::terminated(s)]] void bzero(void *s, size_t n);
[[ipc::fills(s, n), ipc::terminated(s)]] void explicit_bzero(void *s, size_t n);
[[ipc::reads(s1, n), ipc::fills(s2, n), ipc::value(*s2, *s1)]] void bcopy(const void *s1, void *s2, size_t n);
[[ipc::reads(s1, n), ipc::reads(s2, n)]] int bcmp(const void *s1, const void *s2, size_t n);
[[ipc::reads(s), ipc::view(result, s), ipc::fails(NULL)]] char *index(const char *s, int c);
[[ipc::reads(s), ipc::view(result, s), ipc::fails(NULL)]] char *rindex(const char *s, int c);
[[ipc::reads(s1), ipc::reads(s2)]] int strcasecmp(const char *s1, const char *s2);
[[ipc::reads(s1, n), ipc::reads(s2, n)]] int strncasecmp(const char *s1, const char *s2, size_t n);
[[ipc::async_signal_safe]] int ffs(int i);
[[ipc::async_signal_safe]] int ffsl(long i);
[[ipc::async_signal_safe]] int ffsll(long long i);
