package io.github.ipclint.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When console output is coloured. */
enum Colour {
    AUTO, ALWAYS, NEVER;

    /**
     * Decides for one run.
     *
     * @param noColor value of NO_COLOR; colour is off when it is set and not empty (no-color.org)
     * @param terminal whether standard output is a terminal
     */
    boolean isOn(@Nullable String noColor, boolean terminal) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> terminal && (noColor == null || noColor.isEmpty());
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
