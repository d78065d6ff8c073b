/* <libgen.h>: POSIX.1-2024 XBD libgen.h. */

[[ipc::reads(path), ipc::view(result, path)]] char *basename(char *path);
[[ipc::reads(path), ipc::view(result, path)]] char *dirname(char *path);
