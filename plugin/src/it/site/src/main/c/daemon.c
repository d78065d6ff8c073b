#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* The child keeps the write end that it inherits, so its own read never sees end-of-file. */
int main(void) {
    int fd[2];
    if (pipe(fd) < 0) {
        return EXIT_FAILURE;
    }
    pid_t child = fork();
    if (child < 0) {
        return EXIT_FAILURE;
    }
    if (child == 0) {
        char buffer[64];
        while (read(fd[0], buffer, sizeof buffer) > 0) {
        }
        _exit(0);
    }
    close(fd[0]);
    if (write(fd[1], "work", 4) < 0) {
        return EXIT_FAILURE;
    }
    close(fd[1]);
    waitpid(child, NULL, 0);
    return EXIT_SUCCESS;
}
