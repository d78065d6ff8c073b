package io.github.ipclint.probe.libc;

/** {@code sys/file.h}: locks that belong to an open file description. */
public final class SysFile {
    public static final int LOCK_EX = Abi.value("LOCK_EX");
    public static final int LOCK_NB = Abi.value("LOCK_NB");

    private static final Downcall FLOCK = Downcall.ofInt("flock");

    private SysFile() {}

    public static Result flock(int fd, int operation) {
        return Downcall.result(FLOCK.invoke(fd, operation));
    }
}
