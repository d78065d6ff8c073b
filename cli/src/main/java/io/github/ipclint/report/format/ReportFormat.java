package io.github.ipclint.report.format;

import io.github.ipclint.report.Report;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.html.HtmlReport;
import io.github.ipclint.report.sarif.SarifReport;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that a user can ask for. */
public enum ReportFormat {
    /** Console lines that editors recognise. */
    TEXT,
    /** OASIS SARIF 2.1.0, for code scanning. */
    SARIF,
    /** One self-contained page. */
    HTML,
    /** Everything, in our own versioned schema. */
    JSON,
    /** GitLab Code Quality. */
    GITLAB,
    /** Checkstyle XML, which many build servers and review bots read. */
    CHECKSTYLE,
    /** JUnit XML, one suite per rule. */
    JUNIT,
    /** A short report for the summary of a CI step. */
    MARKDOWN,
    /** JSON with what a page of another site shows of a run. */
    SUMMARY,
    /** JSON with what running the programs showed. */
    EVIDENCE;

    /** What writes this format. */
    public Report report(ReportOptions options) {
        return switch (this) {
            case TEXT -> new TextReport(options);
            case SARIF -> new SarifReport(options);
            case HTML -> new HtmlReport(options);
            case JSON -> new JsonReport(options);
            case GITLAB -> new GitlabReport();
            case CHECKSTYLE -> new CheckstyleReport(options);
            case JUNIT -> new JunitReport(options);
            case MARKDOWN -> new MarkdownReport(options);
            case SUMMARY -> new SummaryReport(options);
            case EVIDENCE -> new EvidenceReport(options);
        };
    }

    /** The format with this name on the command line. */
    public static Optional<ReportFormat> named(String word) {
        return Arrays.stream(values()).filter(format -> format.toString().equals(word)).findFirst();
    }

    /** Name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
