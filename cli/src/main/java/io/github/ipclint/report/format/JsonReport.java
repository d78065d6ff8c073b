package io.github.ipclint.report.format;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.report.Comparison;
import io.github.ipclint.report.CoverageMembers;
import io.github.ipclint.report.EvidenceMembers;
import io.github.ipclint.report.Fingerprints;
import io.github.ipclint.report.JsonTree;
import io.github.ipclint.report.Report;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.SourceText;
import io.github.ipclint.report.Summary;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Everything in the result, in the schema {@code findings.schema.json} beside this class. */
final class JsonReport implements Report {
    /** Grows when a reader of the older schema would misread the newer. */
    private static final int SCHEMA_VERSION = 1;

    private final ReportOptions options;

    JsonReport(ReportOptions options) {
        this.options = options;
    }

    @Override
    public void write(AnalysisResult result, SourceText sources, Writer out) throws IOException {
        Summary summary = Summary.of(result, options);
        Comparison comparison = Comparison.of(result, options.baseline());
        Fingerprints fingerprints = Fingerprints.of(result);
        JsonTree json = new JsonTree(out);
        json.object(() -> {
            json.field("format", "ipclint-findings");
            json.field("formatVersion", SCHEMA_VERSION);
            json.field("toolVersion", options.version());
            json.field("verdict", summary.verdict().name().toLowerCase(Locale.ROOT));
            json.object("counts", () -> counts(json, summary));
            CoverageMembers.write(json, result.coverage());
            json.array("findings", result.findings(), finding -> json.object(() -> {
                finding(json, finding, fingerprints);
                if (summary.since().isPresent()) {
                    json.field("new", comparison.isNew(finding));
                }
                EvidenceMembers.write(json, result, finding);
            }));
            json.array("suppressed", result.suppressed(), allowed -> json.object(() -> {
                json.object("finding", () -> finding(json, allowed.finding(), fingerprints));
                range(json, allowed.at());
                json.field("reason", allowed.reason());
            }));
            json.array("notices", result.notices(), notice -> json.object(() -> {
                json.field("level", notice.level().word());
                range(json, notice.at());
                json.field("message", notice.message());
            }));
            rules(json, result);
        });
        json.finish();
    }

    private static void counts(JsonTree json, Summary summary) throws IOException {
        json.field("error", summary.errors());
        json.field("warning", summary.warnings());
        json.field("note", summary.notes());
        json.field("suppressed", summary.suppressed());
        if (summary.since().isPresent()) {
            json.field("new", summary.since().get().fresh());
            json.field("known", summary.since().get().known());
            json.field("fixed", summary.since().get().fixed());
        }
    }

    private static void finding(JsonTree json, Finding finding, Fingerprints fingerprints) throws IOException {
        json.field("fingerprint", fingerprints.value(finding));
        json.field("rule", finding.rule().id());
        json.field("level", finding.level().word());
        range(json, finding.at());
        json.field("message", finding.message());
        json.field("function", finding.function());
        json.field("statement", finding.statement());
        json.array("trace", finding.trace(), step -> json.object(() -> {
            range(json, step.at());
            json.field("process", step.process());
            json.field("meaning", step.meaning().name().toLowerCase(Locale.ROOT));
            json.field("text", step.text());
        }));
        json.array("related", finding.related(), related -> json.object(() -> {
            range(json, related.at());
            json.field("text", related.text());
        }));
    }

    /** Left out where there is no place in a source. */
    private static void range(JsonTree json, SourceRange at) throws IOException {
        if (at.path().isEmpty()) {
            return;
        }
        json.object("at", () -> {
            json.field("path", at.path());
            json.field("line", Math.max(0, at.line()));
            json.field("column", Math.max(0, at.column()));
            json.field("endLine", Math.max(0, at.endLine()));
            json.field("endColumn", Math.max(0, at.endColumn()));
        });
    }

    private static void rules(JsonTree json, AnalysisResult result) throws IOException {
        json.array("rules", Summary.rules(result), rule -> json.object(() -> {
            json.field("id", rule.id());
            json.field("level", rule.level().word());
            json.field("summary", rule.summary());
            json.array("languages", rule.languages(), json::value);
            json.array("tags", rule.tags(), json::value);
        }));
    }
}
