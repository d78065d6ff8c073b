/*
 * Part of programs whose shared memory is under observation: writes down every access to it, and everything that orders processes. The
 * compiler calls __tsan_* before each load and store (-fsanitize=thread without its library); the linker leads calls of the C library
 * here (--wrap). Sleeps are shortened and the first accesses are delayed: both can happen to any program on a busy machine.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <mqueue.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { EVENTS = 40000, REGIONS = 32, DELAYS = 300, DELAY = 300000, HALVES = 150, HALF_DELAY = 2000000, SLOW = 100 };
enum kind { START = 1, READ, WRITE, ACQUIRE, RELEASE, JOIN };

struct event {
    int64_t time;
    int32_t process, kind;
    uint64_t object, offset;
    int64_t size, place, value;
};

struct log {
    uint32_t used;
    struct event events[EVENTS];
};

struct region {
    char *start;
    size_t size;
    uint64_t object;
    off_t offset;
};

extern char __executable_start;

#define REAL(name) extern __typeof__(name) __real_##name;
REAL(close) REAL(flock) REAL(fork) REAL(fputs) REAL(fwrite) REAL(kill)
REAL(memcpy) REAL(memmove) REAL(memset) REAL(mmap) REAL(msgrcv) REAL(msgsnd)
REAL(munmap) REAL(nanosleep) REAL(pause) REAL(pthread_cond_wait) REAL(pthread_mutex_lock) REAL(pthread_mutex_trylock)
REAL(pthread_mutex_unlock) REAL(puts) REAL(read) REAL(sem_open) REAL(sem_post) REAL(sem_timedwait)
REAL(sem_trywait) REAL(sem_wait) REAL(semctl) REAL(semop) REAL(shmat) REAL(shmdt)
REAL(sigsuspend) REAL(sigwait) REAL(strcmp) REAL(strlen) REAL(strncpy) REAL(waitpid)
REAL(write)

static struct log *record;
static struct region regions[REGIONS];
static int delays = DELAYS, halves = HALVES;
static uint32_t fresh;

#define HERE ((char *) __builtin_return_address(0) - &__executable_start)

static void note(enum kind kind, uint64_t object, uint64_t offset, size_t size, int64_t place, int64_t value)
{
    struct timespec now;
    if (record == NULL)
        return;
    uint32_t at = __atomic_fetch_add(&record->used, 1, __ATOMIC_SEQ_CST);
    if (at >= EVENTS)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    record->events[at] = (struct event) {now.tv_sec * 1000000000L + now.tv_nsec, getpid(), kind, object, offset, (int64_t) size, place, value};
}

__attribute__((constructor(101))) static void begin(void)
{
    int file = open(ACCESSES, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file == -1)
        return;
    void *memory = ftruncate(file, sizeof(struct log)) == 0
            ? __real_mmap(NULL, sizeof(struct log), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) : MAP_FAILED;
    __real_close(file);
    if (memory != MAP_FAILED)
        record = memory;
    note(START, PROGRAM, 0, 0, 0, 0);
}

/* Between a quarter and nine quarters of the time: equal rests would keep processes in step. */
static void rest(long nanoseconds)
{
    static uint32_t state;
    state = (state ^ (uint32_t) getpid()) * 1664525u + 1013904223u;
    struct timespec time = {0, nanoseconds / 4 + (long) (state >> 8) % (2 * nanoseconds)};
    __real_nanosleep(&time, NULL);
}

static struct region *region_of(const void *address)
{
    for (int i = 0; i < REGIONS; i++)
        if (regions[i].start != NULL && (char *) address >= regions[i].start && (char *) address < regions[i].start + regions[i].size)
            return &regions[i];
    return NULL;
}

static void add_region(void *start, size_t size, uint64_t object, off_t offset)
{
    for (int i = 0; i < REGIONS; i++)
        if (regions[i].start == NULL) {
            regions[i] = (struct region) {start, size, object, offset};
            return;
        }
}

static void drop_region(const void *start)
{
    struct region *region = region_of(start);
    if (region != NULL)
        region->start = NULL;
}

static void one(const struct region *region, const void *address, size_t size, enum kind kind, int64_t place)
{
    int64_t value = 0;
    __real_memcpy(&value, address, size < sizeof value ? size : sizeof value);
    note(kind, region->object, (uint64_t) ((char *) address - region->start + region->offset), size, place, value);
}

static void touch(const void *address, size_t size, enum kind kind, int64_t place)
{
    const struct region *region = record == NULL ? NULL : region_of(address);
    if (region == NULL || size == 0)
        return;
    if (delays > 0) {
        delays--;
        rest(DELAY);
    }
    one(region, address, size, kind, place);
}

/* A call of the library that reads a range: it may be interrupted in the middle. */
static void range(const void *address, size_t size, enum kind kind, int64_t place)
{
    size_t half = size / 2;
    if (record == NULL || size == 0 || region_of(address) == NULL)
        return;
    if (half > 0 && halves > 0) {
        halves--;
        touch(address, half, kind, place);
        rest(HALF_DELAY);
        touch((const char *) address + half, size - half, kind, place);
    } else {
        touch(address, size, kind, place);
    }
}

/* Writes a range from private memory, in two parts. */
static void store(void *target, const void *source, size_t size, int64_t place)
{
    size_t half = size / 2;
    if (region_of(target) == NULL) {
        __real_memcpy(target, source, size);
        return;
    }
    if (halves <= 0)
        half = 0;
    if (half > 0) {
        halves--;
        touch(target, half, WRITE, place);
        __real_memcpy(target, source, half);
        rest(HALF_DELAY);
    }
    touch((char *) target + half, size - half, WRITE, place);
    __real_memcpy((char *) target + half, (const char *) source + half, size - half);
}

static uint64_t name_of(const char *text)
{
    uint64_t hash = 14695981039346656037u;
    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char) *text) * 1099511628211u;
    return hash | 1u << 31;
}

/* A lock in shared memory is known by its place there, another one by its address. */
static uint64_t lock_of(const void *address)
{
    const struct region *region = region_of(address);
    return region == NULL ? (uint64_t) (uintptr_t) address
            : region->object * 31 + (uint64_t) ((char *) address - region->start + region->offset) + 1;
}

/* Both ends of a pipe have one inode; sockets are taken for one channel, which hides mistakes but invents none. */
static uint64_t channel_of(int fd)
{
    struct stat file;
    if (fstat(fd, &file) == -1 || S_ISREG(file.st_mode) || S_ISCHR(file.st_mode))
        return 0;
    return S_ISFIFO(file.st_mode) ? (uint64_t) file.st_ino << 8 | 7 : 9;
}

static void acquire(uint64_t object)
{
    if (object != 0)
        note(ACQUIRE, object, 0, 0, 0, 0);
}

static void release(uint64_t object)
{
    if (object != 0)
        note(RELEASE, object, 0, 0, 0, 0);
}

/* --- what the compiler calls --- */

void __tsan_init(void) {}
void __tsan_func_entry(void *caller) { (void) caller; }
void __tsan_func_exit(void) {}
#define ACCESS(size) \
    void __tsan_read##size(void *address) { touch(address, size, READ, HERE); } \
    void __tsan_write##size(void *address) { touch(address, size, WRITE, HERE); } \
    void __tsan_unaligned_read##size(void *address) { touch(address, size, READ, HERE); } \
    void __tsan_unaligned_write##size(void *address) { touch(address, size, WRITE, HERE); }
ACCESS(1) ACCESS(2) ACCESS(4) ACCESS(8) ACCESS(16)
void __tsan_read_range(void *address, size_t size) { touch(address, size, READ, HERE); }
void __tsan_write_range(void *address, size_t size) { touch(address, size, WRITE, HERE); }
void __tsan_vptr_update(void **address, void *value) { (void) value; touch(address, sizeof *address, WRITE, HERE); }
void __tsan_vptr_read(void **address) { touch(address, sizeof *address, READ, HERE); }

/* An atomic operation orders; it is no access that could race. */
#define ATOMIC(bits, type) \
    type __tsan_atomic##bits##_load(const volatile type *a, int order) \
    { type v = __atomic_load_n(a, __ATOMIC_SEQ_CST); (void) order; acquire(lock_of((const void *) a)); return v; } \
    void __tsan_atomic##bits##_store(volatile type *a, type v, int order) \
    { (void) order; release(lock_of((const void *) a)); __atomic_store_n(a, v, __ATOMIC_SEQ_CST); } \
    type __tsan_atomic##bits##_exchange(volatile type *a, type v, int order) \
    { (void) order; release(lock_of((const void *) a)); type r = __atomic_exchange_n(a, v, __ATOMIC_SEQ_CST); acquire(lock_of((const void *) a)); return r; } \
    UPDATE(bits, type, add) UPDATE(bits, type, sub) UPDATE(bits, type, and) UPDATE(bits, type, or) UPDATE(bits, type, xor) UPDATE(bits, type, nand) \
    int __tsan_atomic##bits##_compare_exchange_strong(volatile type *a, type *e, type v, int s, int f) \
    { (void) s; (void) f; release(lock_of((const void *) a)); int r = __atomic_compare_exchange_n(a, e, v, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST); acquire(lock_of((const void *) a)); return r; } \
    int __tsan_atomic##bits##_compare_exchange_weak(volatile type *a, type *e, type v, int s, int f) \
    { return __tsan_atomic##bits##_compare_exchange_strong(a, e, v, s, f); } \
    type __tsan_atomic##bits##_compare_exchange_val(volatile type *a, type e, type v, int s, int f) \
    { __tsan_atomic##bits##_compare_exchange_strong(a, &e, v, s, f); return e; }
#define UPDATE(bits, type, name) \
    type __tsan_atomic##bits##_fetch_##name(volatile type *a, type v, int order) \
    { (void) order; release(lock_of((const void *) a)); type r = __atomic_fetch_##name(a, v, __ATOMIC_SEQ_CST); acquire(lock_of((const void *) a)); return r; }
ATOMIC(8, uint8_t) ATOMIC(16, uint16_t) ATOMIC(32, uint32_t) ATOMIC(64, uint64_t)
void __tsan_atomic_thread_fence(int order) { (void) order; release(5); __atomic_thread_fence(__ATOMIC_SEQ_CST); acquire(5); }
void __tsan_atomic_signal_fence(int order) { (void) order; }

/* --- memory --- */

void *__wrap_mmap(void *wanted, size_t size, int protection, int flags, int fd, off_t offset)
{
    void *start = __real_mmap(wanted, size, protection, flags, fd, offset);
    struct stat file = {0};
    if (start == MAP_FAILED || (flags & (MAP_SHARED | MAP_SHARED_VALIDATE)) == 0)
        return start;
    if ((flags & MAP_ANONYMOUS) != 0)
        add_region(start, size, (uint64_t) getpid() << 40 | ++fresh << 8 | 1, 0);
    else if (fstat(fd, &file) == 0)
        add_region(start, size, ((uint64_t) file.st_ino << 20 ^ file.st_dev) << 8 | 2, offset);
    return start;
}

int __wrap_munmap(void *start, size_t size)
{
    drop_region(start);
    return __real_munmap(start, size);
}

void *__wrap_shmat(int id, const void *wanted, int flags)
{
    struct shmid_ds segment;
    void *start = __real_shmat(id, wanted, flags);
    if (start != (void *) -1 && shmctl(id, IPC_STAT, &segment) == 0)
        add_region(start, segment.shm_segsz, (uint64_t) (unsigned) id << 8 | 3, 0);
    return start;
}

int __wrap_shmdt(const void *start)
{
    drop_region(start);
    return __real_shmdt(start);
}

/* --- processes --- */

pid_t __wrap_fork(void)
{
    uint64_t token = (uint64_t) getpid() << 40 | ++fresh << 8 | 4;
    release(token);
    pid_t child = __real_fork();
    if (child == 0)
        acquire(token);
    return child;
}

static pid_t joined(pid_t child, int status, int *result)
{
    if (child > 0 && (WIFEXITED(status) || WIFSIGNALED(status)))
        note(JOIN, (uint64_t) child, 0, 0, 0, 0);
    if (result != NULL && child > 0)
        *result = status;
    return child;
}

pid_t __wrap_wait(int *result)
{
    int status = 0;
    pid_t child = __real_waitpid(-1, &status, 0);
    return joined(child, status, result);
}

pid_t __wrap_waitpid(pid_t wanted, int *result, int options)
{
    int status = 0;
    pid_t child = __real_waitpid(wanted, &status, options);
    return joined(child, status, result);
}

/* --- what orders --- */

static struct { sem_t *semaphore; uint64_t name; } named[REGIONS];

static uint64_t semaphore_of(sem_t *semaphore)
{
    for (int i = 0; i < REGIONS; i++)
        if (named[i].semaphore == semaphore && semaphore != NULL)
            return named[i].name;
    return lock_of(semaphore);
}

sem_t *__wrap_sem_open(const char *name, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = va_arg(rest, mode_t);
    unsigned value = va_arg(rest, unsigned);
    va_end(rest);
    sem_t *semaphore = __real_sem_open(name, flags, mode, value);
    for (int i = 0; semaphore != SEM_FAILED && i < REGIONS; i++)
        if (named[i].semaphore == NULL) {
            named[i].semaphore = semaphore;
            named[i].name = name_of(name);
            break;
        }
    return semaphore;
}

int __wrap_sem_post(sem_t *semaphore) { release(semaphore_of(semaphore)); return __real_sem_post(semaphore); }
#define TAKES(object, call) do { int result = (call); if (result == 0) acquire(object); return result; } while (0)
int __wrap_sem_wait(sem_t *semaphore) { TAKES(semaphore_of(semaphore), __real_sem_wait(semaphore)); }
int __wrap_sem_trywait(sem_t *semaphore) { TAKES(semaphore_of(semaphore), __real_sem_trywait(semaphore)); }
int __wrap_sem_timedwait(sem_t *semaphore, const struct timespec *time) { TAKES(semaphore_of(semaphore), __real_sem_timedwait(semaphore, time)); }
int __wrap_pthread_mutex_lock(pthread_mutex_t *mutex) { TAKES(lock_of(mutex), __real_pthread_mutex_lock(mutex)); }
int __wrap_pthread_mutex_trylock(pthread_mutex_t *mutex) { TAKES(lock_of(mutex), __real_pthread_mutex_trylock(mutex)); }
int __wrap_pthread_mutex_unlock(pthread_mutex_t *mutex) { release(lock_of(mutex)); return __real_pthread_mutex_unlock(mutex); }
int __wrap_pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex)
{
    release(lock_of(mutex));
    TAKES(lock_of(mutex), __real_pthread_cond_wait(condition, mutex));
}

static uint64_t number_of(int set, int number) { return (uint64_t) (unsigned) set << 24 | (unsigned) number << 8 | 6; }

int __wrap_semop(int set, struct sembuf *operations, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (operations[i].sem_op > 0)
            release(number_of(set, operations[i].sem_num));
    int result = __real_semop(set, operations, count);
    for (size_t i = 0; result == 0 && i < count; i++)
        if (operations[i].sem_op <= 0)
            acquire(number_of(set, operations[i].sem_num));
    return result;
}

union semun { int value; void *pointer; };

int __wrap_semctl(int set, int number, int command, ...)
{
    va_list rest;
    va_start(rest, command);
    union semun argument = va_arg(rest, union semun);
    va_end(rest);
    if (command == SETVAL)
        release(number_of(set, number));
    return __real_semctl(set, number, command, argument);
}

int __wrap_msgsnd(int queue, const void *message, size_t size, int flags)
{
    release((uint64_t) (unsigned) queue << 8 | 8);
    return __real_msgsnd(queue, message, size, flags);
}

ssize_t __wrap_msgrcv(int queue, void *message, size_t size, long type, int flags)
{
    ssize_t count = __real_msgrcv(queue, message, size, type, flags);
    if (count >= 0)
        acquire((uint64_t) (unsigned) queue << 8 | 8);
    return count;
}

ssize_t __wrap_read(int fd, void *buffer, size_t size)
{
    ssize_t count = __real_read(fd, buffer, size);
    if (count >= 0)
        acquire(channel_of(fd));
    if (count > 0)
        range(buffer, (size_t) count, WRITE, HERE);
    return count;
}

ssize_t __wrap_write(int fd, const void *buffer, size_t size)
{
    range(buffer, size, READ, HERE);
    release(channel_of(fd));
    return __real_write(fd, buffer, size);
}

int __wrap_close(int fd) { release(channel_of(fd)); return __real_close(fd); }
int __wrap_kill(pid_t process, int signal) { release(10); return __real_kill(process, signal); }
int __wrap_pause(void) { int result = __real_pause(); acquire(10); return result; }
int __wrap_sigsuspend(const sigset_t *mask) { int result = __real_sigsuspend(mask); acquire(10); return result; }
int __wrap_sigwait(const sigset_t *set, int *signal) { TAKES(10, __real_sigwait(set, signal)); }

int __wrap_flock(int fd, int operation)
{
    struct stat file = {0};
    fstat(fd, &file);
    uint64_t lock = (uint64_t) file.st_ino << 8 | 11;
    if ((operation & LOCK_UN) != 0)
        release(lock);
    int result = __real_flock(fd, operation);
    if (result == 0 && (operation & LOCK_UN) == 0)
        acquire(lock);
    return result;
}

/* --- time: as on a machine that is a hundred times slower --- */

unsigned __wrap_sleep(unsigned seconds) { struct timespec t = {seconds / SLOW, seconds % SLOW * (1000000000 / SLOW)}; __real_nanosleep(&t, NULL); return 0; }
int __wrap_usleep(useconds_t time) { struct timespec t = {0, (long) time % 100000000 * 1000 / SLOW}; return __real_nanosleep(&t, NULL); }
int __wrap_nanosleep(const struct timespec *time, struct timespec *left)
{
    long all = (time->tv_sec * 1000000000L + time->tv_nsec) / SLOW;
    struct timespec t = {all / 1000000000L, all % 1000000000L};
    return __real_nanosleep(&t, left);
}

/* --- calls of the library that touch memory --- */

size_t __wrap_strlen(const char *text)
{
    size_t length = __real_strlen(text);
    range(text, length + 1, READ, HERE);
    return length;
}

int __wrap_strcmp(const char *one, const char *other)
{
    range(one, __real_strlen(one) + 1, READ, HERE);
    range(other, __real_strlen(other) + 1, READ, HERE);
    return __real_strcmp(one, other);
}

char *__wrap_strcpy(char *target, const char *source)
{
    size_t size = __real_strlen(source) + 1;
    range(source, size, READ, HERE);
    store(target, source, size, HERE);
    return target;
}

char *__wrap_strncpy(char *target, const char *source, size_t size)
{
    size_t length = strnlen(source, size);
    range(source, length, READ, HERE);
    if (region_of(target) == NULL)
        return __real_strncpy(target, source, size);
    char *copy = calloc(1, size + 1);
    __real_memcpy(copy, source, length);
    store(target, copy, size, HERE);
    free(copy);
    return target;
}

void *__wrap_memcpy(void *target, const void *source, size_t size)
{
    range(source, size, READ, HERE);
    store(target, source, size, HERE);
    return target;
}

void *__wrap_memmove(void *target, const void *source, size_t size)
{
    range(source, size, READ, HERE);
    if (region_of(target) != NULL)
        touch(target, size, WRITE, HERE);
    return __real_memmove(target, source, size);
}

void *__wrap_memset(void *target, int byte, size_t size)
{
    range(target, size, WRITE, HERE);
    return __real_memset(target, byte, size);
}

/* Reads the texts among the arguments of a format. */
static void texts(const char *format, va_list arguments, int64_t place)
{
    range(format, __real_strlen(format) + 1, READ, place);
    for (const char *c = format; *c != '\0'; c++) {
        int wide = 0;
        if (*c != '%' || *++c == '%')
            continue;
        for (; *c != '\0' && strchr("-+ #0123456789.*hlzjtL", *c) != NULL; c++) {
            if (*c == '*')
                (void) va_arg(arguments, int);
            wide |= *c == 'L' ? 2 : strchr("lzjt", *c) != NULL;
        }
        if (*c == '\0')
            return;
        if (*c == 's') {
            const char *text = va_arg(arguments, const char *);
            if (region_of(text) != NULL)
                range(text, __real_strlen(text) + 1, READ, place);
        } else if (strchr("fFeEgGaA", *c) != NULL) {
            if (wide & 2)
                (void) va_arg(arguments, long double);
            else
                (void) va_arg(arguments, double);
        } else if (*c == 'p' || *c == 'n') {
            (void) va_arg(arguments, void *);
        } else if (wide) {
            (void) va_arg(arguments, long);
        } else {
            (void) va_arg(arguments, int);
        }
    }
}

#define FORMATTED(format, last, call) \
    do { \
        va_list seen, rest; \
        va_start(seen, last); \
        texts(format, seen, HERE); \
        va_end(seen); \
        va_start(rest, last); \
        int result = (call); \
        va_end(rest); \
        return result; \
    } while (0)

static int print_to(char *target, size_t size, int64_t place, const char *format, va_list arguments)
{
    char *text = NULL;
    int length = vasprintf(&text, format, arguments);
    if (length < 0)
        return length;
    size_t written = size == 0 ? 0 : (size_t) length < size ? (size_t) length + 1 : size;
    if (written > 0) {
        text[written - 1] = '\0';
        store(target, text, written, place);
    }
    free(text);
    return length;
}

int __wrap_printf(const char *format, ...) { FORMATTED(format, format, vprintf(format, rest)); }
int __wrap_fprintf(FILE *file, const char *format, ...) { FORMATTED(format, format, vfprintf(file, format, rest)); }
int __wrap_sprintf(char *target, const char *format, ...) { FORMATTED(format, format, print_to(target, SIZE_MAX, HERE, format, rest)); }
int __wrap_snprintf(char *target, size_t size, const char *format, ...) { FORMATTED(format, format, print_to(target, size, HERE, format, rest)); }
int __wrap_puts(const char *text) { range(text, __real_strlen(text) + 1, READ, HERE); return __real_puts(text); }
int __wrap_fputs(const char *text, FILE *file) { range(text, __real_strlen(text) + 1, READ, HERE); return __real_fputs(text, file); }
size_t __wrap_fwrite(const void *data, size_t size, size_t count, FILE *file)
{
    range(data, size * count, READ, HERE);
    return __real_fwrite(data, size, count, file);
}
