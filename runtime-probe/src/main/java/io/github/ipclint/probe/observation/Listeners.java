package io.github.ipclint.probe.observation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Stream sockets that somebody listens at in the network namespace of a process. */
public final class Listeners {
    private static final String LISTENING_UNIX = "00010000";
    private static final String LISTENING_TCP = "0A";
    private static final int HEXADECIMAL = 16;
    private static final int UNIX_FIELDS = 8;

    /**
     * Where to connect.
     *
     * @param kind {@code unix}, {@code abstract} or {@code tcp}
     * @param name path, name or port
     */
    public record Address(String kind, String name) {}

    private Listeners() {}

    /** The addresses, in the order of the kernel. */
    public static List<Address> of(int process) {
        List<Address> addresses = new ArrayList<>();
        for (String[] fields : table(process, "unix")) {
            if (fields.length == UNIX_FIELDS && fields[3].equals(LISTENING_UNIX)) {
                boolean named = fields[7].startsWith("@");
                addresses.add(new Address(named ? "abstract" : "unix", named ? fields[7].substring(1) : fields[7]));
            }
        }
        for (String[] fields : table(process, "tcp")) {
            if (fields.length > 3 && fields[3].equals(LISTENING_TCP)) {
                String port = fields[1].substring(fields[1].indexOf(':') + 1);
                addresses.add(new Address("tcp", Integer.toString(Integer.parseInt(port, HEXADECIMAL))));
            }
        }
        return addresses;
    }

    private static List<String[]> table(int process, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Integer.toString(process), "net", name))) {
            return lines.skip(1).map(line -> line.strip().split("\\s+", UNIX_FIELDS)).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }
}
