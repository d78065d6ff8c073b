/*
 * Connects to the address that it is told and goes away at once: "unix PATH", "abstract NAME" or "tcp PORT"; or leaves a line in "fifo
 * PATH". A number behind it says how often.
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

static int visit(int fd, struct sockaddr *address, socklen_t size)
{
    int result = connect(fd, address, size);
    close(fd);
    return result;
}

static int visit_path(const char *name, int abstract)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t length = strlen(name);
    if (length + 1 >= sizeof address.sun_path)
        return -1;
    memcpy(address.sun_path + abstract, name, length);
    return visit(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr *) &address, (socklen_t) (offsetof(struct sockaddr_un, sun_path) + length + 1));
}

static int visit_port(int port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short) port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return visit(socket(AF_INET, SOCK_STREAM, 0), (struct sockaddr *) &address, sizeof address);
}

static int visit_fifo(const char *path)
{
    static const char line[] = "visit\n";
    int fifo = open(path, O_WRONLY);
    ssize_t written = write(fifo, line, sizeof line - 1);
    close(fifo);
    return written == (ssize_t) sizeof line - 1 ? 0 : -1;
}

static int visit_once(const char *kind, const char *name)
{
    if (strcmp(kind, "fifo") == 0)
        return visit_fifo(name);
    return strcmp(kind, "tcp") == 0 ? visit_port(atoi(name)) : visit_path(name, kind[0] == 'a');
}

int main(int argc, char *argv[])
{
    if (argc < 3)
        return EXIT_FAILURE;
    int result = -1;
    for (int times = argc > 3 ? atoi(argv[3]) : 1; times > 0; times--) {
        /* where nobody opens the door within two seconds, nobody will */
        alarm(2);
        result = visit_once(argv[1], argv[2]);
        /* who comes too soon is not noticed at a FIFO, and waits for a second at a port */
        struct timespec moment = {.tv_nsec = 1000000};
        if (times > 1)
            nanosleep(&moment, NULL);
    }
    return result == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
