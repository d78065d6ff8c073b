package io.github.ipclint.probe.cost;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often each value came, to three significant digits.
 *
 * @param counts by value in nanoseconds
 */
public record Distribution(SortedMap<Long, Long> counts) {
    private static final long DIGITS = 1000;
    private static final int TICKS_PER_HALVING = 5;
    private static final int BEYOND = 10;
    private static final double NANOS_PER_MICRO = 1000;
    private static final double TOLERANCE = 1e-6;

    public Distribution {
        counts = new TreeMap<>(counts);
    }

    static Distribution of(long[] nanoseconds) {
        SortedMap<Long, Long> counts = new TreeMap<>();
        for (long value : nanoseconds) {
            counts.merge(rounded(value), 1L, Long::sum);
        }
        return new Distribution(counts);
    }

    private static long rounded(long value) {
        long unit = 1;
        while (value / unit >= DIGITS) {
            unit *= 10;
        }
        return (value + unit / 2) / unit * unit;
    }

    /** All values of several distributions. */
    static Distribution sum(Collection<Distribution> all) {
        SortedMap<Long, Long> counts = new TreeMap<>();
        all.forEach(each -> each.counts.forEach((value, count) -> counts.merge(value, count, Long::sum)));
        return new Distribution(counts);
    }

    /** As one field of an answer. */
    String field() {
        return counts.entrySet().stream().map(it -> it.getKey() + ":" + it.getValue()).collect(Collectors.joining(" "));
    }

    static Distribution parse(String field) {
        SortedMap<Long, Long> counts = new TreeMap<>();
        for (String pair : field.isEmpty() ? new String[0] : field.split(" ")) {
            int colon = pair.indexOf(':');
            counts.put(Long.parseLong(pair.substring(0, colon)), Long.parseLong(pair.substring(colon + 1)));
        }
        return new Distribution(counts);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The distribution as text in the format that HdrHistogram prints and its plotters read, in microseconds. Percentiles end where fewer
     * than ten values lie beyond; only the maximum follows.
     */
    public String hgrm() {
        long total = total();
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%12s %14s %10s %14s%n%n", "Value", "Percentile", "TotalCount",
                "1/(1-Percentile)"));
        double reached = 0;
        long count = 0;
        for (Map.Entry<Long, Long> each : counts.entrySet()) {
            count += each.getValue();
            while (count + TOLERANCE >= reached * total && total * (1 - reached) + TOLERANCE >= BEYOND) {
                text.append(String.format(Locale.ROOT, "%12.3f %2.12f %10d %14.2f%n", each.getKey() / NANOS_PER_MICRO, reached, count,
                        1 / (1 - reached)));
                reached += (1 - reached) / step(reached);
            }
        }
        long largest = counts.isEmpty() ? 0 : counts.lastKey();
        text.append(String.format(Locale.ROOT, "%12.3f %2.12f %10d%n", largest / NANOS_PER_MICRO, 1.0, total));
        return text + footer(total, largest);
    }

    /** So many parts of what is left of the whole make the next step: five steps until half of it is gone. */
    private static double step(double reached) {
        double left = 1 - reached;
        double halving = Math.pow(2, Math.floor(Math.log(left) / Math.log(2) + 1e-9));
        return left / (halving / 2 / TICKS_PER_HALVING);
    }

    private String footer(long total, long largest) {
        double mean = counts.entrySet().stream().mapToDouble(it -> (double) it.getKey() * it.getValue()).sum() / Math.max(1, total);
        double square = counts.entrySet().stream().mapToDouble(it -> Math.pow(it.getKey() - mean, 2) * it.getValue()).sum();
        return String.format(Locale.ROOT, "#[Mean    = %12.3f, StdDeviation   = %12.3f]%n#[Max     = %12.3f, Total count    = %12d]%n"
                + "#[Buckets = %12d, SubBuckets     = %12d]%n", mean / NANOS_PER_MICRO,
                Math.sqrt(square / Math.max(1, total)) / NANOS_PER_MICRO, largest / NANOS_PER_MICRO, total, counts.size(), 1);
    }
}
