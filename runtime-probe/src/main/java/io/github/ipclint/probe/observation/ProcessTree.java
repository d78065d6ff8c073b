package io.github.ipclint.probe.observation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the descendants of a process from {@code proc(5)}. Processes come and go meanwhile: what is gone is left out. */
public final class ProcessTree {
    private static final int COMMAND = 1;
    private static final int PARENT = 1;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final int OCTAL = 8;
    private static final int HEXADECIMAL = 16;

    /** Handlers that the C library installs for itself in programs with threads: the signals 32 and 33. */
    private static final long OF_THE_LIBRARY = 3L << 31;

    private ProcessTree() {}

    /**
     * All descendants of a process, parents first.
     *
     * @param programs folder of the programs under observation, as they see it
     */
    public static List<SeenProcess> below(int root, Path programs) {
        List<SeenProcess> seen = new ArrayList<>();
        for (int pid : children(root)) {
            // after its children: who lives then has had them when they were read, and did not lose them by its own end
            List<SeenProcess> descendants = below(pid, programs);
            read(pid, programs).ifPresent(seen::add);
            seen.addAll(descendants);
        }
        return seen;
    }

    private static List<Integer> children(int pid) {
        List<Integer> children = new ArrayList<>();
        for (Path task : list(Path.of("/proc", Integer.toString(pid), "task"))) {
            text(task.resolve("children")).ifPresent(line -> {
                for (String child : line.strip().split(" ")) {
                    if (!child.isEmpty()) {
                        children.add(Integer.parseInt(child));
                    }
                }
            });
        }
        return children;
    }

    private static Optional<SeenProcess> read(int pid, Path programs) {
        Path folder = Path.of("/proc", Integer.toString(pid));
        Optional<String> stat = text(folder.resolve("stat"));
        Optional<String> status = text(folder.resolve("status"));
        if (stat.isEmpty() || status.isEmpty()) {
            return Optional.empty();
        }
        int nameEnd = stat.get().lastIndexOf(')');
        String name = stat.get().substring(stat.get().indexOf('(') + COMMAND, nameEnd);
        String[] fields = stat.get().substring(nameEnd + 2).split(" ");
        Map<String, String> values = table(status.get());
        Map<String, String> io = text(folder.resolve("io")).map(ProcessTree::table).orElse(Map.of());
        String[] ids = values.getOrDefault("NSpid", Integer.toString(pid)).split("\\s+");
        long caught = Long.parseUnsignedLong(values.getOrDefault("SigCgt", "0"), HEXADECIMAL);
        char state = fields[0].charAt(0);
        return Optional.of(new SeenProcess(pid, Integer.parseInt(ids[ids.length - 1]), Integer.parseInt(fields[PARENT]), name, state,
                (caught & ~OF_THE_LIBRARY) != 0 && isUnderObservation(folder, programs), threads(folder), descriptors(folder),
                Long.parseLong(io.getOrDefault("syscr", "0")), Long.parseLong(io.getOrDefault("rchar", "0")),
                Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])));
    }

    /** Tools of the system may have handlers, but know nothing of descriptors that a program under observation left open for them. */
    private static boolean isUnderObservation(Path folder, Path programs) {
        try {
            return Files.readSymbolicLink(folder.resolve("exe")).startsWith(programs);
        } catch (IOException e) {
            return true;
        }
    }

    private static List<SeenThread> threads(Path folder) {
        List<SeenThread> threads = new ArrayList<>();
        for (Path task : list(folder.resolve("task"))) {
            String call = text(task.resolve("syscall")).orElse("");
            String switches = text(task.resolve("status")).map(ProcessTree::table)
                    .map(table -> table.getOrDefault("voluntary_ctxt_switches", "")).orElse("");
            threads.add(new SeenThread(Integer.parseInt(task.getFileName().toString()), Call.parse(call), call + switches));
        }
        return threads;
    }

    private static List<Descriptor> descriptors(Path folder) {
        List<Descriptor> descriptors = new ArrayList<>();
        for (Path link : list(folder.resolve("fd"))) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                String number = link.getFileName().toString();
                int flags = text(folder.resolve("fdinfo").resolve(number)).map(ProcessTree::table)
                        .map(table -> Integer.parseInt(table.getOrDefault("flags", "0"), OCTAL)).orElse(0);
                descriptors.add(new Descriptor(Integer.parseInt(number), target, flags));
            } catch (IOException e) {
                // closed in between
            }
        }
        return descriptors;
    }

    private static Map<String, String> table(String text) {
        Map<String, String> table = new HashMap<>();
        text.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                table.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        return table;
    }

    private static List<Path> list(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // the process has ended
        }
        return entries;
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
