package io.github.ipclint.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The shapes in which results are written. */
enum ReportFormat {
    TEXT, SARIF, HTML, JSON, GITLAB, CHECKSTYLE, JUNIT;

    static Optional<ReportFormat> named(String word) {
        return Arrays.stream(values()).filter(format -> format.toString().equals(word)).findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
