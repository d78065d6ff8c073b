package io.github.ipclint.cli;

/** The user asked for something that cannot be done; the message says what and is all that is shown. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
