#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* When fork fails, its -1 is waited for as if it were a child: any child is then meant. */
int main(void) {
    pid_t child = fork();
    if (child == 0) {
        execlp("daemon", "daemon", (char *)NULL);
        _exit(127);
    }
    waitpid(child, NULL, 0);
    return EXIT_SUCCESS;
}
