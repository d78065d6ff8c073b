package io.github.ipclint.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * What one run shall look at.
 *
 * @param root paths in findings are relative to it
 * @param paths existing files and folders, absolute, below the root
 * @param threads how many may work at once, at least 1; the result does not depend on it
 */
record AnalysisRequest(Path root, List<Path> paths, Profile profile, int threads) {
    AnalysisRequest {
        paths = List.copyOf(paths);
    }
}
