package io.github.ipclint.probe.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.random.RandomGeneratorFactory;

/**
 * One medium, size and placement with what each peer gave.
 *
 * @param latencies one for each peer
 * @param throughputs bytes per second, one for each peer
 * @param remark why there are no latencies or throughputs, such as "refused EMSGSIZE"; else empty
 */
public record Row(Medium medium, int size, String placement, List<Latency> latencies, List<Long> throughputs, String remark) {
    private static final int RESAMPLES = 2000;

    /** An estimate with the interval that encloses it with 95 % confidence. */
    public record Estimate(long value, long low, long high) {}

    static Row empty(Medium medium, int size, String placement) {
        return new Row(medium, size, placement, new ArrayList<>(), new ArrayList<>(), "");
    }

    Row refused(String why) {
        return new Row(medium, size, placement, latencies, throughputs, why);
    }

    /** The round trips of all peers. */
    public Distribution distribution() {
        return Distribution.sum(latencies.stream().map(Latency::distribution).toList());
    }

    /** The median over the peers of some figure of theirs. */
    public Estimate latency(ToLongFunction<Latency> figure) {
        return estimate(latencies.stream().mapToLong(figure).toArray());
    }

    /** The median throughput over the peers, in bytes per second. */
    public Estimate throughput() {
        return estimate(throughputs.stream().mapToLong(Long::longValue).toArray());
    }

    /** Percentile bootstrap of the median over the peers; always with the same seed, so that equal samples give equal intervals. */
    private static Estimate estimate(long... values) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        long[] medians = new long[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            medians[i] = median(random.ints(values.length, 0, values.length).mapToLong(index -> values[index]).toArray());
        }
        Arrays.sort(medians);
        return new Estimate(median(values.clone()), medians[RESAMPLES / 40], medians[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    private static long median(long... values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
