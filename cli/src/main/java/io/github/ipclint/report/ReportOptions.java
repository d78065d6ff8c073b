package io.github.ipclint.report;

import io.github.ipclint.finding.Level;
import java.util.Optional;

/**
 * What reports must know beyond the result.
 *
 * @param version of ipclint
 * @param failOn level from which findings fail the run; empty for never
 * @param colour whether text may hold terminal colours
 * @param sourceUrl where the analysed sources are hosted, with {@code {path}} and {@code {line}} as holes; empty for nowhere
 * @param baseline an earlier run to compare with
 * @param assets name without ending of the style sheet and script that lie beside the page; empty when they are in it
 * @param costs what messages and mistakes cost where somebody measured it
 */
public record ReportOptions(
        String version, Optional<Level> failOn, boolean colour, Optional<Baseline> baseline, Optional<String> sourceUrl,
        Optional<String> assets, RunDetails run, Optional<Costs> costs) {
    /** Plain: everything in one file, no links to hosted sources. */
    public ReportOptions(String version, Optional<Level> failOn, boolean colour) {
        this(version, failOn, colour, Optional.empty(), Optional.empty(), Optional.empty(), RunDetails.UNKNOWN,
                Optional.empty());
    }

    /** Without costs. */
    public ReportOptions(
            String version, Optional<Level> failOn, boolean colour, Optional<Baseline> baseline, Optional<String> sourceUrl,
            Optional<String> assets, RunDetails run) {
        this(version, failOn, colour, baseline, sourceUrl, assets, run, Optional.empty());
    }

    /** The same with costs. */
    public ReportOptions with(Costs measured) {
        return new ReportOptions(version, failOn, colour, baseline, sourceUrl, assets, run, Optional.of(measured));
    }
}
