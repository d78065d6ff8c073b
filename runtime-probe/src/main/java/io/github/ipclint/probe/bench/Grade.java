package io.github.ipclint.probe.bench;

import java.util.Arrays;
import java.util.Optional;

/** What the kernel says to a statement. */
public enum Grade {
    /** It is so, as said. */
    HOLDS("holds"),
    /** It is so under a condition that the statement does not name, or only in part. */
    QUALIFIED("qualified"),
    /** It is not so. */
    REFUTED("refuted"),
    /** This machine or user cannot tell. */
    UNDECIDED("undecided here"),
    /** No program can tell: the statement is about what no interface shows. */
    NOT_OBSERVABLE("not observable here");

    private final String word;

    Grade(String word) {
        this.word = word;
    }

    /** The grade as tables write it. */
    public String word() {
        return word;
    }

    /** The grade that a table writes so. */
    public static Optional<Grade> of(String word) {
        return Arrays.stream(values()).filter(grade -> grade.word.equals(word)).findFirst();
    }
}
