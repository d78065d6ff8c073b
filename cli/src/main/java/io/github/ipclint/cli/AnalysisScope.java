package io.github.ipclint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files and folders that a user named, and the folder that their reported paths are relative to.
 *
 * @param paths absolute, normalised, existing, below the root
 */
record AnalysisScope(Path root, List<Path> paths) {
    /**
     * Resolves what the user wrote.
     *
     * @param root null: the single folder given, else the working folder, else (some path lies elsewhere) the deepest folder that
     *     holds all paths
     * @throws UsageException when something does not exist or lies outside the root
     */
    static AnalysisScope of(@Nullable Path root, List<Path> written, Path workingFolder) {
        List<Path> paths = written.stream().map(path -> existing(path, workingFolder)).toList();
        if (root == null) {
            return new AnalysisScope(defaultRoot(paths, workingFolder), paths);
        }
        Path folder = existing(root, workingFolder);
        if (!Files.isDirectory(folder)) {
            throw new UsageException("--root '%s' is not a folder".formatted(root));
        }
        for (int i = 0; i < paths.size(); i++) {
            if (!paths.get(i).startsWith(folder)) {
                throw new UsageException("'%s' lies outside --root '%s'".formatted(written.get(i), root));
            }
        }
        return new AnalysisScope(folder, paths);
    }

    private static Path existing(Path written, Path workingFolder) {
        Path path = workingFolder.resolve(written).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw new UsageException("no such file or folder: '%s'".formatted(written));
        }
        return path;
    }

    private static Path defaultRoot(List<Path> paths, Path workingFolder) {
        if (paths.size() == 1 && Files.isDirectory(paths.getFirst())) {
            return paths.getFirst();
        }
        Path here = workingFolder.toAbsolutePath().normalize();
        if (paths.stream().allMatch(path -> path.startsWith(here))) {
            return here;
        }
        // not a folder above both: that could be the root of the file system, which nobody wants searched for headers
        Path common = folder(paths.getFirst());
        for (Path path : paths) {
            while (!path.startsWith(common)) {
                Path parent = common.getParent();
                if (parent == null) {
                    throw new UsageException("the paths lie on different drives; run once for each");
                }
                common = parent;
            }
        }
        return common;
    }

    private static Path folder(Path path) {
        Path parent = path.getParent();
        return Files.isDirectory(path) || parent == null ? path : parent;
    }
}
