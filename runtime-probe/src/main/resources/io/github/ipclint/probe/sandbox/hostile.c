/* Tries to get out of a room, whose programs run in FOLDER. Ends with 0 when an attempt succeeds, with 1 when it is refused. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static int any_mount(int (*attempt)(const char *target))
{
    char device[512], target[512];
    FILE *mounts = fopen("/proc/self/mounts", "r");
    int done = 0;
    if (mounts == NULL)
        return 0;
    while (fscanf(mounts, "%511s %511s %*[^\n]", device, target) == 2)
        done |= attempt(target);
    fclose(mounts);
    return done;
}

static int remount(const char *target)
{
    return mount(NULL, target, NULL, MS_REMOUNT | MS_BIND, NULL) == 0 || umount2(target, MNT_DETACH) == 0;
}

/* What belongs to the room, and devices, may be written. */
static int write_there(const char *target)
{
    static const char *const own[] = {"/tmp", "/run", "/home", FOLDER, "/proc", "/dev"};
    char name[600];
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        if (strncmp(target, own[i], strlen(own[i])) == 0)
            return 0;
    if (open(target, O_WRONLY | O_APPEND | O_CLOEXEC) != -1)
        return 1;
    snprintf(name, sizeof name, "%s/ipclint-was-here", target);
    if (open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0600) == -1)
        return 0;
    unlink(name);
    return 1;
}

static int connect_path(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    size_t length = strlen(path);
    if (length >= sizeof address.sun_path)
        return 0;
    memcpy(address.sun_path, path, length);
    if (path[0] == '@')
        address.sun_path[0] = '\0';
    return connect(fd, (struct sockaddr *) &address, (socklen_t) (offsetof(struct sockaddr_un, sun_path) + length)) == 0;
}

static int connect_port(int port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short) port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return connect(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), (struct sockaddr *) &address, sizeof address) == 0;
}

static int fork_often(int wanted)
{
    int forked = 0;
    while (forked < wanted) {
        pid_t child = fork();
        if (child == -1)
            break;
        if (child == 0) {
            pause();
            _exit(0);
        }
        forked++;
    }
    signal(SIGTERM, SIG_IGN);
    kill(0, SIGTERM);
    while (wait(NULL) > 0)
        continue;
    return forked == wanted;
}

static int allocate(size_t size)
{
    char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED)
        return 0;
    for (size_t i = 0; i < size; i += 4096)
        memory[i] = 1;
    return 1;
}

static int has_descriptors(void)
{
    for (int fd = 3; fd < 256; fd++)
        if (fcntl(fd, F_GETFD) != -1)
            return 1;
    return 0;
}

static int stay(void)
{
    if (fork() == 0) {
        setsid();
        signal(SIGHUP, SIG_IGN);
        signal(SIGTERM, SIG_IGN);
        for (;;)
            pause();
    }
    return 1;
}

static int touch_first_process(void)
{
    char path[64], link[256];
    for (int fd = 0; fd < 16; fd++) {
        snprintf(path, sizeof path, "/proc/1/fd/%d", fd);
        if (readlink(path, link, sizeof link) != -1)
            return 1;
    }
    return ptrace(PTRACE_SEIZE, 1, NULL, NULL) == 0 || open("/proc/1/mem", O_RDWR) != -1 || readlink("/proc/1/root", link, sizeof link) != -1;
}

static int attempt(const char *what, const char *argument)
{
    if (strcmp(what, "remount") == 0)
        return any_mount(remount);
    if (strcmp(what, "write") == 0)
        return any_mount(write_there);
    if (strcmp(what, "connect") == 0)
        return connect_path(argument);
    if (strcmp(what, "port") == 0)
        return connect_port(atoi(argument));
    if (strcmp(what, "open") == 0)
        return open(argument, O_RDONLY | O_CLOEXEC) != -1;
    if (strcmp(what, "fork") == 0)
        return fork_often(atoi(argument));
    if (strcmp(what, "allocate") == 0)
        return allocate((size_t) 2 << 30);
    if (strcmp(what, "mount") == 0)
        return mount("none", "/tmp", "tmpfs", 0, NULL) == 0 || mount("/", "/tmp", NULL, MS_BIND | MS_REC, NULL) == 0;
    if (strcmp(what, "unshare") == 0)
        return unshare(CLONE_NEWUSER) == 0 || unshare(CLONE_NEWNS) == 0 || unshare(CLONE_NEWPID) == 0 || unshare(CLONE_NEWNET) == 0;
    if (strcmp(what, "node") == 0)
        return mknod("/tmp/memory", S_IFCHR | 0600, makedev(1, 1)) == 0;
    if (strcmp(what, "root") == 0)
        return chroot("/tmp") == 0;
    if (strcmp(what, "descriptors") == 0)
        return has_descriptors();
    if (strcmp(what, "first") == 0)
        return touch_first_process();
    if (strcmp(what, "stay") == 0)
        return stay();
    if (strcmp(what, "all") == 0)
        return kill(-1, SIGKILL) == 0;
    return 1;
}

int main(int argc, char *argv[])
{
    return attempt(argc > 1 ? argv[1] : "", argc > 2 ? argv[2] : "") ? EXIT_SUCCESS : EXIT_FAILURE;
}
