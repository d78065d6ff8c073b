package io.github.ipclint.report.format;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.report.EvidenceMembers;
import io.github.ipclint.report.Fingerprints;
import io.github.ipclint.report.JsonTree;
import io.github.ipclint.report.Report;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.SourceText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What running the programs showed, in the schema {@code evidence.schema.json} beside this class. */
final class EvidenceReport implements Report {
    /** Grows when a reader of the older schema would misread the newer. */
    private static final int SCHEMA_VERSION = 1;

    private final ReportOptions options;

    EvidenceReport(ReportOptions options) {
        this.options = options;
    }

    @Override
    public void write(AnalysisResult result, SourceText sources, Writer out) throws IOException {
        Fingerprints fingerprints = Fingerprints.of(result);
        List<Finding> tried = result.findings().stream().filter(finding -> result.evidence(finding).isPresent()).toList();
        JsonTree json = new JsonTree(out);
        json.object(() -> {
            json.field("format", "ipclint-evidence");
            json.field("formatVersion", SCHEMA_VERSION);
            json.field("toolVersion", options.version());
            json.field("kernel", result.confirmation().kernel());
            json.field("sandbox", result.confirmation().sandbox());
            json.array("findings", tried, finding -> json.object(() -> {
                json.field("fingerprint", fingerprints.value(finding));
                json.field("rule", finding.rule().id());
                json.field("path", finding.at().path());
                json.field("line", finding.at().line());
                EvidenceMembers.write(json, result, finding);
            }));
        });
        json.finish();
    }
}
