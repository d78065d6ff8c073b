package io.github.ipclint.cli;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Confirmation;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Runs the programs that findings are about. */
@FunctionalInterface
interface Confirming {
    /**
     * Puts to the test what can be.
     *
     * @param root that paths in the result are relative to
     * @param progress told what is being run
     */
    Confirmation run(AnalysisResult result, Path root, Consumer<String> progress);
}
