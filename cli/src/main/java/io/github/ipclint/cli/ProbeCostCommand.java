package io.github.ipclint.cli;

import io.github.ipclint.probe.claim.ClaimRun;
import io.github.ipclint.probe.cost.Comparison;
import io.github.ipclint.probe.cost.CostRun;
import io.github.ipclint.probe.cost.Latency;
import io.github.ipclint.probe.cost.Machine;
import io.github.ipclint.probe.cost.Mistake;
import io.github.ipclint.probe.cost.Row;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ipclint probe cost}: measures what messages and mistakes cost. */
@Command(
        name = "cost",
        description = "Measure round trips and throughput of all media from Java, and what mistakes cost.",
        sortOptions = false,
        exitCodeList = {" 0:measured", " 1:something could not be measured", " 2:wrong usage", " 3:internal error"})
final class ProbeCostCommand implements Callable<Integer> {
    private static final String WIPE = "\r\u001b[K";

    private final Terminal terminal;

    @Option(names = "--quick", description = "One size, one pair of processes, no intervals: an impression in seconds.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results to a file, too.")
    private @Nullable Path json;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the latencies of each pair to a file, too.")
    private @Nullable Path csv;

    @Option(names = "--hgrm", paramLabel = "DIR",
            description = "Write the distribution of each row to a file there, too, for plotters of HdrHistogram.")
    private @Nullable Path hgrm;

    ProbeCostCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ClaimRun.Setting setting = ClaimRun.setting();
        PrintStream out = terminal.out();
        if (!setting.supported()) {
            out.println("not supported here: " + setting.kernel());
            return ExitCode.CLEAN;
        }
        CostRun.Plan plan = quick ? CostRun.Plan.quick() : CostRun.Plan.full();
        out.printf("%s, %s; about %d s%n", setting.kernel(), setting.isolation().description(), plan.seconds());
        out.flush();
        CostRun.Result result = CostRun.run(plan, setting.isolation(), progress());
        wipe();
        Machine machine = result.machine();
        out.printf(Locale.ROOT, "%s, %d processors, load before %.2f%n", machine.processor(), machine.processors(), machine.load());
        show(plan, result);
        if (json != null) {
            CostFiles.json(terminal.workingFolder().resolve(json), setting, plan, result);
        }
        if (csv != null) {
            CostFiles.csv(terminal.workingFolder().resolve(csv), result);
        }
        if (hgrm != null) {
            CostFiles.hgrm(terminal.workingFolder().resolve(hgrm), result);
        }
        return result.remarks().isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    private Consumer<String> progress() {
        return what -> {
            if (terminal.showsProgress()) {
                terminal.err().print(WIPE + "ipclint: measuring, " + what);
                terminal.err().flush();
            }
        };
    }

    private void wipe() {
        if (terminal.showsProgress()) {
            terminal.err().print(WIPE);
            terminal.err().flush();
        }
    }

    private void show(CostRun.Plan plan, CostRun.Result result) {
        PrintStream out = terminal.out();
        out.println(plan.peers() > 1
                ? "Round trips in microseconds, median of " + plan.peers() + " fresh pairs of processes [95 % interval of the median];"
                        + " n samples each"
                : "QUICK: round trips in microseconds of one pair of processes, without intervals; n samples");
        out.printf("%-24s %8s %-8s %24s %9s %9s %9s %10s %7s %9s %9s  %s%n", "medium", "bytes", "on", "p50", "p90", "p99", "p99.9", "max",
                "n",
                "cpu here", "cpu there", "throughput");
        result.rows().forEach(row -> show(row, plan.peers() > 1));
        out.println("A percentile is shown only with ten samples beyond it. Waking a halted virtual processor is part of 'two cpus'.");
        out.println("Mistakes:");
        for (Mistake mistake : result.mistakes()) {
            out.printf("  %-26s %s%n", mistake.rule(), mistake.cost());
        }
        if (!result.comparisons().isEmpty()) {
            out.println("Java against C (cc -O2), in turn, ratio of the medians [lowest..highest of the pairs]:");
            result.comparisons().forEach(this::show);
        }
        result.remarks().forEach(remark -> out.println("not measured: " + remark));
    }

    private void show(Row row, boolean intervals) {
        PrintStream out = terminal.out();
        String head = String.format(Locale.ROOT, "%-24s %8d %-8s ", row.medium().title(), row.size(), row.placement());
        if (row.latencies().isEmpty()) {
            out.println(head + row.remark());
            return;
        }
        Row.Estimate p50 = row.latency(Latency::p50);
        String median = micros(p50.value()) + (intervals ? " [" + micros(p50.low()) + ".." + micros(p50.high()) + "]" : "");
        out.printf(Locale.ROOT, "%s%24s %9s %9s %9s %10s %7d %9s %9s  %s%n", head, median, micros(row.latency(Latency::p90).low()),
                micros(row.latency(Latency::p99).low()), micros(row.latency(Latency::p999).low()),
                micros(row.latency(Latency::max).value()),
                row.latency(Latency::samples).value(), micros(row.latency(Latency::cpuHere).value()),
                micros(row.latency(Latency::cpuThere).value()), throughput(row));
    }

    private static String throughput(Row row) {
        return row.throughputs().isEmpty() ? "" : String.format(Locale.ROOT, "%,.1f MB/s", row.throughput().value() / 1e6);
    }

    private static String micros(long nanoseconds) {
        return nanoseconds < 0 ? "-" : String.format(Locale.ROOT, "%.2f", nanoseconds / 1e3);
    }

    private void show(Comparison comparison) {
        String interval = String.format(Locale.ROOT, "[%.2f..%.2f]", comparison.lowest(), comparison.highest());
        String ratio = comparison.ratio().map(it -> String.format(Locale.ROOT, "%.2f %s", it, interval)).orElse(
                "no ratio, the pairs spread over more than the effect " + interval);
        terminal.out().printf(Locale.ROOT, "  %-44s %s, goal %.2f%n", comparison.title(), ratio, comparison.goal());
    }
}
