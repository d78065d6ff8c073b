/*
 * Connects to the address that it is told and goes away at once: "unix PATH", "abstract NAME" or "tcp PORT". A number behind it says how
 * often.
 */
#include <arpa/inet.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
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

int main(int argc, char *argv[])
{
    if (argc < 3)
        return EXIT_FAILURE;
    int connected = -1;
    for (int times = argc > 3 ? atoi(argv[3]) : 1; times > 0; times--)
        connected = strcmp(argv[1], "tcp") == 0 ? visit_port(atoi(argv[2])) : visit_path(argv[2], argv[1][0] == 'a');
    return connected == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
