package io.github.ipclint.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which started programs write so little that no pipe fills with it: {@code quiet-programs.txt}. */
final class QuietPrograms {
    private static final Set<String> NAMES = read();

    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash");

    /** What joins several commands in a line for a shell. */
    private static final String JOINING = ";|&\n`$(";

    private QuietPrograms() {}

    private static Set<String> read() {
        try (InputStream file = Objects.requireNonNull(QuietPrograms.class.getResourceAsStream("quiet-programs.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param command its first words, as far as they are known */
    static boolean isQuiet(List<String> command) {
        if (command.isEmpty()) {
            return false;
        }
        String name = name(command.getFirst());
        if (SHELLS.contains(name) && command.size() > 2 && command.get(1).equals("-c")) {
            String line = command.get(2);
            return line.chars().noneMatch(c -> JOINING.indexOf(c) >= 0) && NAMES.contains(name(line.strip().split(" ", 2)[0]));
        }
        return NAMES.contains(name);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
