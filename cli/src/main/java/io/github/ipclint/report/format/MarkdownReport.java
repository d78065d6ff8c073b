package io.github.ipclint.report.format;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Notice;
import io.github.ipclint.finding.TraceStep;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.report.Comparison;
import io.github.ipclint.report.Report;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.SourceLinks;
import io.github.ipclint.report.SourceText;
import io.github.ipclint.report.Summary;
import io.github.ipclint.report.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A short report for places that show Markdown, such as the summary of a CI step: the gravest new findings in a table, then their paths.
 * GitHub takes at most 1 MiB, so texts are cut; what comes from outside is written as character references, which no Markdown
 * processor reads as markup.
 */
final class MarkdownReport implements Report {
    private static final int MOST_FINDINGS = 50;
    private static final int MOST_NOTICES = 20;
    private static final int LONGEST_TEXT = 300;

    private final ReportOptions options;
    private final SourceLinks links;

    MarkdownReport(ReportOptions options) {
        this.options = options;
        this.links = new SourceLinks(options.sourceUrl());
    }

    @Override
    public void write(AnalysisResult result, SourceText sources, Writer out) throws IOException {
        Summary summary = Summary.of(result, options);
        out.write("## ipclint: " + summary.verdict() + ", " + summary.counts() + "\n\n");
        out.write(escape(Summary.coverage(result.coverage())) + ".\n");
        Comparison comparison = Comparison.of(result, options.baseline());
        List<Finding> fresh = result.findings().stream().filter(comparison::isNew).toList();
        List<Finding> shown = fresh.stream()
                .sorted(Comparator.comparing(Finding::level).thenComparing(Comparator.naturalOrder()))
                .limit(MOST_FINDINGS)
                .toList();
        if (!shown.isEmpty()) {
            table(shown, out);
        }
        if (shown.size() < fresh.size()) {
            out.write("\n" + (fresh.size() - shown.size()) + " more are in the full report.\n");
        }
        for (Finding finding : shown) {
            path(finding, out);
        }
        notices(result.notices(), out);
        out.flush();
    }

    private void table(List<Finding> findings, Writer out) throws IOException {
        out.write("\n| | finding | where | rule |\n|---|---|---|---|\n");
        for (Finding finding : findings) {
            out.write("| **" + finding.level().word() + "** | " + escape(finding.message()) + " | " + place(finding.at()) + " | "
                    + escape(finding.rule().id()) + " |\n");
        }
    }

    private void path(Finding finding, Writer out) throws IOException {
        if (finding.trace().isEmpty()) {
            return;
        }
        out.write("\n<details><summary>" + finding.level().word() + ": " + escape(finding.message()) + "</summary>\n\n");
        int number = 1;
        for (TraceStep step : finding.trace()) {
            String process = step.process().isEmpty() ? "" : "**" + escape(step.process()) + "** ";
            out.write(number++ + ". " + process + escape(step.text()) + " " + place(step.at()) + "\n");
        }
        out.write("\n</details>\n");
    }

    private void notices(List<Notice> notices, Writer out) throws IOException {
        if (notices.isEmpty()) {
            return;
        }
        out.write("\n### What could not be done\n\n");
        for (Notice notice : notices.subList(0, Math.min(notices.size(), MOST_NOTICES))) {
            out.write("* " + escape(notice.message()) + " " + place(notice.at()) + "\n");
        }
        if (notices.size() > MOST_NOTICES) {
            out.write("* and " + (notices.size() - MOST_NOTICES) + " more\n");
        }
    }

    private String place(SourceRange at) {
        if (at.path().isEmpty()) {
            return "";
        }
        String code = "<code>" + escape(SourceText.place(at)) + "</code>";
        Optional<String> url = links.url(at);
        return url.map(address -> "<a href=\"" + escape(address) + "\">" + code + "</a>").orElse(code);
    }

    private static String escape(String text) {
        String visible = VisibleText.of(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text);
        StringBuilder out = new StringBuilder(visible.length() + 16);
        VisibleText.wellFormed(visible).codePoints().forEach(c -> {
            boolean plain = c > 0x7e || Character.isLetterOrDigit(c) || c == ' ' || c == ',' || c == ';' || c == '/' || c == '.';
            if (plain) {
                out.appendCodePoint(c);
            } else {
                out.append("&#").append(c).append(';');
            }
        });
        return out.toString();
    }
}
