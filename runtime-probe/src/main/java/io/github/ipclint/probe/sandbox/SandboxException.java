package io.github.ipclint.probe.sandbox;

/** A room could not be made, or ended while it was in use. The message says why. */
public final class SandboxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SandboxException(String message) {
        super(message);
    }
}
