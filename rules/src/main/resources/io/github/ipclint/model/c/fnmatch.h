/* Matching and walking: <fnmatch.h>, <glob.h>, <regex.h>, <wordexp.h>, <ftw.h>, <search.h>, <dlfcn.h>. */

int fnmatch(const char *pattern, const char *string, int flags);
[[ipc::fills(pglob)]] int glob(const char *pattern, int flags, int (*errfunc)(const char *, int), glob_t *pglob);
void globfree(glob_t *pglob);
[[ipc::fills(preg)]] int regcomp(regex_t *preg, const char *pattern, int cflags);
[[ipc::fills(pmatch)]] int regexec(const regex_t *preg, const char *string, size_t nmatch, regmatch_t pmatch[], int eflags);
[[ipc::fills(errbuf, errbuf_size), ipc::terminated(errbuf)]]
size_t regerror(int errcode, const regex_t *preg, char *errbuf, size_t errbuf_size);
void regfree(regex_t *preg);
[[ipc::fills(pwordexp)]] int wordexp(const char *words, wordexp_t *pwordexp, int flags);
void wordfree(wordexp_t *pwordexp);
[[ipc::calls(fn, now)]]
int nftw(const char *path, int (*fn)(const char *, const struct stat *, int, struct FTW *), int fd_limit, int flags);
[[ipc::calls(fn, now)]] int ftw(const char *path, int (*fn)(const char *, const struct stat *, int), int ndirs);
[[ipc::fails(NULL)]] void *dlopen(const char *file, int mode);
[[ipc::fails(NULL)]] void *dlsym(void *handle, const char *name);
int dlclose(void *handle);
char *dlerror(void);
