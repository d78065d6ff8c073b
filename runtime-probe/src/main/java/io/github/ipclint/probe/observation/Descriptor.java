package io.github.ipclint.probe.observation;

import io.github.ipclint.probe.libc.Fcntl;

/**
 * An open descriptor of some process.
 *
 * @param target what the link in {@code /proc/PID/fd} says: {@code pipe:[123]}, a path …
 * @param flags of the open file description
 */
public record Descriptor(int number, String target, int flags) {
    private static final int ACCESS_MODE = Fcntl.O_WRONLY | Fcntl.O_RDWR;

    public boolean isPipe() {
        return target.startsWith("pipe:[");
    }

    public boolean readable() {
        return (flags & ACCESS_MODE) != Fcntl.O_WRONLY;
    }

    public boolean writable() {
        return (flags & ACCESS_MODE) != Fcntl.O_RDONLY;
    }
}
