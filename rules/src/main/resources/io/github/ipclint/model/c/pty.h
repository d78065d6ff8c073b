/* <pty.h>, <utmp.h>, <libutil.h>: openpty(3). */

[[ipc::acquires(*amaster, descriptor, mode(O_RDWR)), ipc::acquires(*aslave, descriptor, mode(O_RDWR)), ipc::fills(name, when(name)),
  ipc::fails(-1, ENOENT), ipc::must_check, ipc::seed]]
int openpty(int *amaster, int *aslave, char *name, const struct termios *termp, const struct winsize *winp);
[[ipc::acquires(*amaster, descriptor, mode(O_RDWR)), ipc::forks, ipc::fills(name, when(name)), ipc::fails(-1, EAGAIN, ENOENT, ENOMEM),
  ipc::must_check, ipc::seed]]
pid_t forkpty(int *amaster, char *name, const struct termios *termp, const struct winsize *winp);
/* Standard input, output and error become the terminal. */
[[ipc::uses(fd), ipc::duplicates(fd, result, at(0)), ipc::duplicates(fd, result, at(1)), ipc::duplicates(fd, result, at(2)),
  ipc::releases(fd), ipc::fails(-1, EBUSY)]]
int login_tty(int fd);
