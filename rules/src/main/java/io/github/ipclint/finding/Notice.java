package io.github.ipclint.finding;

import io.github.ipclint.ir.SourceRange;

/** Something that the analysis could not do, said to the user: a file that could not be read, a function analysed only in part. */
public record Notice(Level level, SourceRange at, String message) implements Comparable<Notice> {
    @Override
    public int compareTo(Notice other) {
        int byPlace = at.compareTo(other.at);
        return byPlace != 0 ? byPlace : message.compareTo(other.message);
    }
}
