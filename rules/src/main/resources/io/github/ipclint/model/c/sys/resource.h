/* <sys/resource.h>: POSIX.1-2024 XBD sys/resource.h. */

[[ipc::fills(rlp), ipc::fails(-1, EINVAL)]] int getrlimit(int resource, struct rlimit *rlp);
[[ipc::reads(rlp), ipc::fails(-1, EINVAL, EPERM)]] int setrlimit(int resource, const struct rlimit *rlp);
[[ipc::fills(r_usage), ipc::fails(-1, EINVAL)]] int getrusage(int who, struct rusage *r_usage);
[[ipc::fails(-1)]] int getpriority(int which, id_t who);
[[ipc::fails(-1)]] int setpriority(int which, id_t who, int value);
[[ipc::reads(new_limit, when(new_limit)), ipc::fills(old_limit, when(old_limit)), ipc::fails(-1)]]
int prlimit(pid_t pid, int resource, const struct rlimit *new_limit, struct rlimit *old_limit);
