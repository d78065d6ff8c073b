package io.github.ipclint.probe.cost;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the same round trip does from Java and from C, measured in turn.
 *
 * @param title what was compared, where
 * @param goal the ratio that is aimed at
 * @param java medians from Java in nanoseconds, one for each pair
 * @param c medians from C, in the same order
 */
public record Comparison(String title, double goal, List<Long> java, List<Long> c) {
    /** The ratios of the pairs, sorted. */
    private double[] ratios() {
        double[] ratios = new double[java.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (double) java.get(i) / c.get(i);
        }
        Arrays.sort(ratios);
        return ratios;
    }

    /** The median of the ratios; empty when they spread over more than the effect, so that they say nothing. */
    public Optional<Double> ratio() {
        double[] ratios = ratios();
        double median = ratios[ratios.length / 2];
        return lowest() <= 1 && highest() >= 1 && highest() - lowest() > Math.abs(median - 1) ? Optional.empty() : Optional.of(median);
    }

    /** The lowest ratio of a pair; of seven pairs lowest and highest enclose the median with 98 % confidence. */
    public double lowest() {
        return ratios()[0];
    }

    public double highest() {
        double[] ratios = ratios();
        return ratios[ratios.length - 1];
    }
}
