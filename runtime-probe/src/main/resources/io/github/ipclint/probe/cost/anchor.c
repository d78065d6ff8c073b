/* Round trips between two processes, the yardstick for what the probe measures from Java: the same calls, one reading of the clock for
   each round trip. Prints the number of round trips, then the median, 90th, 99th percentile and maximum in nanoseconds.
   anchor pipe|unix|queue|futex|spin|line ROUNDS SIZE CPU CPU */
#define _GNU_SOURCE
#include <linux/futex.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { HALF = 1 << 21 };

static int size, from, to, queue;
static long from_type, to_type;
static char *message;
static struct { long type; char text[1 << 16]; } envelope;
static _Atomic int *from_flag, *to_flag;

static void fail(const char *what) { perror(what); exit(1); }

static void pin(int cpu) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    if (sched_setaffinity(0, sizeof set, &set) < 0) fail("sched_setaffinity");
}

static void send_bytes(void) {
    for (int done = 0; done < size;) {
        ssize_t n = write(to, message + done, size - done);
        if (n < 0) fail("write");
        done += n;
    }
}

static void receive_bytes(void) {
    for (int done = 0; done < size;) {
        ssize_t n = read(from, message + done, size - done);
        if (n <= 0) fail("read");
        done += n;
    }
}

static void send_queue(void) {
    envelope.type = to_type;
    if (msgsnd(queue, &envelope, size, 0) < 0) fail("msgsnd");
}

static void receive_queue(void) {
    if (msgrcv(queue, &envelope, size, from_type, 0) < 0) fail("msgrcv");
}

static void pause_briefly(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("isb");
#endif
}

static void send_spin(void) {
    while (atomic_load_explicit(to_flag, memory_order_acquire) != 0) pause_briefly();
    memcpy((char *) to_flag + 8, message, size);
    atomic_store_explicit(to_flag, 1, memory_order_release);
}

static void receive_spin(void) {
    while (atomic_load_explicit(from_flag, memory_order_acquire) == 0) pause_briefly();
    memcpy(message, (char *) from_flag + 8, size);
    atomic_store_explicit(from_flag, 0, memory_order_release);
}

static void send_futex(void) {
    memcpy((char *) to_flag + 8, message, size);
    atomic_store_explicit(to_flag, 1, memory_order_release);
    syscall(SYS_futex, to_flag, FUTEX_WAKE, 1, 0);
}

static void receive_futex(void) {
    while (atomic_load_explicit(from_flag, memory_order_acquire) == 0) syscall(SYS_futex, from_flag, FUTEX_WAIT, 0, 0);
    memcpy(message, (char *) from_flag + 8, size);
    atomic_store_explicit(from_flag, 0, memory_order_release);
}

static long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000L + t.tv_nsec;
}

static int ascending(const void *a, const void *b) {
    long x = *(const long *) a, y = *(const long *) b;
    return (x > y) - (x < y);
}

/* One line travels between two processors and nothing else happens: the floor. */
static void line(int rounds, int here, int there, _Atomic int *word) {
    pid_t child = fork();
    if (child < 0) fail("fork");
    pin(child == 0 ? there : here);
    int mine = child == 0 ? 1 : 0;
    long start = now(), best = -1;
    for (int i = 0; i < rounds; i++) {
        while (atomic_load_explicit(word, memory_order_acquire) != 2 * i + mine) { }
        atomic_store_explicit(word, 2 * i + mine + 1, memory_order_release);
        if (i % 10000 == 9999) {
            long elapsed = (now() - start) / 10000;
            if (best < 0 || elapsed < best) best = elapsed;
            start = now();
        }
    }
    if (child == 0) _exit(0);
    waitpid(child, NULL, 0);
    printf("%d %ld %ld %ld %ld\n", rounds, best, best, best, best);
}

int main(int argc, char **argv) {
    if (argc != 6) return 2;
    const char *medium = argv[1];
    int rounds = atoi(argv[2]), here = atoi(argv[4]), there = atoi(argv[5]);
    size = atoi(argv[3]);
    message = calloc(1, size + 1);
    long *times = calloc(rounds, sizeof *times);
    char *memory = mmap(NULL, 2 * HALF, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (message == NULL || times == NULL || memory == MAP_FAILED) fail("memory");
    if (strcmp(medium, "line") == 0) {
        line(rounds, here, there, (_Atomic int *) memory);
        return 0;
    }
    void (*send)(void) = send_bytes, (*receive)(void) = receive_bytes;
    int forth[2] = {-1, -1}, back[2] = {-1, -1};
    if (strcmp(medium, "pipe") == 0) {
        if (pipe(forth) < 0 || pipe(back) < 0) fail("pipe");
    } else if (strcmp(medium, "unix") == 0) {
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, forth) < 0) fail("socketpair");
        back[0] = forth[1], back[1] = forth[0];
    } else if (strcmp(medium, "queue") == 0) {
        queue = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
        if (queue < 0) fail("msgget");
        send = send_queue, receive = receive_queue;
    } else if (strcmp(medium, "spin") == 0) {
        send = send_spin, receive = receive_spin;
    } else if (strcmp(medium, "futex") == 0) {
        send = send_futex, receive = receive_futex;
    } else {
        return 2;
    }
    pid_t child = fork();
    if (child < 0) fail("fork");
    int asks = child != 0;
    from = asks ? back[0] : forth[0], to = asks ? forth[1] : back[1];
    from_type = asks ? 2 : 1, to_type = asks ? 1 : 2;
    from_flag = (_Atomic int *) (memory + (asks ? 0 : HALF)), to_flag = (_Atomic int *) (memory + (asks ? HALF : 0));
    pin(asks ? here : there);
    if (!asks) {
        for (int i = 0; i < rounds; i++) {
            receive();
            send();
        }
        _exit(0);
    }
    long before = now();
    for (int i = 0; i < rounds; i++) {
        send();
        receive();
        long after = now();
        times[i] = after - before;
        before = after;
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (strcmp(medium, "queue") == 0) msgctl(queue, IPC_RMID, NULL);
    qsort(times, rounds, sizeof *times, ascending);
    printf("%d %ld %ld %ld %ld\n", rounds, times[rounds / 2], times[(int) (rounds * 0.9)], times[(int) (rounds * 0.99)], times[rounds - 1]);
    return status != 0;
}
