/* <errno.h>: errno as glibc's macro writes it. */

int *__errno_location(void);
