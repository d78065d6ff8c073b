package io.github.ipclint.ir;

import java.util.Comparator;

/**
 * The text that the user wrote, also where a macro was expanded.
 *
 * @param path relative to the root of the analysis, with {@code /}
 * @param line first line, 1-based
 * @param column first column, 1-based, in UTF-16 units
 * @param endLine last line, inclusive
 * @param endColumn column after the last character
 */
public record SourceRange(String path, int line, int column, int endLine, int endColumn) implements Comparable<SourceRange> {
    /** Stands for what no source text says: the start of a program, a value that a model made up. */
    public static final SourceRange NONE = new SourceRange("", 0, 0, 0, 0);

    private static final Comparator<SourceRange> ORDER = Comparator.comparing(SourceRange::path)
            .thenComparingInt(SourceRange::line)
            .thenComparingInt(SourceRange::column)
            .thenComparingInt(SourceRange::endLine)
            .thenComparingInt(SourceRange::endColumn);

    @Override
    public int compareTo(SourceRange other) {
        return ORDER.compare(this, other);
    }

    /** Whether the other range lies wholly inside this one. */
    public boolean contains(SourceRange other) {
        return path.equals(other.path)
                && (line < other.line || (line == other.line && column <= other.column))
                && (endLine > other.endLine || (endLine == other.endLine && endColumn >= other.endColumn));
    }

    @Override
    public String toString() {
        return path + ":" + line + ":" + column;
    }
}
