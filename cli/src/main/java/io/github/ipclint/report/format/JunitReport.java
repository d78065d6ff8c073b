package io.github.ipclint.report.format;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Notice;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.Suppression;
import io.github.ipclint.finding.TraceStep;
import io.github.ipclint.report.Comparison;
import io.github.ipclint.report.MarkupTree;
import io.github.ipclint.report.Report;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.SourceText;
import io.github.ipclint.report.Summary;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * JUnit XML: one suite per rule. A finding that fails the run is a failed case, any other a passed one with its message as
 * output, a suppressed or known one a skipped case; a rule without findings is one passed case.
 */
final class JunitReport implements Report {
    private final ReportOptions options;

    JunitReport(ReportOptions options) {
        this.options = options;
    }

    @Override
    public void write(AnalysisResult result, SourceText sources, Writer out) throws IOException {
        MarkupTree xml = MarkupTree.xml(out);
        xml.block("testsuites", () -> {
            Comparison comparison = Comparison.of(result, options.baseline());
            for (RuleInfo rule : Summary.rules(result)) {
                List<Finding> findings = result.findings().stream().filter(found -> found.rule().id().equals(rule.id())).toList();
                List<Suppression> suppressed =
                        result.suppressed().stream().filter(allowed -> allowed.finding().rule().id().equals(rule.id())).toList();
                suite(xml, rule, findings, suppressed, comparison);
            }
            notices(xml, result.notices());
        }, "name", "ipclint");
        out.flush();
    }

    private void suite(MarkupTree xml, RuleInfo rule, List<Finding> findings, List<Suppression> suppressed, Comparison comparison)
            throws IOException {
        long failures = findings.stream().filter(finding -> Summary.fails(finding, options.failOn(), comparison)).count();
        long known = findings.stream().filter(finding -> !comparison.isNew(finding)).count();
        int tests = Math.max(1, findings.size() + suppressed.size());
        xml.block("testsuite", () -> {
            if (findings.isEmpty() && suppressed.isEmpty()) {
                xml.empty("testcase", "classname", rule.id(), "name", "no findings");
            }
            for (Finding finding : findings) {
                testcase(xml, finding, () -> {
                    if (!comparison.isNew(finding)) {
                        xml.empty("skipped", "message", "known: in the baseline");
                    } else if (Summary.fails(finding, options.failOn(), comparison)) {
                        xml.leaf("failure", steps(finding), "type", finding.level().word(), "message", finding.message());
                    } else {
                        xml.leaf("system-out", finding.level().word() + ": " + finding.message() + "\n" + steps(finding));
                    }
                });
            }
            for (Suppression allowed : suppressed) {
                testcase(xml, allowed.finding(), () -> xml.empty("skipped", "message", "allowed: " + allowed.reason()));
            }
        }, "name", rule.id(), "tests", "" + tests, "failures", "" + failures, "errors", "0", "skipped", "" + (suppressed.size() + known));
    }

    private static void testcase(MarkupTree xml, Finding finding, MarkupTree.Content content) throws IOException {
        xml.block("testcase", content, "classname", finding.rule().id(), "name", SourceText.place(finding.at()), "file",
                finding.at().path());
    }

    private static String steps(Finding finding) {
        return SourceText.place(finding.at()) + ": " + finding.message() + "\n"
                + finding.trace().stream().map(JunitReport::step).collect(Collectors.joining());
    }

    private static String step(TraceStep step) {
        return SourceText.place(step.at()) + ": [" + step.process() + "] " + step.text() + "\n";
    }

    private static void notices(MarkupTree xml, List<Notice> notices) throws IOException {
        if (notices.isEmpty()) {
            return;
        }
        String text = notices.stream()
                .map(notice -> SourceText.place(notice.at()) + ": " + notice.level().word() + ": " + notice.message() + "\n")
                .collect(Collectors.joining());
        xml.block("testsuite", () -> xml.block("testcase", () -> xml.leaf("system-err", text),
                "classname", "coverage", "name", "sources that could not be analysed in full"),
                "name", "coverage", "tests", "1", "failures", "0", "errors", "0", "skipped", "0");
    }
}
