package io.github.ipclint.report.format;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.report.JsonTree;
import io.github.ipclint.report.Report;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.SourceText;
import io.github.ipclint.report.html.SummaryData;
import java.io.IOException;
import java.io.Writer;

/** What a page of another site needs to show a run and to lead to the audit page: verdict, counts, findings, drawings. */
final class SummaryReport implements Report {
    private static final int SCHEMA_VERSION = 1;

    private final ReportOptions options;

    SummaryReport(ReportOptions options) {
        this.options = options;
    }

    @Override
    public void write(AnalysisResult result, SourceText sources, Writer out) throws IOException {
        SummaryData data = SummaryData.of(result, sources, options);
        JsonTree json = new JsonTree(out);
        json.object(() -> {
            json.field("format", "ipclint-summary");
            json.field("formatVersion", SCHEMA_VERSION);
            json.field("toolVersion", options.version());
            json.field("verdict", data.verdict());
            json.field("counts", data.counts());
            json.field("coverage", data.coverage());
            json.array("findings", data.findings(), row -> json.object(() -> {
                json.field("level", row.level());
                json.field("message", row.message());
                json.field("place", row.place());
                json.field("rule", row.rule());
                json.field("anchor", row.anchor());
            }));
            json.array("maps", data.maps(), json::value);
        });
        json.finish();
    }
}
