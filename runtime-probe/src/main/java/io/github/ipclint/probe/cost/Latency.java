package io.github.ipclint.probe.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Round trips of one medium, size and placement with one peer, in nanoseconds; -1 stands for a percentile that has too few samples.
 *
 * @param samples how many round trips
 * @param cpuHere processor time of the asking side for each round trip, in nanoseconds
 * @param cpuThere the same of the answering side
 * @param distribution all of them
 */
public record Latency(int samples, long p50, long p90, long p99, long p999, long max, long cpuHere, long cpuThere,
        Distribution distribution) {
    /** A percentile counts only with ten samples beyond it. */
    private static final int BEYOND = 10;
    private static final int FIGURES = 8;

    /** Evaluates round-trip times, which get sorted. */
    static Latency of(long[] nanoseconds, long microsHere, long microsThere) {
        Arrays.sort(nanoseconds);
        int n = nanoseconds.length;
        return new Latency(n, percentile(nanoseconds, 0.5), percentile(nanoseconds, 0.9), percentile(nanoseconds, 0.99),
                percentile(nanoseconds, 0.999), nanoseconds[n - 1], microsHere * 1000 / n, microsThere * 1000 / n,
                Distribution.of(nanoseconds));
    }

    private static long percentile(long[] sorted, double quantile) {
        return sorted.length * (1 - quantile) < BEYOND - 1e-6 ? -1 : sorted[(int) Math.ceil(quantile * sorted.length) - 1];
    }

    List<String> fields() {
        List<String> fields = new ArrayList<>();
        for (long value : new long[] {samples, p50, p90, p99, p999, max, cpuHere, cpuThere}) {
            fields.add(Long.toString(value));
        }
        fields.add(distribution.field());
        return fields;
    }

    static Latency parse(List<String> fields) {
        long[] values = fields.stream().limit(FIGURES).mapToLong(Long::parseLong).toArray();
        return new Latency((int) values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7],
                Distribution.parse(fields.get(FIGURES)));
    }
}
