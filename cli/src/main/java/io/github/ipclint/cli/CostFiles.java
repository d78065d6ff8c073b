package io.github.ipclint.cli;

import com.google.gson.stream.JsonWriter;
import io.github.ipclint.probe.claim.ClaimRun;
import io.github.ipclint.probe.cost.Comparison;
import io.github.ipclint.probe.cost.CostRun;
import io.github.ipclint.probe.cost.Latency;
import io.github.ipclint.probe.cost.Mistake;
import io.github.ipclint.probe.cost.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measurements as files: everything as JSON, the latencies of each pair of processes as CSV. */
final class CostFiles {
    private static final int VERSION = 1;

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

    /** A percentile with too few samples stays empty. */
    private static String figures(Latency it) {
        return (it.samples() + "," + it.p50() + "," + it.p90() + "," + it.p99() + "," + it.p999() + "," + it.max() + "," + it.cpuHere()
                + ","
                + it.cpuThere()).replace("-1", "");
    }

    static void json(Path file, ClaimRun.Setting setting, CostRun.Plan plan, CostRun.Result result) {
        try (JsonWriter json = new JsonWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            json.setIndent("  ");
            json.beginObject().name("version").value(VERSION);
            json.name("kernel").value(setting.kernel());
            json.name("architecture").value(System.getProperty("os.arch"));
            json.name("java").value(Runtime.version().toString());
            json.name("namespaces").value(setting.isolation().fresh());
            json.name("quick").value(plan.peers() == 1);
            json.name("pairs").value(plan.peers());
            json.name("rows").beginArray();
            for (Row row : result.rows()) {
                row(json, row);
            }
            json.endArray().name("mistakes").beginArray();
            for (Mistake mistake : result.mistakes()) {
                json.beginObject().name("rule").value(mistake.rule()).name("cost").value(mistake.cost()).endObject();
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
