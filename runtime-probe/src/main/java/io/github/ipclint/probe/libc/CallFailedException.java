package io.github.ipclint.probe.libc;

/** A call of the C library failed where success was needed to go on. */
public final class CallFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int errno;

    CallFailedException(String call, int errno) {
        super(call + " failed with " + Abi.errorName(errno));
        this.errno = errno;
    }

    /** The error number. */
    public int errno() {
        return errno;
    }
}
