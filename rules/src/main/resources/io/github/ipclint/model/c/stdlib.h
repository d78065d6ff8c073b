/* <stdlib.h>: POSIX.1-2024 XBD stdlib.h, and what glibc adds. */

/* The end of the process */

[[noreturn, ipc::ends_process(exit)]] void exit(int status);
[[noreturn, ipc::ends_process(immediate), ipc::async_signal_safe]] void _Exit(int status);
[[noreturn, ipc::ends_process(immediate), ipc::async_signal_safe]] void quick_exit(int status);
[[noreturn, ipc::ends_process(abort), ipc::async_signal_safe]] void abort(void);
[[ipc::calls(func, atexit), ipc::fails(result != 0)]] int atexit(void (*func)(void));
[[ipc::calls(func, atexit, argument(arg)), ipc::fails(result != 0)]] int on_exit(void (*func)(int, void *), void *arg);
[[ipc::calls(func, atexit), ipc::fails(result != 0)]] int at_quick_exit(void (*func)(void));

/* The shell runs and is waited for. */
[[ipc::spawns(result), ipc::waits(child(result)), ipc::blocks(child), ipc::reads(command, when(command)), ipc::fails(-1, EAGAIN, ENOMEM),
  ipc::seed]]
int system(const char *command);

/* Memory */

[[ipc::acquires(result, memory), ipc::sizes(result, size), ipc::fails(NULL, ENOMEM), ipc::must_check]] void *malloc(size_t size);
[[ipc::acquires(result, memory), ipc::sizes(result, nelem * elsize), ipc::fills(result, nelem * elsize), ipc::fails(NULL, ENOMEM),
  ipc::must_check]]
void *calloc(size_t nelem, size_t elsize);
[[ipc::releases(ptr, memory), ipc::acquires(result, memory), ipc::sizes(result, size), ipc::fails(NULL, ENOMEM), ipc::must_check]]
void *realloc(void *ptr, size_t size);
[[ipc::releases(ptr, memory), ipc::acquires(result, memory), ipc::sizes(result, nelem * elsize), ipc::fails(NULL, ENOMEM), ipc::must_check]]
void *reallocarray(void *ptr, size_t nelem, size_t elsize);
[[ipc::acquires(result, memory), ipc::sizes(result, size), ipc::fails(NULL, EINVAL, ENOMEM), ipc::must_check]]
void *aligned_alloc(size_t alignment, size_t size);
[[ipc::acquires(*memptr, memory), ipc::sizes(*memptr, size), ipc::fails(result != 0), ipc::must_check]]
int posix_memalign(void **memptr, size_t alignment, size_t size);
[[ipc::acquires(result, memory), ipc::sizes(result, size), ipc::fails(NULL, EINVAL, ENOMEM)]] void *memalign(size_t alignment, size_t size);
[[ipc::acquires(result, memory), ipc::sizes(result, size), ipc::fails(NULL, EINVAL, ENOMEM)]] void *valloc(size_t size);
[[ipc::sizes(result, size)]] void *alloca(size_t size);
[[ipc::releases(ptr, memory)]] void free(void *ptr);

/* Temporary files: the name is made in place. */

[[ipc::names(result, file, template), ipc::acquires(result, file, mode(O_RDWR)), ipc::creates(result, exclusive(1), mode(0600)),
  ipc::fills(template), ipc::value(*template), ipc::fails(-1, EEXIST, EINVAL, stuck(EMFILE, ENFILE)), ipc::must_check, ipc::seed]]
int mkstemp(char *template);
[[ipc::names(result, file, template), ipc::acquires(result, file, mode(O_RDWR)), ipc::creates(result, exclusive(1), mode(0600)),
  ipc::becomes(result, cloexec, when(flag & O_CLOEXEC)), ipc::fills(template), ipc::value(*template),
  ipc::fails(-1, EEXIST, EINVAL, stuck(EMFILE, ENFILE)), ipc::must_check, ipc::seed]]
int mkostemp(char *template, int flag);
[[ipc::names(result, file, template), ipc::acquires(result, file, mode(O_RDWR)), ipc::creates(result, exclusive(1), mode(0600)),
  ipc::fills(template), ipc::value(*template), ipc::fails(-1, EEXIST, EINVAL, stuck(EMFILE, ENFILE)), ipc::must_check, ipc::seed]]
int mkstemps(char *template, int suffixlen);
[[ipc::fills(template), ipc::value(*template), ipc::fails(NULL)]] char *mkdtemp(char *template);
[[ipc::fills(template), ipc::value(*template)]] char *mktemp(char *template);

/* Pseudo-terminals */

[[ipc::acquires(result, descriptor, mode(O_RDWR)), ipc::fails(-1, EAGAIN, EINVAL, ENOSPC, stuck(EMFILE, ENFILE)), ipc::must_check]]
int posix_openpt(int oflag);
[[ipc::acquires(result, descriptor, mode(O_RDWR)), ipc::fails(-1), ipc::must_check]] int getpt(void);
[[ipc::uses(fildes), ipc::fails(-1, EACCES, EBADF, EINVAL)]] int grantpt(int fildes);
[[ipc::uses(fildes), ipc::fails(-1, EBADF, EINVAL)]] int unlockpt(int fildes);
[[ipc::uses(fildes), ipc::fails(NULL, EBADF, ENOTTY)]] char *ptsname(int fildes);
[[ipc::uses(fildes), ipc::fills(name, namesize), ipc::terminated(name), ipc::fails(result != 0)]]
int ptsname_r(int fildes, char *name, size_t namesize);

/* Sorting and searching call back */

[[ipc::reads(base, nel * width), ipc::fills(base, nel * width), ipc::calls(compar, now)]]
void qsort(void *base, size_t nel, size_t width, int (*compar)(const void *, const void *));
[[ipc::reads(base, nel * width), ipc::fills(base, nel * width), ipc::calls(compar, now)]]
void qsort_r(void *base, size_t nel, size_t width, int (*compar)(const void *, const void *, void *), void *arg);
[[ipc::reads(base, nel * width), ipc::calls(compar, now), ipc::view(result, base), ipc::fails(NULL)]]
void *bsearch(const void *key, const void *base, size_t nel, size_t width, int (*compar)(const void *, const void *));

/* Numbers, environment, paths: nothing of ours */

[[ipc::reads(str), ipc::value(result)]] int atoi(const char *str);
[[ipc::reads(str), ipc::value(result)]] long atol(const char *str);
[[ipc::reads(nptr), ipc::value(result)]] long long atoll(const char *nptr);
[[ipc::reads(str)]] double atof(const char *str);
[[ipc::reads(nptr), ipc::fills(endptr, when(endptr)), ipc::value(result)]] double strtod(const char *nptr, char **endptr);
[[ipc::reads(nptr), ipc::fills(endptr, when(endptr)), ipc::value(result)]] float strtof(const char *nptr, char **endptr);
[[ipc::reads(nptr), ipc::fills(endptr, when(endptr)), ipc::value(result)]] long double strtold(const char *nptr, char **endptr);
[[ipc::reads(str), ipc::fills(endptr, when(endptr)), ipc::value(result)]] long strtol(const char *str, char **endptr, int base);
[[ipc::reads(str), ipc::fills(endptr, when(endptr)), ipc::value(result)]] long long strtoll(const char *str, char **endptr, int base);
[[ipc::reads(str), ipc::fills(endptr, when(endptr)), ipc::value(result)]] unsigned long strtoul(const char *str, char **endptr, int base);
[[ipc::reads(str), ipc::fills(endptr, when(endptr)), ipc::value(result)]]
unsigned long long strtoull(const char *str, char **endptr, int base);
[[ipc::reads(nptr), ipc::fills(errstr, when(errstr)), ipc::value(result)]]
long long strtonum(const char *nptr, long long minval, long long maxval, const char **errstr);
[[ipc::value(result, i < 0 ? -i : i)]] int abs(int i);
[[ipc::value(result, i < 0 ? -i : i)]] long labs(long i);
[[ipc::value(result, i < 0 ? -i : i)]] long long llabs(long long i);
div_t div(int numer, int denom);
ldiv_t ldiv(long numer, long denom);
lldiv_t lldiv(long long numer, long long denom);
[[ipc::value(result)]] int rand(void);
void srand(unsigned int seed);
[[ipc::value(result)]] int rand_r(unsigned int *seed);
[[ipc::value(result)]] long random(void);
void srandom(unsigned int seed);
[[ipc::value(result)]] double drand48(void);
[[ipc::value(result)]] long lrand48(void);
[[ipc::value(result)]] long mrand48(void);
[[ipc::value(result)]] double erand48(unsigned short xsubi[3]);
[[ipc::value(result)]] long nrand48(unsigned short xsubi[3]);
[[ipc::value(result)]] long jrand48(unsigned short xsubi[3]);
void srand48(long seedval);
unsigned short *seed48(unsigned short seed16v[3]);
void lcong48(unsigned short param[7]);
char *initstate(unsigned int seed, char *state, size_t size);
char *setstate(char *state);
[[ipc::value(result)]] unsigned int arc4random(void);
[[ipc::value(result)]] unsigned int arc4random_uniform(unsigned int upper_bound);
[[ipc::fills(buf, nbytes)]] void arc4random_buf(void *buf, size_t nbytes);
[[ipc::reads(name), ipc::value(*result), ipc::fails(NULL)]] char *getenv(const char *name);
[[ipc::reads(name), ipc::value(*result), ipc::fails(NULL)]] char *secure_getenv(const char *name);
[[ipc::reads(envname), ipc::reads(envval), ipc::fails(-1, EINVAL, ENOMEM)]]
int setenv(const char *envname, const char *envval, int overwrite);
[[ipc::reads(name), ipc::fails(-1, EINVAL)]] int unsetenv(const char *name);
[[ipc::fails(result != 0, ENOMEM)]] int putenv(char *string);
int clearenv(void);
[[ipc::reads(file_name), ipc::acquires(result, memory, unless(resolved_name)), ipc::fills(resolved_name, when(resolved_name)),
  ipc::fails(NULL, EACCES, EINVAL, EIO, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR)]]
char *realpath(const char *restrict file_name, char *restrict resolved_name);
int getsubopt(char **optionp, char *const *keylistp, char **valuep);
[[ipc::fills(loadavg)]] int getloadavg(double loadavg[], int nelem);
int mblen(const char *s, size_t n);
[[ipc::fills(pwc)]] int mbtowc(wchar_t *pwc, const char *s, size_t n);
[[ipc::fills(s)]] int wctomb(char *s, wchar_t wchar);
[[ipc::fills(pwcs)]] size_t mbstowcs(wchar_t *pwcs, const char *s, size_t n);
[[ipc::fills(s, n)]] size_t wcstombs(char *s, const wchar_t *pwcs, size_t n);
[[ipc::acquires(result, memory)]] char *l64a(long value);
long a64l(const char *s);
void setkey(const char *key);
