package io.github.ipclint.probe.cost;

import io.github.ipclint.probe.libc.Sched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What figures of this machine are worth nothing without.
 *
 * @param processor its model as the kernel names it
 * @param processors how many of them this process may use
 * @param load how many tasks wanted a processor in the last minute, from proc_loadavg(5); those of others make figures worse
 */
public record Machine(String processor, int processors, double load) {
    /** The machine that this runs on; Linux only. */
    public static Machine here() throws IOException {
        return new Machine(processor(Files.readString(Path.of("/proc/cpuinfo")), System.getProperty("os.arch")),
                Sched.processors().size(), Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]));
    }

    /** Kernels for x86 give the model's name; those for aarch64 only numbers of who made which part; see proc_cpuinfo(5). */
    static String processor(String cpuinfo, String architecture) {
        Map<String, String> values = cpuinfo.lines().filter(line -> line.contains(":")).map(line -> line.split(":", 2)).collect(
                Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip(), (first, _) -> first));
        String model = values.getOrDefault("model name", "");
        if (!model.isEmpty()) {
            return model;
        }
        String implementer = values.getOrDefault("CPU implementer", "");
        return implementer.isEmpty() ? architecture
                : architecture + ", implementer " + implementer + ", part " + values.getOrDefault("CPU part", "unknown");
    }
}
