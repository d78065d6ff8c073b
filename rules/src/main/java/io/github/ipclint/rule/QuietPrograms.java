package io.github.ipclint.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which started programs write so little that no pipe fills with it: {@code quiet-programs.txt}. */
final class QuietPrograms {
    /** By name, the letters of the options with which it writes more than that. */
    private static final Map<String, String> NAMES = read();

    private static final Set<String> FOLDERS = Set.of("", "/bin/", "/usr/bin/");

    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash");

    /** What joins several commands in a line for a shell. */
    private static final String JOINING = ";|&\n`$(";

    private QuietPrograms() {}

    private static Map<String, String> read() {
        try (InputStream file = Objects.requireNonNull(QuietPrograms.class.getResourceAsStream("quiet-programs.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toUnmodifiableMap(words -> words[0], words -> words.length > 1 ? words[1] : ""));
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
            return line.chars().noneMatch(c -> JOINING.indexOf(c) >= 0) && isQuiet(List.of(line.strip().split(" ")));
        }
        String loud = NAMES.get(name);
        return loud != null && command.stream().skip(1).filter(word -> word.startsWith("-"))
                .allMatch(option -> !option.startsWith("--") && option.chars().noneMatch(letter -> loud.indexOf(letter) >= 0));
    }

    /** Without the folder, if that is one of the system's. */
    private static String name(String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return FOLDERS.contains(folder) ? path.substring(folder.length()) : path;
    }
}
