package io.github.ipclint.plugin;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** Where a module keeps sources. C has no place of its own in Maven, so the usual folders are tried. */
final class SourceRoots {
    private static final List<String> C_ROOTS = List.of("src/main/c", "src/main/native", "src/main/cpp", "native", "jni");
    private static final List<String> C_TEST_ROOTS = List.of("src/test/c", "src/test/native");

    private SourceRoots() {}

    /**
     * Existing folders, absolute, none inside another; generated sources below the build folder are left out.
     *
     * @param more further files and folders that the configuration names
     */
    static List<Path> of(MavenProject project, List<File> more, boolean includeTests) {
        Path base = project.getBasedir().toPath();
        Path output = base.resolve(project.getBuild().getDirectory()).normalize();
        Stream<Path> main = Stream.concat(project.getCompileSourceRoots().stream().map(Path::of), C_ROOTS.stream().map(Path::of));
        Stream<Path> test = includeTests
                ? Stream.concat(project.getTestCompileSourceRoots().stream().map(Path::of), C_TEST_ROOTS.stream().map(Path::of))
                : Stream.empty();
        Stream<Path> conventional =
                Stream.concat(main, test).map(root -> base.resolve(root).normalize()).filter(root -> !root.startsWith(output));
        Stream<Path> configured = more.stream().map(file -> base.resolve(file.toPath()).normalize());
        List<Path> existing =
                Stream.concat(conventional, configured).map(Path::toAbsolutePath).filter(Files::exists).distinct().sorted().toList();
        return existing.stream()
                .filter(root -> existing.stream().noneMatch(other -> !other.equals(root) && root.startsWith(other)))
                .toList();
    }
}
