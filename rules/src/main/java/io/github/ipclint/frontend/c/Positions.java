package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.SourceRange;

/** A text that is parsed, and the way from its offsets back to what the user wrote. */
interface Positions {
    /** The text that is parsed. */
    String text();

    /** What the user wrote for the characters from {@code start} to {@code end}, exclusive. */
    SourceRange range(int start, int end);

    /** The user's own text for these characters: the use of a macro, not its expansion. */
    String written(int start, int end);
}
