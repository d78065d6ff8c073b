package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;

/** {@code fcntl.h}: opening files and what can be set on a descriptor. */
public final class Fcntl {
    public static final int O_RDONLY = Abi.value("O_RDONLY");
    public static final int O_WRONLY = Abi.value("O_WRONLY");
    public static final int O_RDWR = Abi.value("O_RDWR");
    public static final int O_CREAT = Abi.value("O_CREAT");
    public static final int O_EXCL = Abi.value("O_EXCL");
    public static final int O_NONBLOCK = Abi.value("O_NONBLOCK");
    public static final int O_CLOEXEC = Abi.value("O_CLOEXEC");
    public static final int F_GETFD = Abi.value("F_GETFD");
    public static final int F_SETFD = Abi.value("F_SETFD");
    public static final int F_GETFL = Abi.value("F_GETFL");
    public static final int F_SETFL = Abi.value("F_SETFL");
    public static final int F_DUPFD = Abi.value("F_DUPFD");
    public static final int F_DUPFD_CLOEXEC = Abi.value("F_DUPFD_CLOEXEC");
    public static final int FD_CLOEXEC = Abi.value("FD_CLOEXEC");
    public static final int F_SETPIPE_SZ = Abi.value("F_SETPIPE_SZ");
    public static final int F_GETPIPE_SZ = Abi.value("F_GETPIPE_SZ");

    private static final Downcall OPEN = Downcall.variadic("open", JAVA_INT, 2);
    private static final Downcall CREAT = Downcall.ofInt("creat");
    private static final Downcall FCNTL = Downcall.variadic("fcntl", JAVA_INT, 2);

    private Fcntl() {}

    public static Result open(String path, int flags, int mode) {
        try (Arena arena = Arena.ofConfined()) {
            return Downcall.result(OPEN.invoke(arena.allocateFrom(path).address(), flags, mode));
        }
    }

    public static Result creat(String path, int mode) {
        try (Arena arena = Arena.ofConfined()) {
            return Downcall.result(CREAT.invoke(arena.allocateFrom(path).address(), mode));
        }
    }

    public static Result fcntl(int fd, int command, int argument) {
        return Downcall.result(FCNTL.invoke(fd, command, argument));
    }
}
