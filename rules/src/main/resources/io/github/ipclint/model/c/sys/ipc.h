/* <sys/ipc.h>: POSIX.1-2024 XBD sys/ipc.h. */

/* A key is equal where path and the low byte of id are. The file must exist. */
[[ipc::reads(path), ipc::value(result, format("ftok(%s, %d)", path, id & 0xff)),
  ipc::fails(-1, EACCES, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR), ipc::must_check, ipc::seed]]
key_t ftok(const char *path, int id);
