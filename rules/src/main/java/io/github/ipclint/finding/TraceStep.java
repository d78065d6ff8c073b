package io.github.ipclint.finding;

import io.github.ipclint.ir.SourceRange;

/**
 * One step of the path to a mistake.
 *
 * @param text what happened, lower-case, without full stop
 * @param process whose step it is: {@code parent}, {@code child}, {@code child 2}, or the program's name for whole programs
 */
public record TraceStep(SourceRange at, String text, Meaning meaning, String process) {
    /** What kind of step. */
    public enum Meaning {
        /** Where the thing comes from. */
        CREATION,
        FORK,
        USE,
        RELEASE,
        BRANCH,
        CALL,
        END;

        /** Whether the step may count as essential; at most three per finding do. */
        public boolean isEssential() {
            return this == CREATION || this == FORK || this == USE;
        }
    }
}
