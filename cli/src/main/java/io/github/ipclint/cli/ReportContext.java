package io.github.ipclint.cli;

import io.github.ipclint.report.Baseline;
import io.github.ipclint.report.Costs;
import io.github.ipclint.report.RunDetails;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a report needs beside the result.
 *
 * @param root folder that all paths in the result are relative to; reports read source lines below it
 * @param failOn from which level on findings make the run fail, for the verdict
 * @param colour whether a console report may use colours
 * @param baseline an earlier run to compare with
 * @param sourceUrl where the sources are hosted
 * @param assets name without ending of the files beside an HTML report; empty when they are in it
 * @param costs what messages and mistakes cost where somebody measured it
 */
record ReportContext(
        Path root, FailOn failOn, boolean colour, Optional<Baseline> baseline, Optional<String> sourceUrl, Optional<String> assets,
        RunDetails run, Optional<Costs> costs) {
    ReportContext(Path root, FailOn failOn, boolean colour) {
        this(root, failOn, colour, Optional.empty(), Optional.empty(), Optional.empty(), RunDetails.UNKNOWN, Optional.empty());
    }
}
