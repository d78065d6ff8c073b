package io.github.ipclint.report.format;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Evidence;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.Notice;
import io.github.ipclint.finding.Related;
import io.github.ipclint.finding.TraceStep;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.report.Comparison;
import io.github.ipclint.report.Report;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.Snippet;
import io.github.ipclint.report.SourceText;
import io.github.ipclint.report.Summary;
import io.github.ipclint.report.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Lines as gcc writes them, {@code path:line:col: level: message [rule-id]}, so that the problem matchers of editors work. What the
 * baseline has is counted and not repeated.
 */
final class TextReport implements Report {
    private static final int WIDTH = 160;
    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String MAGENTA = "\u001b[1;35m";
    private static final String CYAN = "\u001b[1;36m";
    private static final String GREEN = "\u001b[1;32m";

    private final ReportOptions options;

    TextReport(ReportOptions options) {
        this.options = options;
    }

    @Override
    public void write(AnalysisResult result, SourceText sources, Writer out) throws IOException {
        Comparison comparison = Comparison.of(result, options.baseline());
        for (Finding finding : result.findings()) {
            if (comparison.isNew(finding)) {
                finding(finding, sources, out);
                evidence(result, finding, out);
            }
        }
        for (Notice notice : result.notices()) {
            line(out, notice.at(), notice.level(), notice.message());
        }
        summary(result, out);
        out.flush();
    }

    private void finding(Finding finding, SourceText sources, Writer out) throws IOException {
        line(out, finding.at(), finding.level(), finding.message() + " [" + finding.rule().id() + "]");
        snippet(finding.at(), sources, out);
        for (TraceStep step : finding.trace()) {
            line(out, step.at(), Level.NOTE, step.process().isEmpty() ? step.text() : "[" + step.process() + "] " + step.text());
        }
        for (Related related : finding.related()) {
            line(out, related.at(), Level.NOTE, related.text());
        }
    }

    private void evidence(AnalysisResult result, Finding finding, Writer out) throws IOException {
        Optional<Evidence> evidence = result.evidence(finding);
        if (evidence.isPresent()) {
            line(out, finding.at(), Level.NOTE, Summary.evidence(evidence.get()));
        }
    }

    private void line(Writer out, SourceRange at, Level level, String message) throws IOException {
        String place = at.path().isEmpty() ? "ipclint" : SourceText.place(at);
        String colour = switch (level) {
            case ERROR -> RED;
            case WARNING -> MAGENTA;
            case NOTE -> CYAN;
        };
        out.write(
                paint(BOLD, VisibleText.of(place) + ":") + " " + paint(colour, level.word() + ":") + " " + VisibleText.of(message) + "\n");
    }

    private void snippet(SourceRange at, SourceText sources, Writer out) throws IOException {
        String line = sources.line(at.path(), at.line());
        if (!line.isBlank()) {
            Snippet snippet = Snippet.of(line, at, WIDTH);
            out.write("    " + snippet.text() + "\n    " + paint(GREEN, snippet.caret()) + "\n");
        }
    }

    private void summary(AnalysisResult result, Writer out) throws IOException {
        Summary summary = Summary.of(result, options);
        String suppressed = summary.suppressed() == 0 ? "" : ", " + summary.suppressed() + " suppressed";
        List<Notice> notices = result.notices();
        String unread = notices.isEmpty() ? "" : "; " + Summary.number(notices.size(), "notice") + " above";
        out.write((result.findings().isEmpty() && notices.isEmpty() ? "" : "\n")
                + paint(BOLD, summary.verdict() + ": " + summary.counts() + suppressed + unread) + "\n"
                + Summary.coverage(result.coverage()) + "\n" + Summary.confirmation(result.confirmation()));
    }

    private String paint(String colour, String text) {
        return options.colour() ? colour + text + RESET : text;
    }
}
