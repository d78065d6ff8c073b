/* <dirent.h>: POSIX.1-2024 XBD dirent.h. */

[[ipc::acquires(result, directory), ipc::reads(dirname),
  ipc::fails(NULL, EACCES, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR, stuck(EMFILE, ENFILE)), ipc::must_check, ipc::seed]]
DIR *opendir(const char *dirname);
[[ipc::acquires(result, directory), ipc::wraps(result, fd), ipc::uses(fd), ipc::fails(NULL, EBADF, ENOMEM, ENOTDIR), ipc::must_check]]
DIR *fdopendir(int fd);
[[ipc::releases(dirp, directory, always), ipc::fails(-1, EINTR, stuck(EBADF))]] int closedir(DIR *dirp);
[[ipc::view(result, dirp), ipc::uses(dirp), ipc::fails(-1, EINVAL, ENOTSUP)]] int dirfd(DIR *dirp);
[[ipc::uses(dirp), ipc::transfers(in, dirp, eof(NULL)), ipc::fails(NULL, EBADF, ENOENT, EOVERFLOW)]]
struct dirent *readdir(DIR *dirp);
[[ipc::uses(dirp), ipc::fills(entry), ipc::fills(result_entry)]]
int readdir_r(DIR *restrict dirp, struct dirent *restrict entry, struct dirent **restrict result_entry);
[[ipc::uses(dirp)]] void rewinddir(DIR *dirp);
[[ipc::uses(dirp)]] void seekdir(DIR *dirp, long loc);
[[ipc::uses(dirp)]] long telldir(DIR *dirp);
[[ipc::acquires(*namelist, memory), ipc::reads(dir), ipc::calls(sel, now, when(sel)), ipc::calls(compar, now, when(compar)),
  ipc::fails(-1)]]
int scandir(const char *dir, struct dirent ***namelist, int (*sel)(const struct dirent *),
            int (*compar)(const struct dirent **, const struct dirent **));
int alphasort(const struct dirent **d1, const struct dirent **d2);
int versionsort(const struct dirent **d1, const struct dirent **d2);
[[ipc::uses(fildes), ipc::fills(buf, nbyte)]] ssize_t posix_getdents(int fildes, void *buf, size_t nbyte, int flags);
