package io.github.ipclint.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line that starts the analyzer in its own JVM.
 *
 * @param cache folder for the class archive that makes later starts fast
 * @param jvmArguments from the configuration, after ours so that they win
 */
record EngineCommand(Jdk jdk, List<Path> classPath, Path cache, List<String> jvmArguments) {
    private static final String MAIN = "io.github.ipclint.cli.Main";

    /** From this many sources on throughput matters more than a fast start. */
    private static final int MANY = 400;

    /** Below this many a second compiler tier is never worth its warm-up. */
    private static final int FEW = 40;

    /** Environment variable that carries the class path: too long for the command line of some systems. */
    static final String CLASS_PATH = "CLASSPATH";

    /** JVM options, main class and the arguments given. */
    List<String> line(List<Path> sources, List<String> arguments) {
        List<String> line =
                new ArrayList<>(List.of(jdk.java().toString(), "--enable-native-access=ALL-UNNAMED", "-XX:+DisplayVMOutputToStderr"));
        int files = countSources(sources);
        line.add(files >= MANY ? "-XX:+UseParallelGC" : "-XX:+UseSerialGC");
        if (files < FEW) {
            line.add("-XX:TieredStopAtLevel=1");
        }
        archive().ifPresent(file -> {
            line.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file, "-Dipclint.archive=" + file));
            // Without these the JVM tells about archives on standard output, between the findings.
            line.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        });
        line.addAll(jvmArguments);
        line.add(MAIN);
        line.addAll(arguments);
        return line;
    }

    /** The class archive of this JDK and class path; none when the class path has folders, which archives cannot hold. */
    Optional<Path> archive() {
        if (!classPath.stream().allMatch(Files::isRegularFile)) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(cache);
        } catch (IOException e) {
            return Optional.empty();
        }
        String name = jdk.version() + "-" + Integer.toHexString(List.of(jdk, classPath).hashCode());
        return Optional.of(cache.resolve("maven-" + name + ".jsa"));
    }

    private static int countSources(List<Path> roots) {
        int[] count = {0};
        for (Path root : roots) {
            try {
                Files.walkFileTree(root, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().matches(".*\\.(c|h|java)")) {
                            count[0]++;
                        }
                        return count[0] < MANY ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException problem) {
                        return FileVisitResult.CONTINUE; // the analyzer itself will say so
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return count[0];
    }
}
