package io.github.ipclint.probe.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.channel.Conversation;
import io.github.ipclint.probe.channel.Link;
import io.github.ipclint.probe.channel.LinkKind;
import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Sched;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.process.Isolation;
import io.github.ipclint.probe.process.Shell;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Measuring works for every medium; how long things take is nothing that a test could know. */
@EnabledOnOs(OS.LINUX)
@Order(2)
class CostRunTest {
    @TempDir
    Path folder;

    @Test
    void everyMediumIsMeasured() throws IOException {
        CostRun.Plan plan = new CostRun.Plan(List.of(64), 1, 2, true, 0, false);
        CostRun.Result result = CostRun.run(plan, Isolation.detect(), _ -> {});
        assertThat(result.remarks()).isEmpty();
        assertThat(result.rows()).extracting(Row::medium).contains(Medium.values());
        assertThat(result.rows()).allSatisfy(row -> {
            assertThat(row.remark()).isEmpty();
            assertThat(row.latency(Latency::p50).value()).isPositive();
        });
        assertThat(result.rows()).filteredOn(row -> row.medium() == Medium.PIPE).allSatisfy(
                row -> assertThat(row.throughput().value()).isPositive());
    }

    /** The goals are lower, and {@code probe cost} holds them up: a build shares the machine with others. */
    @Test
    void javaIsNowhereHalfAsSlowAgainAsC() throws IOException {
        assumeTrue(Shell.run(folder, "command -v cc").code() == 0, "needs cc");
        CostRun.Result result = CostRun.run(new CostRun.Plan(List.of(), 0, 0, false, 1_500, false), Isolation.detect(), _ -> {});
        assertThat(result.remarks()).isEmpty();
        assertThat(result.comparisons()).isNotEmpty().allSatisfy(it -> assertThat(it.lowest()).as(it.toString()).isLessThanOrEqualTo(1.5));
    }

    @Test
    void aSizeThatTheKernelRefusesIsNeverCut() throws IOException {
        try (Workbench workbench = new Workbench(Isolation.detect())) {
            assertThat(workbench.ask("latency", Medium.UDP, 1 << 20, Placement.ONE, 1_000_000, 20)).containsExactly("refused", "EMSGSIZE");
            assertThat(workbench.ask("latency", Medium.POSIX_QUEUE, 1 << 20, Placement.ONE, 1_000_000, 20)).containsExactly("refused",
                    "EMSGSIZE");
            assertThat(workbench.ask("latency", Medium.SYSTEM_V_QUEUE, 1 << 20, Placement.ONE, 1_000_000, 20)).containsExactly("refused",
                    "EINVAL");
            assertThat(workbench.ask("latency", Medium.PIPE, 1 << 20, Placement.ONE, 1_000_000, 20).getFirst()).isEqualTo("done");
        }
    }

    @Test
    void everyMistakeHasItsPrice() throws IOException {
        try (Workbench workbench = new Workbench(Isolation.detect())) {
            List<String> answer = workbench.ask("mistakes");
            assertThat(answer.getFirst()).isEqualTo(WorkbenchMain.DONE);
            assertThat(String.join(" ", answer)).contains("reads that return 0 each second", "leaves 1 segment with 4096 bytes",
                    "rests in read for ever, 1 process blocked; without that end it ends at once", "120 are kept and 880 lost");
        }
    }

    @Test
    void aRoundTripFromJavaIsOneWriteAndOneRead() throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/thread-self/io")), "the kernel does not count the calls of a thread");
        int[] ends = new int[2];
        Unistd.pipe2(ends, Fcntl.O_CLOEXEC).orFail("pipe2");
        try (Arena arena = Arena.ofConfined(); Link link = LinkKind.DESCRIPTORS.open(arena, 64, ends[0], ends[1])) {
            long before = writes();
            Conversation.ask(link, new long[100], Sched.processors().getFirst());
            assertThat(writes() - before).isEqualTo(100);
        } finally {
            Unistd.close(ends[0]);
            Unistd.close(ends[1]);
        }
    }

    private static long writes() throws IOException {
        return Files.readAllLines(Path.of("/proc/thread-self/io")).stream().filter(it -> it.startsWith("syscw")).mapToLong(
                it -> Long.parseLong(it.substring(7))).findFirst().orElseThrow();
    }

    @Test
    void aRoundTripOfTheAnchorIsTwoWritesAndTwoReadsOfBothSides() throws IOException {
        assumeTrue(Shell.run(folder, "command -v cc && command -v strace").code() == 0, "needs cc and strace");
        try (Bench bench = new Bench(folder, Isolation.without("test"), () -> {
            throw new IllegalStateException("no peer");
        })) {
            Anchor.compile(bench, folder);
        }
        int cpu = Sched.processors().getFirst();
        Shell.Finished finished = Shell.run(folder, "strace -f -q -o trace -e trace=read,write ./anchor pipe 100 64 " + cpu + " " + cpu);
        assumeTrue(finished.code() == 0, "strace is not allowed here");
        List<String> trace = Files.readAllLines(folder.resolve("trace"));
        assertThat(trace).filteredOn(it -> it.contains("write") && it.matches(".*= 64$")).hasSize(200);
        assertThat(trace).filteredOn(it -> it.contains("read") && it.matches(".*= 64$")).hasSize(200);
    }
}
