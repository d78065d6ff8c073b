package io.github.ipclint.probe.libc;

/**
 * What a call of the C library returned.
 *
 * @param value its result
 * @param errno the error number if the result means failure, else 0
 */
public record Result(long value, int errno) {
    /** Whether the call succeeded. */
    public boolean ok() {
        return errno == 0;
    }

    /** The result as an int: descriptors, ids, process ids. */
    public int number() {
        return (int) value;
    }

    /** The name of the error, or "ok". */
    public String error() {
        return ok() ? "ok" : Abi.errorName(errno);
    }

    /** This result if the call succeeded; a failure that was not foreseen ends the experiment. */
    public Result orFail(String call) {
        if (!ok()) {
            throw new CallFailedException(call, errno);
        }
        return this;
    }

    @Override
    public String toString() {
        return ok() ? Long.toString(value) : "-1 (" + error() + ")";
    }
}
