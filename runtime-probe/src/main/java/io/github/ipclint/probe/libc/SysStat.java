package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** {@code sys/stat.h}: what kind of file stands behind a descriptor, FIFOs, and the mask of new files. */
public final class SysStat {
    public static final int S_IFMT = Abi.value("S_IFMT");
    public static final int S_IFIFO = Abi.value("S_IFIFO");
    public static final int S_IFREG = Abi.value("S_IFREG");

    private static final Downcall FSTAT = Downcall.ofInt("fstat");
    private static final Downcall MKFIFO = Downcall.ofInt("mkfifo");
    private static final Downcall UMASK = Downcall.ofInt("umask");

    /** The fields of {@code struct stat} that experiments look at. */
    public record Stat(long device, long inode, int mode, long size) {
        public int type() {
            return mode & S_IFMT;
        }
    }

    private SysStat() {}

    public static Stat fstat(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment stat = arena.allocate(Abi.value("sizeof(struct stat)"), 8);
            Downcall.result(FSTAT.invoke(fd, stat.address())).orFail("fstat");
            return new Stat(
                    stat.get(JAVA_LONG, Abi.value("offsetof(struct stat, st_dev)")),
                    stat.get(JAVA_LONG, Abi.value("offsetof(struct stat, st_ino)")),
                    stat.get(JAVA_INT, Abi.value("offsetof(struct stat, st_mode)")),
                    stat.get(JAVA_LONG, Abi.value("offsetof(struct stat, st_size)")));
        }
    }

    public static Result mkfifo(String path, int mode) {
        try (Arena arena = Arena.ofConfined()) {
            return Downcall.result(MKFIFO.invoke(arena.allocateFrom(path).address(), mode));
        }
    }

    /** Sets the mask of the whole process and returns the one before. */
    public static int umask(int mask) {
        return (int) UMASK.invoke(mask);
    }
}
