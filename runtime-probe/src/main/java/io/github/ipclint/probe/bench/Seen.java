package io.github.ipclint.probe.bench;

/**
 * What one trial showed.
 *
 * @param outcome name of one of the declared outcomes
 * @param detail the observation itself, in a few words and numbers
 */
public record Seen(String outcome, String detail) {
    public Seen {
        detail = detail.strip().replace("\0", "\\0").replace("\n", "\\n");
    }

    /** One of two outcomes, depending on what was observed. */
    public static Seen either(boolean condition, String yes, String no, Object detail) {
        return new Seen(condition ? yes : no, String.valueOf(detail));
    }
}
