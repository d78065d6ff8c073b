package io.github.ipclint.probe.bench;

import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SocketAddress;
import io.github.ipclint.probe.libc.SysSocket;

/** Sockets of a trial: only on the loopback interface, only on ports that the kernel chose. */
public final class Sockets {
    private final Bench bench;

    public Sockets(Bench bench) {
        this.bench = bench;
    }

    /** A listening socket and its port. */
    public record Server(int fd, int port) {}

    public int inet(int type) {
        return bench.owned(SysSocket.socket(SysSocket.AF_INET, type | SysSocket.SOCK_CLOEXEC).orFail("socket").number());
    }

    public int unix(int type) {
        return bench.owned(SysSocket.socket(SysSocket.AF_UNIX, type | SysSocket.SOCK_CLOEXEC).orFail("socket").number());
    }

    /** A TCP server. */
    public Server listen() {
        Server bound = bound(SysSocket.SOCK_STREAM);
        SysSocket.listen(bound.fd(), 8).orFail("listen");
        return bound;
    }

    /** A socket that is bound to some port. */
    public Server bound(int type) {
        int fd = inet(type);
        SysSocket.bind(fd, SocketAddress.inet(bench.arena(), SocketAddress.LOOPBACK, 0)).orFail("bind");
        return new Server(fd, SocketAddress.portOf(bench.arena(), fd));
    }

    /** Takes the next connection. */
    public int accept(Server server) {
        return bench.owned(SysSocket.accept(server.fd()).orFail("accept").number());
    }

    public Result connect(int fd, int port) {
        return SysSocket.connect(fd, SocketAddress.inet(bench.arena(), SocketAddress.LOOPBACK, port));
    }

    /** Both ends of a TCP connection within this process: the accepted one and the connecting one. */
    public Descriptors.Ends connection() {
        Server server = listen();
        int client = inet(SysSocket.SOCK_STREAM);
        connect(client, server.port()).orFail("connect");
        return new Descriptors.Ends(accept(server), client);
    }

    /** The port of a socket, 0 if it has none. */
    public int port(int fd) {
        return SocketAddress.portOf(bench.arena(), fd);
    }
}
