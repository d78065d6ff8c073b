package io.github.ipclint.report.sarif;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.Notice;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.report.Comparison;
import io.github.ipclint.report.CoverageMembers;
import io.github.ipclint.report.Fingerprints;
import io.github.ipclint.report.JsonTree;
import io.github.ipclint.report.Report;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.RulePages;
import io.github.ipclint.report.SourceText;
import io.github.ipclint.report.Summary;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** OASIS SARIF 2.1.0, with what GitHub code scanning asks for on top. */
public final class SarifReport implements Report {
    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final ReportOptions options;

    public SarifReport(ReportOptions options) {
        this.options = options;
    }

    @Override
    public void write(AnalysisResult result, SourceText sources, Writer out) throws IOException {
        JsonTree json = new JsonTree(out);
        json.object(() -> {
            json.field("$schema", SCHEMA);
            json.field("version", "2.1.0");
            json.array("runs", List.of(result), run -> json.object(() -> run(json, run, sources)));
        });
        json.finish();
    }

    private void run(JsonTree json, AnalysisResult result, SourceText sources) throws IOException {
        List<RuleInfo> rules = Summary.rules(result);
        json.object("tool", () -> json.object("driver", () -> {
            json.field("name", "ipclint");
            json.field("semanticVersion", options.version());
            json.array("rules", rules, rule -> rule(json, rule));
        }));
        json.array("invocations", List.of(result.notices()), notices -> json.object(() -> {
            json.field("executionSuccessful", true);
            json.array("toolExecutionNotifications", notices, notice -> notification(json, notice));
        }));
        json.object("automationDetails", () -> json.field("id", "ipclint/"));
        json.object("originalUriBaseIds", () -> json.object(SarifPlace.BASE_ID, () -> json.object("description",
                () -> json.field("text", "The root folder of the analysis."))));
        json.field("columnKind", "utf16CodeUnits");
        SarifResults results = new SarifResults(json, rules.stream().map(RuleInfo::id).toList(), Fingerprints.of(result),
                Comparison.of(result, options.baseline()), sources);
        json.array("results", results.order(result), results::write);
        json.object("properties", () -> CoverageMembers.write(json, result.coverage()));
    }

    private static void rule(JsonTree json, RuleInfo rule) throws IOException {
        json.object(() -> {
            json.field("id", rule.id());
            json.object("shortDescription", () -> json.field("text", rule.summary()));
            json.object("fullDescription", () -> json.field("text", rule.summary()));
            json.object("help", () -> {
                json.field("text", rule.summary() + " Run 'ipclint explain " + rule.id() + "' for examples.");
                json.field("markdown", RulePages.markdown(rule));
            });
            json.object("defaultConfiguration", () -> json.field("level", rule.level().word()));
            json.object("properties", () -> {
                json.field("problem.severity", rule.level() == Level.NOTE ? "recommendation" : rule.level().word());
                json.array("tags", tags(rule), json::value);
            });
        });
    }

    /** Code scanning recognises weaknesses by {@code external/cwe/cwe-nnn}. */
    private static Set<String> tags(RuleInfo rule) {
        Set<String> tags = new LinkedHashSet<>();
        for (String tag : rule.tags()) {
            if (tag.startsWith("CWE-")) {
                tags.add("external/cwe/" + tag.toLowerCase(Locale.ROOT));
            }
            tags.add(tag);
        }
        return tags;
    }

    private static void notification(JsonTree json, Notice notice) throws IOException {
        json.object(() -> {
            SarifMessage.message(json, notice.message());
            json.field("level", notice.level().word());
            if (!notice.at().path().isEmpty()) {
                json.array("locations", List.of(notice.at()), at -> json.object(() -> SarifPlace.physicalLocation(json, at)));
            }
        });
    }
}
