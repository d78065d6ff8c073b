package io.github.ipclint.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a result came about. Nothing in it names the person or the machine, nor comes from a clock.
 *
 * @param values what a reader of the run details sees, in order
 * @param date of what was analysed, as {@code 2026-11-21}
 * @param authors who wrote a line and when, for permissions
 */
public record RunDetails(Map<String, String> values, Optional<String> date, Blame authors) {
    /** Of runs that say nothing about themselves. */
    public static final RunDetails UNKNOWN = new RunDetails(Map.of(), Optional.empty(), (path, line) -> Optional.empty());

    public RunDetails {
        values = new LinkedHashMap<>(values);
    }

    /** Who wrote a line. */
    @FunctionalInterface
    public interface Blame {
        /** Empty where no version control knows it. */
        Optional<Author> author(String path, int line);
    }

    /** @param days age at the date of what was analysed */
    public record Author(String name, String date, long days) {}
}
