/* <sys/un.h>: POSIX.1-2024 XBD sys/un.h; the structure stands with the socket calls. */

size_t SUN_LEN(const struct sockaddr_un *address);
