package io.github.ipclint.report.format;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Level;
import io.github.ipclint.report.Fingerprints;
import io.github.ipclint.report.JsonTree;
import io.github.ipclint.report.Report;
import io.github.ipclint.report.SourceText;
import java.io.IOException;
import java.io.Writer;

/** GitLab Code Quality: an array of findings, told apart by fingerprints. */
final class GitlabReport implements Report {
    @Override
    public void write(AnalysisResult result, SourceText sources, Writer out) throws IOException {
        Fingerprints fingerprints = Fingerprints.of(result);
        JsonTree json = new JsonTree(out);
        json.array(result.findings(), finding -> json.object(() -> {
            json.field("description", finding.message());
            json.field("check_name", finding.rule().id());
            json.field("fingerprint", fingerprints.value(finding));
            json.field("severity", severity(finding.level()));
            json.object("location", () -> {
                json.field("path", finding.at().path());
                json.object("lines", () -> json.field("begin", Math.max(1, finding.at().line())));
            });
        }));
        json.finish();
    }

    private static String severity(Level level) {
        return switch (level) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case NOTE -> "info";
        };
    }
}
