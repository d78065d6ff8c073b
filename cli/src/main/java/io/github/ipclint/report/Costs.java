package io.github.ipclint.report;

import java.util.List;
import java.util.Optional;

/** What messages and mistakes cost where {@code ipclint probe cost} measured it. All times are in nanoseconds. */
public record Costs(Setting setting, List<Row> rows, List<Mistake> mistakes) {
    public Costs {
        rows = List.copyOf(rows);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Where and how it was measured.
     *
     * @param processor its model
     * @param processors how many could be used
     * @param load how many tasks wanted a processor in the minute before
     * @param quick whether one pair of processes was all there was: an impression, without intervals
     * @param pairs fresh pairs of processes
     */
    public record Setting(String kernel, String processor, int processors, Optional<Double> load, boolean quick, int pairs) {}

    /**
     * On which processors the two sides ran.
     *
     * @param here number of the asking side's processor
     * @param there that of the answering side's
     */
    public record Placement(String name, int here, int there) {}

    /**
     * Round trips of one medium, size and placement.
     *
     * @param samples how many round trips, of all pairs together
     * @param p50 empty where nothing could be measured, and the remark says why
     * @param p99 empty where there were too few samples for it
     */
    public record Row(String medium, int bytes, Placement placement, long samples, Optional<Estimate> p50, Optional<Estimate> p99,
            String remark) {}

    /** @param interval that encloses the value with 95 % confidence; empty where only one pair was measured */
    public record Estimate(long value, Optional<Interval> interval) {
        /** The lowest value that it may have. */
        public long low() {
            return interval.map(Interval::low).orElse(value);
        }

        /** The highest value that it may have. */
        public long high() {
            return interval.map(Interval::high).orElse(value);
        }
    }

    /** From one value to another, both of them included. */
    public record Interval(long low, long high) {}

    /**
     * A mistake that was made on purpose: so much of a whole, which is 0 when all is right.
     *
     * @param rule id of the rule that finds it in sources
     * @param cost what was measured, in a sentence
     * @param trials how many calls, accesses or runs the value comes from
     * @param placement where its processes ran
     */
    public record Mistake(String rule, String cost, double value, double whole, String unit, long trials, String placement) {}

    /** The mistakes that a rule finds. */
    public List<Mistake> of(String rule) {
        return mistakes.stream().filter(mistake -> mistake.rule().equals(rule)).toList();
    }
}
