package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** {@code sys/socket.h}: sockets of all families, and descriptors sent over them. */
public final class SysSocket {
    public static final int AF_UNIX = Abi.value("AF_UNIX");
    public static final int AF_INET = Abi.value("AF_INET");
    public static final int SOCK_STREAM = Abi.value("SOCK_STREAM");
    public static final int SOCK_DGRAM = Abi.value("SOCK_DGRAM");
    public static final int SOCK_SEQPACKET = Abi.value("SOCK_SEQPACKET");
    public static final int SOCK_CLOEXEC = Abi.value("SOCK_CLOEXEC");
    public static final int SOL_SOCKET = Abi.value("SOL_SOCKET");
    public static final int SO_REUSEADDR = Abi.value("SO_REUSEADDR");
    public static final int SO_RCVBUF = Abi.value("SO_RCVBUF");
    public static final int SO_LINGER = Abi.value("SO_LINGER");
    public static final int MSG_PEEK = Abi.value("MSG_PEEK");
    public static final int MSG_DONTWAIT = Abi.value("MSG_DONTWAIT");
    public static final int MSG_TRUNC = Abi.value("MSG_TRUNC");
    public static final int MSG_NOSIGNAL = Abi.value("MSG_NOSIGNAL");
    public static final int SHUT_WR = Abi.value("SHUT_WR");

    private static final Downcall SOCKET = Downcall.ofInt("socket");
    private static final Downcall SOCKETPAIR = Downcall.ofInt("socketpair");
    private static final Downcall BIND = Downcall.ofInt("bind");
    private static final Downcall LISTEN = Downcall.ofInt("listen");
    private static final Downcall ACCEPT = Downcall.ofInt("accept");
    private static final Downcall CONNECT = Downcall.ofInt("connect");
    private static final Downcall SEND = Downcall.ofLong("send");
    private static final Downcall RECV = Downcall.ofLong("recv");
    private static final Downcall SENDTO = Downcall.ofLong("sendto");
    private static final Downcall RECVFROM = Downcall.ofLong("recvfrom");
    private static final Downcall SENDMSG = Downcall.ofLong("sendmsg");
    private static final Downcall RECVMSG = Downcall.ofLong("recvmsg");
    private static final Downcall SETSOCKOPT = Downcall.ofInt("setsockopt");
    private static final Downcall GETSOCKNAME = Downcall.ofInt("getsockname");
    private static final Downcall SHUTDOWN = Downcall.ofInt("shutdown");

    private SysSocket() {}

    public static Result socket(int family, int type) {
        return Downcall.result(SOCKET.invoke(family, type, 0));
    }

    /** Two connected UNIX sockets. */
    public static Result socketpair(int type, int[] pair) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment both = arena.allocate(JAVA_INT, 2);
            Result result = Downcall.result(SOCKETPAIR.invoke(AF_UNIX, type, 0, both.address()));
            pair[0] = both.getAtIndex(JAVA_INT, 0);
            pair[1] = both.getAtIndex(JAVA_INT, 1);
            return result;
        }
    }

    public static Result bind(int fd, MemorySegment address) {
        return Downcall.result(BIND.invoke(fd, address.address(), address.byteSize()));
    }

    public static Result listen(int fd, int backlog) {
        return Downcall.result(LISTEN.invoke(fd, backlog));
    }

    public static Result accept(int fd) {
        return Downcall.result(ACCEPT.invoke(fd, 0, 0));
    }

    public static Result connect(int fd, MemorySegment address) {
        return Downcall.result(CONNECT.invoke(fd, address.address(), address.byteSize()));
    }

    public static Result send(int fd, MemorySegment data, long size, int flags) {
        return Downcall.result(SEND.invoke(fd, data.address(), size, flags));
    }

    public static Result recv(int fd, MemorySegment buffer, long size, int flags) {
        return Downcall.result(RECV.invoke(fd, buffer.address(), size, flags));
    }

    public static Result sendto(int fd, MemorySegment data, long size, MemorySegment address) {
        return Downcall.result(SENDTO.invoke(fd, data.address(), size, 0, address.address(), address.byteSize()));
    }

    /** Receives and stores the sender's address, which must be large enough, into {@code from}. */
    public static Result recvfrom(int fd, MemorySegment buffer, long size, MemorySegment from) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocateFrom(JAVA_INT, (int) from.byteSize());
            return Downcall.result(RECVFROM.invoke(fd, buffer.address(), size, 0, from.address(), length.address()));
        }
    }

    public static Result setsockopt(int fd, int level, int option, int value) {
        try (Arena arena = Arena.ofConfined()) {
            return setsockopt(fd, level, option, arena.allocateFrom(JAVA_INT, value));
        }
    }

    public static Result setsockopt(int fd, int level, int option, MemorySegment value) {
        return Downcall.result(SETSOCKOPT.invoke(fd, level, option, value.address(), value.byteSize()));
    }

    public static Result getsockname(int fd, MemorySegment address) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocateFrom(JAVA_INT, (int) address.byteSize());
            return Downcall.result(GETSOCKNAME.invoke(fd, address.address(), length.address()));
        }
    }

    public static Result shutdown(int fd, int how) {
        return Downcall.result(SHUTDOWN.invoke(fd, how));
    }

    /** Sends a descriptor with one byte of data (SCM_RIGHTS, {@code unix(7)}). */
    public static Result sendDescriptor(int socket, int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment control = arena.allocate(Abi.value("CMSG_SPACE(4)"), 8);
            control.set(JAVA_LONG, 0, Abi.value("CMSG_LEN(4)"));
            control.set(JAVA_INT, Abi.value("offsetof(struct cmsghdr, cmsg_level)"), SOL_SOCKET);
            control.set(JAVA_INT, Abi.value("offsetof(struct cmsghdr, cmsg_type)"), Abi.value("SCM_RIGHTS"));
            control.set(JAVA_INT, Abi.value("sizeof(struct cmsghdr)"), fd);
            return Downcall.result(SENDMSG.invoke(socket, message(arena, control).address(), MSG_NOSIGNAL));
        }
    }

    /** Receives what {@link #sendDescriptor} sent; the result is the new descriptor. */
    public static Result receiveDescriptor(int socket) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment control = arena.allocate(Abi.value("CMSG_SPACE(4)"), 8);
            Result result = Downcall.result(RECVMSG.invoke(socket, message(arena, control).address(), 0));
            return result.value() < 1 ? result : new Result(control.get(JAVA_INT, Abi.value("sizeof(struct cmsghdr)")), 0);
        }
    }

    private static MemorySegment message(Arena arena, MemorySegment control) {
        MemorySegment vector = arena.allocate(Abi.value("sizeof(struct iovec)"), 8);
        vector.set(JAVA_LONG, 0, arena.allocate(1).address());
        vector.set(JAVA_LONG, Abi.value("offsetof(struct iovec, iov_len)"), 1);
        MemorySegment header = arena.allocate(Abi.value("sizeof(struct msghdr)"), 8);
        header.set(JAVA_LONG, Abi.value("offsetof(struct msghdr, msg_iov)"), vector.address());
        header.set(JAVA_LONG, Abi.value("offsetof(struct msghdr, msg_iovlen)"), 1);
        header.set(JAVA_LONG, Abi.value("offsetof(struct msghdr, msg_control)"), control.address());
        header.set(JAVA_LONG, Abi.value("offsetof(struct msghdr, msg_controllen)"), control.byteSize());
        return header;
    }
}
