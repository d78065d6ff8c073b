package io.github.ipclint.finding;

/** How much a finding weighs; most severe first. */
public enum Level {
    /** Goes wrong in an ordinary run. */
    ERROR,
    /** Goes wrong on an error path, under load or under attack. */
    WARNING,
    /** Hygiene; reported only with the strict profile. */
    NOTE;

    /** Lower-case name, as SARIF and the console write it. */
    public String word() {
        return switch (this) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    public boolean atLeast(Level threshold) {
        return compareTo(threshold) <= 0;
    }
}
