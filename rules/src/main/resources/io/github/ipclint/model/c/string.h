/* <string.h>: POSIX.1-2024 XBD string.h, and what the BSDs and glibc add. Without a length a pointer is a string. */

[[ipc::reads(s2, n), ipc::fills(s1, n), ipc::value(*s1, *s2), ipc::view(result, s1), ipc::async_signal_safe]]
void *memcpy(void *restrict s1, const void *restrict s2, size_t n);
[[ipc::reads(s2, n), ipc::fills(s1, n), ipc::value(*s1, *s2), ipc::view(result, s1), ipc::async_signal_safe]]
void *memmove(void *s1, const void *s2, size_t n);
[[ipc::reads(s2, n), ipc::fills(s1, n), ipc::view(result, s1)]] void *mempcpy(void *restrict s1, const void *restrict s2, size_t n);
[[ipc::reads(s2, n), ipc::fills(s1, n), ipc::view(result, s1), ipc::fails(NULL), ipc::async_signal_safe]]
void *memccpy(void *restrict s1, const void *restrict s2, int c, size_t n);
[[ipc::fills(s, n), ipc::terminated(s, when(c == 0)), ipc::view(result, s), ipc::async_signal_safe]] void *memset(void *s, int c, size_t n);
[[ipc::fills(s, n)]] void *memset_explicit(void *s, int c, size_t n);
[[ipc::reads(s1, n), ipc::reads(s2, n), ipc::async_signal_safe]] int memcmp(const void *s1, const void *s2, size_t n);
[[ipc::reads(s, n), ipc::view(result, s), ipc::fails(NULL), ipc::async_signal_safe]] void *memchr(const void *s, int c, size_t n);
[[ipc::reads(s, n), ipc::view(result, s), ipc::fails(NULL)]] void *memrchr(const void *s, int c, size_t n);
[[ipc::view(result, s)]] void *rawmemchr(const void *s, int c);
[[ipc::reads(haystack, haystacklen), ipc::reads(needle, needlelen), ipc::view(result, haystack), ipc::fails(NULL), ipc::async_signal_safe]]
void *memmem(const void *haystack, size_t haystacklen, const void *needle, size_t needlelen);

[[ipc::reads(s2), ipc::fills(s1), ipc::terminated(s1), ipc::value(*s1, *s2), ipc::view(result, s1), ipc::async_signal_safe]]
char *strcpy(char *restrict s1, const char *restrict s2);
/* No NUL when the source is n bytes or longer. */
[[ipc::reads(s2), ipc::fills(s1, n), ipc::value(*s1, *s2), ipc::view(result, s1), ipc::async_signal_safe]]
char *strncpy(char *restrict s1, const char *restrict s2, size_t n);
[[ipc::reads(s2), ipc::fills(s1), ipc::terminated(s1), ipc::value(*s1, *s2), ipc::view(result, s1), ipc::async_signal_safe]]
char *stpcpy(char *restrict s1, const char *restrict s2);
[[ipc::reads(s2), ipc::fills(s1, n), ipc::value(*s1, *s2), ipc::view(result, s1), ipc::async_signal_safe]]
char *stpncpy(char *restrict s1, const char *restrict s2, size_t n);
[[ipc::reads(s2), ipc::fills(s1, dstsize), ipc::terminated(s1), ipc::value(*s1, *s2), ipc::async_signal_safe]]
size_t strlcpy(char *restrict s1, const char *restrict s2, size_t dstsize);
[[ipc::reads(s1), ipc::reads(s2), ipc::fills(s1), ipc::terminated(s1), ipc::value(*s1, format("%s%s", s1, s2)), ipc::view(result, s1),
  ipc::async_signal_safe]]
char *strcat(char *restrict s1, const char *restrict s2);
[[ipc::reads(s1), ipc::reads(s2), ipc::fills(s1), ipc::terminated(s1), ipc::value(*s1, format("%s%s", s1, s2)), ipc::view(result, s1),
  ipc::async_signal_safe]]
char *strncat(char *restrict s1, const char *restrict s2, size_t n);
[[ipc::reads(s1), ipc::reads(s2), ipc::fills(s1, dstsize), ipc::terminated(s1), ipc::value(*s1, format("%s%s", s1, s2)),
  ipc::async_signal_safe]]
size_t strlcat(char *restrict s1, const char *restrict s2, size_t dstsize);

[[ipc::reads(s), ipc::acquires(result, memory), ipc::terminated(result), ipc::value(*result, *s), ipc::fails(NULL, ENOMEM)]]
char *strdup(const char *s);
[[ipc::reads(s), ipc::acquires(result, memory), ipc::terminated(result), ipc::fails(NULL, ENOMEM)]]
char *strndup(const char *s, size_t size);

[[ipc::reads(s), ipc::value(result, length(s)), ipc::async_signal_safe]] size_t strlen(const char *s);
[[ipc::reads(s, maxlen), ipc::async_signal_safe]] size_t strnlen(const char *s, size_t maxlen);
[[ipc::reads(s1), ipc::reads(s2), ipc::async_signal_safe]] int strcmp(const char *s1, const char *s2);
[[ipc::reads(s1, n), ipc::reads(s2, n), ipc::async_signal_safe]] int strncmp(const char *s1, const char *s2, size_t n);
[[ipc::reads(s1), ipc::reads(s2)]] int strcoll(const char *s1, const char *s2);
[[ipc::reads(s2), ipc::fills(s1, n)]] size_t strxfrm(char *restrict s1, const char *restrict s2, size_t n);
[[ipc::reads(s), ipc::view(result, s), ipc::fails(NULL), ipc::async_signal_safe]] char *strchr(const char *s, int c);
[[ipc::reads(s), ipc::view(result, s), ipc::fails(NULL), ipc::async_signal_safe]] char *strrchr(const char *s, int c);
[[ipc::reads(s), ipc::view(result, s)]] char *strchrnul(const char *s, int c);
[[ipc::reads(s1), ipc::reads(s2), ipc::view(result, s1), ipc::fails(NULL), ipc::async_signal_safe]]
char *strstr(const char *s1, const char *s2);
[[ipc::reads(s1), ipc::reads(s2), ipc::view(result, s1), ipc::fails(NULL)]] char *strcasestr(const char *s1, const char *s2);
[[ipc::reads(s1), ipc::reads(s2), ipc::view(result, s1), ipc::fails(NULL), ipc::async_signal_safe]]
char *strpbrk(const char *s1, const char *s2);
[[ipc::reads(s1), ipc::reads(s2), ipc::async_signal_safe]] size_t strspn(const char *s1, const char *s2);
[[ipc::reads(s1), ipc::reads(s2), ipc::async_signal_safe]] size_t strcspn(const char *s1, const char *s2);
[[ipc::reads(s, when(s)), ipc::view(result, s), ipc::fails(NULL)]] char *strtok(char *restrict s, const char *restrict sep);
[[ipc::reads(s, when(s)), ipc::view(result, s), ipc::fills(state), ipc::fails(NULL), ipc::async_signal_safe]]
char *strtok_r(char *restrict s, const char *restrict sep, char **restrict state);
[[ipc::view(result, *stringp), ipc::fails(NULL)]] char *strsep(char **stringp, const char *delim);
char *strerror(int errnum);
char *strerror_l(int errnum, locale_t locale);
[[ipc::fills(strerrbuf, buflen), ipc::terminated(strerrbuf)]] int strerror_r(int errnum, char *strerrbuf, size_t buflen);
char *strsignal(int signum);
const char *sigabbrev_np(int sig);
const char *strerrorname_np(int errnum);
const char *strerrordesc_np(int errnum);
