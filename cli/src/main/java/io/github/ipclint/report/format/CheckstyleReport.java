package io.github.ipclint.report.format;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.report.MarkupTree;
import io.github.ipclint.report.Report;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.SourceText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checkstyle XML: one element per file, one per finding. */
final class CheckstyleReport implements Report {
    private final ReportOptions options;

    CheckstyleReport(ReportOptions options) {
        this.options = options;
    }

    @Override
    public void write(AnalysisResult result, SourceText sources, Writer out) throws IOException {
        Map<String, List<Finding>> byPath = result.findings().stream()
                .collect(Collectors.groupingBy(finding -> finding.at().path(), TreeMap::new, Collectors.toList()));
        MarkupTree xml = MarkupTree.xml(out);
        xml.block("checkstyle", () -> {
            for (Map.Entry<String, List<Finding>> file : byPath.entrySet()) {
                xml.block("file", () -> {
                    for (Finding finding : file.getValue()) {
                        error(xml, finding);
                    }
                }, "name", file.getKey());
            }
        }, "version", options.version());
        out.flush();
    }

    private static void error(MarkupTree xml, Finding finding) throws IOException {
        xml.empty("error",
                "line", String.valueOf(Math.max(1, finding.at().line())),
                "column", String.valueOf(Math.max(1, finding.at().column())),
                "severity", finding.level() == Level.NOTE ? "info" : finding.level().word(),
                "message", finding.message(),
                "source", "ipclint." + finding.rule().id());
    }
}
