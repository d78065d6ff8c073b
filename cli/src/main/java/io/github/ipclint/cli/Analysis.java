package io.github.ipclint.cli;

import io.github.ipclint.finding.AnalysisResult;
import java.io.IOException;

/** What the commands need of the analyzer. */
interface Analysis {
    /**
     * Analyses everything asked for; what cannot be read or parsed becomes a notice of the result.
     *
     * @throws IOException when not even the list of files can be made
     */
    AnalysisResult run(AnalysisRequest request) throws IOException;
}
