package io.github.ipclint.driver;

import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.Notice;
import io.github.ipclint.ir.SourceRange;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The files of a run: found, read once, kept in memory with their bytes. */
final class SourceSet {
    /** Larger files are data in the shape of a source. */
    private static final long MAX_BYTES = 16L << 20;

    /** Folders that hold no sources of the project. */
    private static final Set<String> SKIPPED = Set.of(".git", ".svn", ".hg", "target", "node_modules");

    private final Path root;
    private final TreeMap<String, byte[]> sources = new TreeMap<>();
    private final TreeMap<String, byte[]> headers = new TreeMap<>();
    private final List<Notice> notices = new ArrayList<>();

    private SourceSet(Path root) {
        this.root = root;
    }

    /** Finds and reads everything below the paths; what can't be read becomes a notice. */
    static SourceSet read(Path root, List<Path> paths) throws IOException {
        SourceSet set = new SourceSet(root.toAbsolutePath().normalize());
        for (Path path : paths) {
            set.collect(path.toAbsolutePath().normalize());
        }
        return set;
    }

    /** A link that the user names is followed, and keeps its name; links met on the way are not, so that none leads in a circle. */
    private void collect(Path named) throws IOException {
        Path start = Files.isSymbolicLink(named) && Files.exists(named) ? named.toRealPath() : named;
        Files.walkFileTree(start, EnumSet.noneOf(FileVisitOption.class), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skip = !folder.equals(start) && SKIPPED.contains(String.valueOf(folder.getFileName()));
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                // A link inside the tree leads to a file that is met by itself.
                if (attributes.isRegularFile() || file.equals(start)) {
                    add(file, relative(named.resolve(start.relativize(file))), attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                notices.add(new Notice(Level.WARNING, whole(relative(named.resolve(start.relativize(file)))),
                        "cannot be read: " + reason(failure)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void add(Path file, String path, long size) {
        boolean header = path.endsWith(".h");
        if (!header && !path.endsWith(".c") && !path.endsWith(".java")) {
            return;
        }
        if (size > MAX_BYTES) {
            notices.add(new Notice(Level.WARNING, whole(path), "left out: larger than " + (MAX_BYTES >> 20) + " MiB"));
            return;
        }
        try {
            byte[] content = Files.readAllBytes(file);
            if (isBinary(content)) {
                notices.add(new Notice(Level.WARNING, whole(path), "left out: binary content"));
                return;
            }
            (header ? headers : sources).put(path, content);
        } catch (IOException failure) {
            notices.add(new Notice(Level.WARNING, whole(path), "cannot be read: " + reason(failure)));
        }
    }

    private static boolean isBinary(byte[] content) {
        int zeros = 0;
        for (int i = 0; i < Math.min(content.length, 8192); i++) {
            zeros += content[i] == 0 ? 1 : 0;
        }
        return zeros > 0;
    }

    private static String reason(IOException failure) {
        return failure instanceof java.nio.file.AccessDeniedException ? "permission denied" : String.valueOf(failure.getMessage());
    }

    private String relative(Path file) {
        Path relative = file.startsWith(root) ? root.relativize(file) : file;
        return relative.toString().replace('\\', '/');
    }

    static SourceRange whole(String path) {
        return new SourceRange(path, 0, 0, 0, 0);
    }

    /** C and Java files by path relative to the root. */
    Map<String, byte[]> sources() {
        return sources;
    }

    /**
     * Takes headers for sources, too.
     *
     * @param included those that may be, by paths relative to the root
     * @param wanted decides by the content
     * @return what has become a source
     */
    Map<String, byte[]> adoptHeaders(Set<String> included, Predicate<byte[]> wanted) {
        TreeMap<String, byte[]> adopted = new TreeMap<>(headers);
        adopted.keySet().retainAll(included);
        adopted.values().removeIf(wanted.negate());
        sources.putAll(adopted);
        return adopted;
    }

    List<Notice> notices() {
        return notices;
    }

    Path root() {
        return root;
    }
}
