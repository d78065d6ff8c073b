package io.github.ipclint.cli;

import java.util.Locale;

/** Which findings are wanted. */
enum Profile {
    /** What goes wrong in a run or on an error path. */
    DEFAULT,
    /** Hygiene too. */
    STRICT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
