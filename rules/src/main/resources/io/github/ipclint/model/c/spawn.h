/* <spawn.h>: POSIX.1-2024 XBD spawn.h. Errors are returned, not left in errno. */

[[ipc::spawns(*pid), ipc::reads(path), ipc::fails(result != 0), ipc::must_check, ipc::seed]]
int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *file_actions, const posix_spawnattr_t *attrp,
                char *const argv[], char *const envp[]);
[[ipc::spawns(*pid), ipc::reads(file), ipc::fails(result != 0), ipc::must_check, ipc::seed]]
int posix_spawnp(pid_t *pid, const char *file, const posix_spawn_file_actions_t *file_actions, const posix_spawnattr_t *attrp,
                 char *const argv[], char *const envp[]);

[[ipc::fills(file_actions), ipc::fails(result != 0)]] int posix_spawn_file_actions_init(posix_spawn_file_actions_t *file_actions);
[[ipc::fails(result != 0)]] int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *file_actions);
/* The close happens in the new process. */
[[ipc::fails(result != 0)]] int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t *file_actions, int fildes);
[[ipc::uses(fildes), ipc::passes(fildes), ipc::fails(result != 0)]]
int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *file_actions, int fildes, int newfildes);
[[ipc::reads(path), ipc::fails(result != 0)]]
int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *file_actions, int fildes, const char *path, int oflag, mode_t mode);
[[ipc::reads(path), ipc::fails(result != 0)]]
int posix_spawn_file_actions_addchdir(posix_spawn_file_actions_t *file_actions, const char *path);
[[ipc::fails(result != 0)]] int posix_spawn_file_actions_addfchdir(posix_spawn_file_actions_t *file_actions, int fildes);
[[ipc::reads(path), ipc::fails(result != 0)]]
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *file_actions, const char *path);
[[ipc::fails(result != 0)]] int posix_spawn_file_actions_addfchdir_np(posix_spawn_file_actions_t *file_actions, int fildes);

[[ipc::fills(attr), ipc::fails(result != 0)]] int posix_spawnattr_init(posix_spawnattr_t *attr);
[[ipc::fails(result != 0)]] int posix_spawnattr_destroy(posix_spawnattr_t *attr);
[[ipc::fills(flags)]] int posix_spawnattr_getflags(const posix_spawnattr_t *attr, short *flags);
[[ipc::fails(result != 0)]] int posix_spawnattr_setflags(posix_spawnattr_t *attr, short flags);
[[ipc::fills(pgroup)]] int posix_spawnattr_getpgroup(const posix_spawnattr_t *attr, pid_t *pgroup);
[[ipc::fails(result != 0)]] int posix_spawnattr_setpgroup(posix_spawnattr_t *attr, pid_t pgroup);
[[ipc::fills(schedparam)]] int posix_spawnattr_getschedparam(const posix_spawnattr_t *attr, struct sched_param *schedparam);
[[ipc::reads(schedparam)]] int posix_spawnattr_setschedparam(posix_spawnattr_t *attr, const struct sched_param *schedparam);
[[ipc::fills(schedpolicy)]] int posix_spawnattr_getschedpolicy(const posix_spawnattr_t *attr, int *schedpolicy);
int posix_spawnattr_setschedpolicy(posix_spawnattr_t *attr, int schedpolicy);
[[ipc::fills(sigdefault)]] int posix_spawnattr_getsigdefault(const posix_spawnattr_t *attr, sigset_t *sigdefault);
[[ipc::reads(sigdefault)]] int posix_spawnattr_setsigdefault(posix_spawnattr_t *attr, const sigset_t *sigdefault);
[[ipc::fills(sigmask)]] int posix_spawnattr_getsigmask(const posix_spawnattr_t *attr, sigset_t *sigmask);
[[ipc::reads(sigmask)]] int posix_spawnattr_setsigmask(posix_spawnattr_t *attr, const sigset_t *sigmask);
