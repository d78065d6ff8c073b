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
                LongStream.of(5000, 5200, 5100, 9000, 5050).mapToObj(it -> new Latency(100, it, 0, 0, 0, 0, 0, 0)).toList();
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
