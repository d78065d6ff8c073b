package io.github.ipclint.probe.sandbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that outlives processes.
 *
 * @param name key or path
 * @param details size, users and the like, for people; may be empty
 */
public record KernelObject(Kind kind, String name, String details) {
    /** Kinds of objects, as far as rules tell them apart. */
    public enum Kind {
        SEGMENT("System V segment"), QUEUE("System V queue"), SEMAPHORES("System V semaphore set"), POSIX_OBJECT("POSIX object"), FIFO(
                "FIFO"),
        SOCKET("socket");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public boolean isSystemV() {
            return this == SEGMENT || this == QUEUE || this == SEMAPHORES;
        }
    }

    /** Key, id, permissions, and what the kind has: {@code proc_sysvipc(5)}. */
    private static final Pattern SYSTEM_V =
            Pattern.compile("(shm|msg|sem)\\s+(-?\\d+)\\s+(\\d+)\\s+\\d+\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+).*");

    static Optional<KernelObject> parse(String line) {
        Matcher match = SYSTEM_V.matcher(line);
        if (match.matches()) {
            String name = Integer.parseInt(match.group(2)) == 0
                    ? "without a key" : "with key 0x" + Integer.toHexString((int) Long.parseLong(match.group(2)));
            return Optional.of(switch (match.group(1)) {
                case "shm" -> new KernelObject(Kind.SEGMENT, name, match.group(4) + " bytes, attached by " + match.group(7));
                case "msg" -> new KernelObject(Kind.QUEUE, name, match.group(5) + " messages");
                default -> new KernelObject(Kind.SEMAPHORES, name, match.group(4) + " semaphores");
            });
        }
        int space = line.indexOf(' ');
        String path = line.substring(space + 1);
        return switch (space < 0 ? "" : line.substring(0, space)) {
            case "file" -> Optional.of(new KernelObject(Kind.POSIX_OBJECT, path, ""));
            case "fifo" -> Optional.of(new KernelObject(Kind.FIFO, path, ""));
            case "socket" -> Optional.of(new KernelObject(Kind.SOCKET, path, ""));
            default -> Optional.empty();
        };
    }

    /** For people. */
    public String description() {
        return kind.title + " " + name + (details.isEmpty() ? "" : " (" + details + ")");
    }
}
