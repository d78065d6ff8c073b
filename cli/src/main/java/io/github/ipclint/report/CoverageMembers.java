package io.github.ipclint.report;

import io.github.ipclint.finding.Coverage;
import java.io.IOException;

/** The figures on what was analysed, as every JSON format of ours names them. */
public final class CoverageMembers {
    private CoverageMembers() {}

    /** Writes the member {@code coverage}. */
    public static void write(JsonTree json, Coverage coverage) throws IOException {
        json.object("coverage", () -> {
            json.field("files", coverage.files());
            json.field("filesParsed", coverage.filesParsed());
            json.field("functions", coverage.functions());
            json.field("functionsAnalysed", coverage.functionsAnalysed());
            json.field("functionsIncomplete", coverage.functionsIncomplete());
            json.field("functionsIrrelevant", coverage.functionsIrrelevant());
            json.field("functionsCut", coverage.functionsCut());
            json.field("lines", coverage.lines());
        });
    }
}
