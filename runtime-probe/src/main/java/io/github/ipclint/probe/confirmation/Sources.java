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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The C files below a folder, and which of them a program can need. No file outside of the folder is ever read. */
final class Sources {
    /** Where the headers of the system and of the compiler are. */
    private static final List<Path> SYSTEM = systemFolders();

    /** {@code /usr/lib/gcc/TARGET/VERSION/include}. */
    private static final int DEPTH_OF_COMPILER = 3;
    private static final long LARGEST = 1 << 20;
    private static final Pattern INCLUDE = Pattern.compile("(?m)^[ \\t]*#[ \\t]*include[ \\t]*(?:\"([^\"]+)\"|<([^>]+)>)");
    private static final Pattern MAIN = Pattern.compile("(?m)^[^\\n;#*/\"=]*\\bmain[ \\t]*\\(");

    /** All files that a program may be made of may be so many. */
    private static final int MOST = 1000;

    /**
     * What a program may be made of.
     *
     * @param files contents by path: the main file, files without {@code main} beside it and beside headers that it includes, headers
     * @param companions sources among them that may hold functions that the main file calls
     * @param folders in which headers are looked for
     */
    record Closure(Map<String, byte[]> files, List<String> companions, List<String> folders) {}

    /** A header, and the folder that its name in the source is relative to. */
    private record Header(String path, String base) {}

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
        Set<String> folders = new LinkedHashSet<>();
        Set<String> bases = new LinkedHashSet<>();
        Set<String> read = new TreeSet<>(Set.of(main));
        Deque<String> open = new ArrayDeque<>(read);
        while (!open.isEmpty() && files.size() < MOST) {
            String file = open.remove();
            byte[] content = files.computeIfAbsent(file, this::content);
            if (folders.add(folder(file))) {
                in(folder(file)).forEach(neighbour -> files.computeIfAbsent(neighbour, this::content));
                in(folder(file)).stream().filter(this::mayBelongToOthers).filter(read::add).forEach(open::add);
            }
            Matcher include = INCLUDE.matcher(text(content));
            while (include.find()) {
                boolean quoted = include.group(1) != null;
                (quoted ? header(file, include.group(1)) : ownHeader(file, include.group(2))).ifPresent(header -> {
                    bases.add(header.base());
                    Stream.concat(Stream.of(header.path()), implementation(header.path()).stream()).filter(read::add).forEach(open::add);
                });
            }
        }
        bases.removeAll(folders);
        List<String> companions = read.stream().filter(file -> !file.equals(main) && mayBelongToOthers(file)).toList();
        return new Closure(files, companions, Stream.concat(folders.stream(), bases.stream()).toList());
    }

    /** Whether it is a source that is no program by itself. */
    private boolean mayBelongToOthers(String file) {
        return file.endsWith(".c") && !MAIN.matcher(text(content(file))).find();
    }

    private static List<Path> systemFolders() {
        List<Path> folders = new ArrayList<>(List.of(Path.of("/usr/include"), Path.of("/usr/include/x86_64-linux-gnu"),
                Path.of("/usr/include/aarch64-linux-gnu")));
        try (Stream<Path> below = Files.walk(Path.of("/usr/lib/gcc"), DEPTH_OF_COMPILER)) {
            below.filter(folder -> folder.endsWith("include")).forEach(folders::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            // another compiler than GCC
        }
        return folders;
    }

    /** One in angle brackets that is none of the system's. */
    private Optional<Header> ownHeader(String from, String included) {
        return SYSTEM.stream().anyMatch(folder -> Files.exists(folder.resolve(included))) ? Optional.empty() : header(from, included);
    }

    /** Beside the file that includes it, else the one whose path ends so and that is nearest, if there is one. */
    private Optional<Header> header(String from, String included) {
        String beside = Path.of(folder(from)).resolve(included).normalize().toString();
        List<String> all = byName.getOrDefault(name(included), List.of());
        if (all.contains(beside)) {
            return Optional.of(new Header(beside, folder(from)));
        }
        String name = Path.of(included).normalize().toString().replaceFirst("^(\\.\\./)+", "");
        List<String> fitting = all.stream().filter(file -> file.equals(name) || file.endsWith("/" + name)).toList();
        int nearest = fitting.stream().mapToInt(file -> shared(file, from)).max().orElse(0);
        List<String> near = fitting.stream().filter(file -> shared(file, from) == nearest).toList();
        return near.size() != 1 ? Optional.empty()
                : Optional.of(new Header(near.getFirst(), near.getFirst().equals(name) ? ""
                        : near.getFirst().substring(0, near.getFirst().length() - name.length() - 1)));
    }

    /** How many folders two paths have in common. */
    private static int shared(String one, String other) {
        Path first = Path.of("/", folder(one));
        Path second = Path.of("/", folder(other));
        int shared = 0;
        while (shared < Math.min(first.getNameCount(), second.getNameCount()) && first.getName(shared).equals(second.getName(shared))) {
            shared++;
        }
        return shared;
    }

    /** The source of the same name as a header, wherever it is, if there is only one. */
    private Optional<String> implementation(String header) {
        List<String> all = byName.getOrDefault(name(header).replaceFirst("\\.h$", ".c"), List.of());
        return all.size() == 1 && header.endsWith(".h") ? Optional.of(all.getFirst()) : Optional.empty();
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
