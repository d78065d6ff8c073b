package io.github.ipclint.model;

import io.github.ipclint.ir.SourceRange;

/** An attribute that says nothing we understand; the message is for the person who wrote it. */
final class MalformedAttribute extends Exception {
    private static final long serialVersionUID = 1;

    private final transient SourceRange at;

    MalformedAttribute(SourceRange at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    SourceRange at() {
        return at;
    }
}
