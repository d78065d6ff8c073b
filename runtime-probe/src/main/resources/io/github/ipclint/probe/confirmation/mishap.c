/* Part of programs that may meet with a mishap: the first byte of the file MISHAP says who dies when a process is born. */
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

pid_t __real_fork(void);

pid_t __wrap_fork(void)
{
    char who = 0;
    int file = open(MISHAP, O_RDONLY | O_CLOEXEC);
    if (file != -1) {
        if (read(file, &who, 1) != 1)
            who = 0;
        close(file);
    }
    pid_t child = __real_fork();
    if ((child == 0 && who == 'c') || (child > 0 && who == 'p'))
        raise(SIGKILL);
    return child;
}
