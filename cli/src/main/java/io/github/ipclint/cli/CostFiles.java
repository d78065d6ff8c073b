package io.github.ipclint.cli;

import com.google.gson.stream.JsonWriter;
import io.github.ipclint.report.CostReader;
import io.github.ipclint.probe.claim.ClaimRun;
import io.github.ipclint.probe.cost.Comparison;
import io.github.ipclint.probe.cost.CostRun;
import io.github.ipclint.probe.cost.Latency;
import io.github.ipclint.probe.cost.Mistake;
import io.github.ipclint.probe.cost.Placement;
import io.github.ipclint.probe.cost.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Measurements as files: everything as JSON, the latencies of each pair of processes as CSV, their distributions as .hgrm. */
final class CostFiles {

    /** Nobody pins the processes that make mistakes. */
    private static final String MISTAKES_RUN = "where the kernel puts them";

    private CostFiles() {}

    static void csv(Path file, CostRun.Result result) {
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.println(
                    "medium,bytes,placement,pair,samples,p50_ns,p90_ns,p99_ns,p999_ns,max_ns,cpu_here_ns,cpu_there_ns,bytes_per_s,remark");
            for (Row row : result.rows()) {
                String head = "\"" + row.medium().title() + "\"," + row.size() + "," + row.placement() + ",";
                if (row.latencies().isEmpty()) {
                    csv.println(head + ",,,,,,,,,," + row.remark());
                }
                for (int pair = 0; pair < row.latencies().size(); pair++) {
                    String bytes = pair < row.throughputs().size() ? row.throughputs().get(pair).toString() : "";
                    csv.println(head + (pair + 1) + "," + figures(row.latencies().get(pair)) + "," + bytes + ",");
                }
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** One file for each medium, size and placement, in the format of HdrHistogram's percentile distributions. */
    static void hgrm(Path folder, CostRun.Result result) {
        try {
            Files.createDirectories(folder);
            for (Row row : result.rows()) {
                if (!row.latencies().isEmpty()) {
                    String name = (row.medium().title() + "-" + row.size() + "-" + row.placement()).replaceAll("[^A-Za-z0-9]+", "-");
                    Files.writeString(folder.resolve(name.toLowerCase(Locale.ROOT) + ".hgrm"), row.distribution().hgrm());
                }
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** A percentile with too few samples stays empty. */
    private static String figures(Latency it) {
        return (it.samples() + "," + it.p50() + "," + it.p90() + "," + it.p99() + "," + it.p999() + "," + it.max() + "," + it.cpuHere()
                + ","
                + it.cpuThere()).replace("-1", "");
    }

    static void json(Path file, ClaimRun.Setting setting, CostRun.Plan plan, CostRun.Result result) {
        try (JsonWriter json = new JsonWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            json.setIndent("  ");
            json.beginObject().name("format").value(CostReader.FORMAT).name("formatVersion").value(CostReader.VERSION);
            json.name("toolVersion").value(Version.number());
            json.name("kernel").value(setting.kernel());
            json.name("processor").value(result.machine().processor());
            json.name("processors").value(result.machine().processors());
            json.name("load").value(result.machine().load());
            json.name("architecture").value(System.getProperty("os.arch"));
            json.name("java").value(Runtime.version().toString());
            json.name("namespaces").value(setting.isolation().fresh());
            json.name("quick").value(plan.peers() == 1);
            json.name("pairs").value(plan.peers());
            json.name("placements").beginArray();
            for (Placement it : result.placements()) {
                json.beginObject().name("name").value(it.name()).name("here").value(it.here()).name("there").value(it.there()).endObject();
            }
            json.endArray().name("rows").beginArray();
            for (Row row : result.rows()) {
                row(json, row);
            }
            json.endArray().name("mistakes").beginArray();
            for (Mistake mistake : result.mistakes()) {
                mistake(json, mistake);
            }
            json.endArray().name("comparisons").beginArray();
            for (Comparison it : result.comparisons()) {
                comparison(json, it);
            }
            json.endArray().endObject();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static void row(JsonWriter json, Row row) throws IOException {
        json.beginObject().name("medium").value(row.medium().title());
        json.name("bytes").value(row.size());
        json.name("placement").value(row.placement());
        if (!row.remark().isEmpty()) {
            json.name("remark").value(row.remark());
        }
        json.name("samples").value(row.latencies().stream().mapToLong(Latency::samples).sum());
        estimate(json, "p50", row, Latency::p50);
        estimate(json, "p99", row, Latency::p99);
        json.name("latencies").beginArray();
        for (Latency it : row.latencies()) {
            json.beginObject().name("samples").value(it.samples());
            percentile(json, "p50", it.p50());
            percentile(json, "p90", it.p90());
            percentile(json, "p99", it.p99());
            percentile(json, "p99.9", it.p999());
            json.name("max").value(it.max());
            json.name("cpuHere").value(it.cpuHere()).name("cpuThere").value(it.cpuThere()).endObject();
        }
        json.endArray().name("bytesPerSecond").beginArray();
        for (long it : row.throughputs()) {
            json.value(it);
        }
        json.endArray().endObject();
    }

    /** The median over the pairs; with its interval where there are several. Left out when a pair has too few samples for the percentile. */
    private static void estimate(JsonWriter json, String name, Row row, ToLongFunction<Latency> figure) throws IOException {
        if (row.latencies().isEmpty() || row.latencies().stream().anyMatch(it -> figure.applyAsLong(it) < 0)) {
            return;
        }
        Row.Estimate estimate = row.latency(figure);
        json.name(name).beginObject().name("value").value(estimate.value());
        if (row.latencies().size() > 1) {
            json.name("low").value(estimate.low()).name("high").value(estimate.high());
        }
        json.endObject();
    }

    private static void mistake(JsonWriter json, Mistake it) throws IOException {
        json.beginObject().name("rule").value(it.rule()).name("cost").value(it.cost());
        json.name("value").value(it.value()).name("whole").value(it.whole()).name("unit").value(it.unit());
        json.name("trials").value(it.trials()).name("placement").value(MISTAKES_RUN).endObject();
    }

    private static void percentile(JsonWriter json, String name, long value) throws IOException {
        if (value >= 0) {
            json.name(name).value(value);
        }
    }

    private static void comparison(JsonWriter json, Comparison it) throws IOException {
        json.beginObject().name("subject").value(it.title());
        json.name("lowest").value(it.lowest()).name("highest").value(it.highest()).name("goal").value(it.goal());
        if (it.ratio().isPresent()) {
            json.name("ratio").value(it.ratio().get());
        }
        json.endObject();
    }

    private static UsageException unwritable(Path file, IOException problem) {
        return new UsageException("cannot write '" + file + "': " + FailureMessages.reason(problem));
    }
}
