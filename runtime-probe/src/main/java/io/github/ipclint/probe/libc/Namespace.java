package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** {@code sys/mount.h} and {@code net/if.h}: what fresh namespaces need before they can be used. */
public final class Namespace {
    private static final Downcall MOUNT = Downcall.ofInt("mount");
    private static final Downcall IOCTL = Downcall.variadic("ioctl", JAVA_INT, 2);

    private Namespace() {}

    /** Mounts an empty file system in memory over a folder. */
    public static Result mountTmpfs(String folder) {
        try (Arena arena = Arena.ofConfined()) {
            long type = arena.allocateFrom("tmpfs").address();
            return Downcall.result(MOUNT.invoke(type, arena.allocateFrom(folder).address(), type, 0, 0));
        }
    }

    /** Brings up the loopback interface, which is down in a fresh network namespace. */
    public static Result raiseLoopback() {
        Result socket = SysSocket.socket(SysSocket.AF_INET, SysSocket.SOCK_DGRAM | SysSocket.SOCK_CLOEXEC);
        if (!socket.ok()) {
            return socket;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(Abi.value("sizeof(struct ifreq)"), 8);
            byte[] name = "lo".getBytes(StandardCharsets.US_ASCII);
            MemorySegment.copy(MemorySegment.ofArray(name), 0, request, 0, name.length);
            Result read = Downcall.result(IOCTL.invoke(socket.value(), Abi.value("SIOCGIFFLAGS"), request.address()));
            if (!read.ok()) {
                return read;
            }
            long flags = Abi.value("offsetof(struct ifreq, ifr_flags)");
            request.set(JAVA_SHORT_UNALIGNED, flags, (short) (request.get(JAVA_SHORT_UNALIGNED, flags) | Abi.value("IFF_UP")));
            return Downcall.result(IOCTL.invoke(socket.value(), Abi.value("SIOCSIFFLAGS"), request.address()));
        } finally {
            Unistd.close(socket.number());
        }
    }
}
