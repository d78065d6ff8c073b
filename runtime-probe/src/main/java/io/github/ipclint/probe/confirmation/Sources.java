package io.github.ipclint.probe.confirmation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The C files below a folder, and which of them a program can need. No file outside of the folder is ever read. */
final class Sources {
    private static final long LARGEST = 1 << 20;
    private static final Pattern INCLUDE = Pattern.compile("(?m)^[ \\t]*#[ \\t]*include[ \\t]*\"([^\"]+)\"");
    private static final Pattern MAIN = Pattern.compile("(?m)^[^\\n;#*/\"=]*\\bmain[ \\t]*\\(");

    /**
     * What a program may be made of.
     *
     * @param files contents by path: the main file, files without {@code main} beside it and beside headers that it includes, headers
     * @param companions sources among them that may hold functions that the main file calls
     * @param folders in which headers are looked for
     */
    record Closure(Map<String, byte[]> files, List<String> companions, List<String> folders) {}

    private final Path root;
    private final Map<String, List<String>> byName = new HashMap<>();

    Sources(Path root) {
        this.root = root;
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().matches(".*\\.(c|h|inc)"))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && file.toFile().length() < LARGEST)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .forEach(file -> byName.computeIfAbsent(name(file), _ -> new ArrayList<>()).add(file));
        } catch (IOException | java.io.UncheckedIOException e) {
            byName.clear();
        }
    }

    Closure closure(String main) {
        Map<String, byte[]> files = new TreeMap<>();
        Set<String> folders = new LinkedHashSet<>(List.of(folder(main)));
        Deque<String> open = new ArrayDeque<>(List.of(main));
        while (!open.isEmpty()) {
            String file = open.remove();
            if (!files.containsKey(file)) {
                byte[] content = content(file);
                files.put(file, content);
                Matcher include = INCLUDE.matcher(text(content));
                while (include.find()) {
                    header(file, include.group(1)).ifPresent(header -> {
                        folders.add(folder(header));
                        open.add(header);
                    });
                }
            }
        }
        List<String> companions = new ArrayList<>();
        for (String folder : folders) {
            for (String file : in(folder)) {
                byte[] content = files.computeIfAbsent(file, this::content);
                if (file.endsWith(".c") && !file.equals(main) && !MAIN.matcher(text(content)).find()) {
                    companions.add(file);
                }
            }
        }
        return new Closure(files, companions, List.copyOf(folders));
    }

    /** Beside the file that includes it, else the only one of that name. */
    private Optional<String> header(String from, String included) {
        String beside = folder(from).isEmpty() ? included : folder(from) + "/" + included;
        List<String> all = byName.getOrDefault(name(included), List.of());
        return all.contains(beside) ? Optional.of(beside)
                : all.size() == 1 && all.getFirst().endsWith(included) ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private List<String> in(String folder) {
        return byName.values().stream().flatMap(List::stream).filter(file -> folder(file).equals(folder)).sorted().toList();
    }

    private byte[] content(String file) {
        try {
            return Files.readAllBytes(root.resolve(file));
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static String text(byte[] content) {
        return new String(content, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
