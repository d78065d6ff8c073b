package io.github.ipclint.probe.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How samples become figures, and when they do not. */
class FiguresTest {
    @Test
    void aPercentileNeedsTenSamplesBeyondIt() {
        Latency few = Latency.of(LongStream.rangeClosed(1, 999).toArray(), 1, 2);
        assertThat(List.of(few.p50(), few.p90(), few.p99(), few.p999(), few.max())).containsExactly(500L, 900L, -1L, -1L, 999L);
        Latency many = Latency.of(LongStream.rangeClosed(1, 10_000).toArray(), 20, 10);
        assertThat(List.of(many.p50(), many.p90(), many.p99(), many.p999(), many.max())).containsExactly(5000L, 9000L, 9900L, 9990L,
                10_000L);
        assertThat(many.cpuHere()).isEqualTo(2);
    }

    @Test
    void latenciesSurviveTheWayBetweenProcesses() {
        Latency latency = Latency.of(new long[] {3, 1, 2}, 6, 9);
        assertThat(Latency.parse(latency.fields())).isEqualTo(latency);
    }

    @Test
    void distributionsAreWrittenAsPlottersReadThem() {
        Distribution distribution = Distribution.of(LongStream.rangeClosed(1, 1000).map(it -> it * 1000).toArray());
        List<String> lines = distribution.hgrm().lines().toList();
        assertThat(lines.getFirst().split(" +")).containsExactly("", "Value", "Percentile", "TotalCount", "1/(1-Percentile)");
        assertThat(lines).contains("       1.000 0.000000000000          1           1.00",
                "     100.000 0.100000000000        100           1.11",
                "     500.000 0.500000000000        500           2.00", "     750.000 0.750000000000        750           4.00",
                "    1000.000 1.000000000000       1000");
        assertThat(lines).noneMatch(it -> it.contains(" 0.995"));
        assertThat(lines).anyMatch(it -> it.matches("#\\[Max     = +1000\\.000, Total count    = +1000]"));
    }

    @Test
    void distributionsOfSeveralPeersAddUp() {
        Distribution one = Distribution.of(new long[] {5, 12_344, 5});
        assertThat(Distribution.parse(one.field())).isEqualTo(one);
        assertThat(Distribution.sum(List.of(one, one)).counts()).containsExactly(java.util.Map.entry(5L, 4L),
                java.util.Map.entry(12_300L, 2L));
    }

    @Test
    void whatMistakesCostSurvivesTheWayBetweenProcesses() {
        Mistake mistake = new Mistake("unchecked-result", "880 lost", 880, 1000, "messages lost", 1000);
        assertThat(Mistake.parse(mistake.fields())).isEqualTo(mistake);
        assertThat(mistake.fields()).hasSize(Mistake.FIELDS);
        Placement placement = new Placement(Placement.TWO, 0, 3);
        assertThat(Placement.parse(placement.fields())).isEqualTo(placement);
        assertThat(placement.fields()).hasSize(Placement.FIELDS);
    }

    @Test
    void everyProcessorHasAName() {
        assertThat(Machine.processor("processor\t: 0\nmodel name\t: AMD EPYC\nflags\t\t: fpu\n\nmodel name\t: other\n", "amd64"))
                .isEqualTo("AMD EPYC");
        assertThat(Machine.processor("processor : 0\nCPU implementer : 0x41\nCPU part : 0xd0c\n", "aarch64"))
                .isEqualTo("aarch64, implementer 0x41, part 0xd0c");
        assertThat(Machine.processor("", "aarch64")).isEqualTo("aarch64");
    }

    @Test
    void intervalsEncloseTheMedianAndAreTheSameEveryTime() {
        List<Latency> latencies =
                LongStream.of(5000, 5200, 5100, 9000, 5050)
                        .mapToObj(it -> new Latency(100, it, 0, 0, 0, 0, 0, 0, Distribution.of(new long[0]))).toList();
        Row row = new Row(Medium.PIPE, 64, "one cpu", latencies, List.of(), "");
        Row.Estimate estimate = row.latency(Latency::p50);
        assertThat(estimate.value()).isEqualTo(5100);
        assertThat(estimate.low()).isBetween(5000L, 5100L);
        assertThat(estimate.high()).isBetween(5100L, 9000L);
        assertThat(row.latency(Latency::p50)).isEqualTo(estimate);
    }

    @Test
    void noRatioWhenTheSpreadExceedsTheEffect() {
        assertThat(comparison(90, 105, 120).ratio()).isEmpty();
        assertThat(comparison(110, 120, 130).ratio()).contains(1.2);
        assertThat(comparison(110, 120, 130).lowest()).isEqualTo(1.1);
    }

    private static Comparison comparison(long... java) {
        return new Comparison("pipe", 1.2, LongStream.of(java).boxed().toList(), new ArrayList<>(Collections.nCopies(java.length, 100L)));
    }
}
