package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** {@code unistd.h}: descriptors, pipes, and what a process knows of itself. */
public final class Unistd {
    public static final int SEEK_SET = Abi.value("SEEK_SET");
    public static final int SEEK_CUR = Abi.value("SEEK_CUR");
    public static final int SEEK_END = Abi.value("SEEK_END");

    private static final Downcall READ = Downcall.ofLong("read");
    private static final Downcall WRITE = Downcall.ofLong("write");
    private static final Downcall CLOSE = Downcall.ofInt("close");
    private static final Downcall DUP = Downcall.ofInt("dup");
    private static final Downcall DUP2 = Downcall.ofInt("dup2");
    private static final Downcall PIPE2 = Downcall.ofInt("pipe2");
    private static final Downcall LSEEK = Downcall.ofLong("lseek");
    private static final Downcall FTRUNCATE = Downcall.ofInt("ftruncate");
    private static final Downcall UNLINK = Downcall.ofInt("unlink");
    private static final Downcall RMDIR = Downcall.ofInt("rmdir");
    private static final Downcall GETPID = Downcall.ofInt("getpid");
    private static final Downcall GETEUID = Downcall.ofInt("geteuid");
    private static final Downcall SYSCONF = Downcall.ofLong("sysconf");
    private static final Downcall SBRK = Downcall.ofLong("sbrk");

    private Unistd() {}

    public static Result read(int fd, MemorySegment buffer, long size) {
        return Downcall.result(READ.invoke(fd, buffer.address(), size));
    }

    public static Result write(int fd, MemorySegment buffer, long size) {
        return Downcall.result(WRITE.invoke(fd, buffer.address(), size));
    }

    /** As {@link #write(int, MemorySegment, long)} from an address that need not be valid. */
    public static Result write(int fd, long address, long size) {
        return Downcall.result(WRITE.invoke(fd, address, size));
    }

    /** As {@link #read(int, MemorySegment, long)} to an address that need not be valid. */
    public static Result read(int fd, long address, long size) {
        return Downcall.result(READ.invoke(fd, address, size));
    }

    public static Result close(int fd) {
        return Downcall.result(CLOSE.invoke(fd));
    }

    public static Result dup(int fd) {
        return Downcall.result(DUP.invoke(fd));
    }

    public static Result dup2(int fd, int wanted) {
        return Downcall.result(DUP2.invoke(fd, wanted));
    }

    /** A pipe; {@code ends} receives the read end and the write end. */
    public static Result pipe2(int[] ends, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pair = arena.allocate(JAVA_INT, 2);
            Result result = Downcall.result(PIPE2.invoke(pair.address(), flags));
            ends[0] = pair.getAtIndex(JAVA_INT, 0);
            ends[1] = pair.getAtIndex(JAVA_INT, 1);
            return result;
        }
    }

    public static Result lseek(int fd, long offset, int whence) {
        return Downcall.result(LSEEK.invoke(fd, offset, whence));
    }

    public static Result ftruncate(int fd, long size) {
        return Downcall.result(FTRUNCATE.invoke(fd, size));
    }

    public static Result unlink(String path) {
        try (Arena arena = Arena.ofConfined()) {
            return Downcall.result(UNLINK.invoke(arena.allocateFrom(path).address()));
        }
    }

    public static Result rmdir(String path) {
        try (Arena arena = Arena.ofConfined()) {
            return Downcall.result(RMDIR.invoke(arena.allocateFrom(path).address()));
        }
    }

    public static int getpid() {
        return (int) GETPID.invoke();
    }

    public static int geteuid() {
        return (int) GETEUID.invoke();
    }

    public static long pageSize() {
        return SYSCONF.invoke(Abi.value("_SC_PAGESIZE"));
    }

    /** The end of the data area, the "break". */
    public static long dataEnd() {
        return SBRK.invoke(0);
    }
}
