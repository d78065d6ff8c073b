/* <sys/wait.h>: POSIX.1-2024 XBD sys/wait.h, and what the BSDs add. */

[[ipc::waits(any), ipc::blocks(child), ipc::value(result), ipc::fills(stat_loc, when(stat_loc)),
  ipc::fails(-1, EINTR, stuck(ECHILD)), ipc::async_signal_safe, ipc::interruptible, ipc::seed]]
pid_t wait(int *stat_loc);

/* With __WALL it is a tracer that waits, for its tracee to stop: it need not end first. */
[[ipc::waits(child(pid), unless(options & (WNOHANG | __WALL))), ipc::blocks(child, unless(options & WNOHANG)), ipc::value(result),
  ipc::fills(stat_loc, when(stat_loc)), ipc::fails(-1, EINTR, stuck(ECHILD, EINVAL)), ipc::async_signal_safe, ipc::interruptible,
  ipc::seed]]
pid_t waitpid(pid_t pid, int *stat_loc, int options);

[[ipc::waits(child(idtype == P_PID ? id : -1), unless(options & WNOHANG)), ipc::blocks(child, unless(options & WNOHANG)),
  ipc::fills(infop, when(infop)), ipc::fails(-1, EINTR, stuck(ECHILD, EINVAL)),
  ipc::async_signal_safe, ipc::interruptible, ipc::seed]]
int waitid(idtype_t idtype, id_t id, siginfo_t *infop, int options);

[[ipc::waits(any, unless(options & (WNOHANG | __WALL))), ipc::blocks(child, unless(options & WNOHANG)), ipc::value(result),
  ipc::fills(stat_loc, when(stat_loc)), ipc::fills(rusage, when(rusage)), ipc::fails(-1, EINTR, stuck(ECHILD, EINVAL)),
  ipc::interruptible, ipc::seed]]
pid_t wait3(int *stat_loc, int options, struct rusage *rusage);

[[ipc::waits(child(pid), unless(options & (WNOHANG | __WALL))), ipc::blocks(child, unless(options & WNOHANG)), ipc::value(result),
  ipc::fills(stat_loc, when(stat_loc)), ipc::fills(rusage, when(rusage)), ipc::fails(-1, EINTR, stuck(ECHILD, EINVAL)),
  ipc::interruptible, ipc::seed]]
pid_t wait4(pid_t pid, int *stat_loc, int options, struct rusage *rusage);

[[ipc::async_signal_safe]] int WIFEXITED(int status);
[[ipc::async_signal_safe]] int WEXITSTATUS(int status);
[[ipc::async_signal_safe]] int WIFSIGNALED(int status);
[[ipc::async_signal_safe]] int WTERMSIG(int status);
[[ipc::async_signal_safe]] int WCOREDUMP(int status);
[[ipc::async_signal_safe]] int WIFSTOPPED(int status);
[[ipc::async_signal_safe]] int WSTOPSIG(int status);
[[ipc::async_signal_safe]] int WIFCONTINUED(int status);
