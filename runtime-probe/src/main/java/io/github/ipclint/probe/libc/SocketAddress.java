package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** {@code netinet/in.h} and {@code sys/un.h}: addresses of sockets. */
public final class SocketAddress {
    public static final int LOOPBACK = 0x7f000001;
    public static final int IPPROTO_IP = Abi.value("IPPROTO_IP");
    public static final int IPPROTO_TCP = Abi.value("IPPROTO_TCP");
    public static final int TCP_NODELAY = Abi.value("TCP_NODELAY");
    public static final int IP_ADD_MEMBERSHIP = Abi.value("IP_ADD_MEMBERSHIP");
    public static final int IP_MULTICAST_IF = Abi.value("IP_MULTICAST_IF");
    public static final int IP_MULTICAST_ALL = Abi.value("IP_MULTICAST_ALL");

    private static final ValueLayout.OfShort NETWORK_SHORT = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt NETWORK_INT = JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private SocketAddress() {}

    /** An IPv4 address; the host as a number, 127.0.0.1 being {@link #LOOPBACK}. */
    public static MemorySegment inet(SegmentAllocator arena, int host, int port) {
        MemorySegment address = arena.allocate(Abi.value("sizeof(struct sockaddr_in)"), 4);
        address.set(JAVA_SHORT_UNALIGNED, 0, (short) SysSocket.AF_INET);
        address.set(NETWORK_SHORT, Abi.value("offsetof(struct sockaddr_in, sin_port)"), (short) port);
        address.set(NETWORK_INT, Abi.value("offsetof(struct sockaddr_in, sin_addr)"), host);
        return address;
    }

    /** The port in an IPv4 address. */
    public static int port(MemorySegment address) {
        return Short.toUnsignedInt(address.get(NETWORK_SHORT, Abi.value("offsetof(struct sockaddr_in, sin_port)")));
    }

    /** The port that a socket is bound to, 0 if to none. */
    public static int portOf(SegmentAllocator arena, int fd) {
        MemorySegment address = inet(arena, 0, 0);
        SysSocket.getsockname(fd, address).orFail("getsockname");
        return port(address);
    }

    /** A group and the local interface to join it on ({@code struct ip_mreq}). */
    public static MemorySegment membership(SegmentAllocator arena, int group, int host) {
        MemorySegment membership = arena.allocate(Abi.value("sizeof(struct ip_mreq)"), 4);
        membership.set(NETWORK_INT, 0, group);
        membership.set(NETWORK_INT, Integer.BYTES, host);
        return membership;
    }

    /** A host as the options of multicast take it. */
    public static MemorySegment host(SegmentAllocator arena, int host) {
        MemorySegment address = arena.allocate(Integer.BYTES, 4);
        address.set(NETWORK_INT, 0, host);
        return address;
    }

    /** The address of a UNIX socket in the file system. */
    public static MemorySegment unix(SegmentAllocator arena, String path) {
        MemorySegment address = arena.allocate(Abi.value("sizeof(struct sockaddr_un)"), 2);
        address.set(JAVA_SHORT_UNALIGNED, 0, (short) SysSocket.AF_UNIX);
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        int start = Abi.value("offsetof(struct sockaddr_un, sun_path)");
        if (start + bytes.length >= address.byteSize()) {
            throw new IllegalArgumentException("too long for the name of a socket: " + path);
        }
        MemorySegment.copy(bytes, 0, address, JAVA_BYTE, start, bytes.length);
        return address;
    }
}
