package io.github.ipclint.probe.cost;

import java.util.List;

/**
 * What a mistake cost when it was made here: so much of a whole, such as 880 of 1000 messages lost. With nothing wrong the value would be 0.
 *
 * @param rule id of the rule that finds it in sources
 * @param cost what was measured, in a sentence
 * @param unit what value and whole count, such as {@code messages lost}
 * @param trials how many calls, accesses or runs the value comes from
 */
public record Mistake(String rule, String cost, double value, double whole, String unit, long trials) {
    /** How many strings one of them is on the way between processes. */
    static final int FIELDS = 6;

    List<String> fields() {
        return List.of(rule, cost, Double.toString(value), Double.toString(whole), unit, Long.toString(trials));
    }

    static Mistake parse(List<String> fields) {
        return new Mistake(fields.get(0), fields.get(1), Double.parseDouble(fields.get(2)), Double.parseDouble(fields.get(3)),
                fields.get(4), Long.parseLong(fields.get(5)));
    }
}
