package io.github.ipclint.probe.bench;

/** The experiment needs something that this machine does not have; the message says what. */
public final class NotHereException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotHereException(String what) {
        super(what);
    }
}
