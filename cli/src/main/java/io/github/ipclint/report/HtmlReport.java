package io.github.ipclint.report;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Notice;
import io.github.ipclint.finding.Related;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.Suppression;
import io.github.ipclint.finding.TraceStep;
import io.github.ipclint.ir.SourceRange;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** One self-contained page without scripts; it reads in document order also where a server blocks its style sheet. */
final class HtmlReport implements Report {
    private static final int WIDTH = 200;
    private static final int ANCHOR_DIGITS = 12;
    private static final String STYLE = """
            :root { color-scheme: light dark }
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            h1 { font-size: 28px } h2 { font-size: 18px; margin-top: 2rem } h3 { font-size: 15px }
            pre { overflow-x: auto; padding: .5rem; border: 1px solid #8888 } code, pre { font: 13px/1.5 monospace }
            article { border-top: 1px solid #8888 } mark { text-decoration: underline }
            table { border-collapse: collapse } th, td { text-align: left; padding: .2rem 1rem .2rem 0; vertical-align: top }
            """;

    private final ReportOptions options;

    HtmlReport(ReportOptions options) {
        this.options = options;
    }

    @Override
    public void write(AnalysisResult result, SourceText sources, Writer out) throws IOException {
        Summary summary = Summary.of(result, options.failOn());
        MarkupTree html = MarkupTree.html(out);
        html.block("html", () -> {
            html.block("head", () -> head(html, summary));
            html.block("body", () -> {
                html.block("main", () -> {
                    html.leaf("h1", summary.verdict().sentence());
                    html.leaf("p", summary.counts() + ", " + summary.suppressed() + " suppressed. ipclint " + options.version());
                    findings(html, result, sources);
                    coverage(html, result);
                    suppressed(html, result);
                    rules(html, result);
                });
            });
        }, "lang", "en");
        out.flush();
    }

    private static void head(MarkupTree html, Summary summary) throws IOException {
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content",
                "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; base-uri 'none'; form-action 'none'");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.leaf("title", "ipclint: " + summary.verdict() + ", " + summary.counts());
        html.inline("style", () -> html.constant(STYLE));
        html.constant("\n");
    }

    private static void findings(MarkupTree html, AnalysisResult result, SourceText sources) throws IOException {
        Fingerprints fingerprints = Fingerprints.of(result);
        Map<String, Integer> anchors = new HashMap<>();
        html.leaf("h2", "Findings");
        if (result.findings().isEmpty()) {
            html.leaf("p", "None. The rules at the end of this page ran.");
        }
        for (Finding finding : result.findings()) {
            String anchor = "f-" + fingerprints.value(finding).substring(0, ANCHOR_DIGITS);
            int count = anchors.merge(anchor, 1, Integer::sum);
            html.block("article", () -> finding(html, finding, sources), "id", count == 1 ? anchor : anchor + "-" + count);
        }
    }

    private static void finding(MarkupTree html, Finding finding, SourceText sources) throws IOException {
        html.leaf("h3", finding.level().word() + ": " + finding.message());
        html.block("p", () -> {
            html.leaf("code", SourceText.place(finding.at()));
            html.text(finding.function().isEmpty() ? "" : "in " + finding.function() + ", ");
            html.leaf("a", finding.rule().id(), "href", "#r-" + finding.rule().id());
        });
        snippet(html, finding.at(), sources);
        if (!finding.trace().isEmpty()) {
            html.block("ol", () -> {
                for (TraceStep step : finding.trace()) {
                    html.block("li", () -> {
                        html.leaf("strong", step.process());
                        html.text(step.text() + " ");
                        place(html, step.at());
                        snippet(html, step.at(), sources);
                    });
                }
            });
        }
        for (Related related : finding.related()) {
            html.block("p", () -> {
                html.text("See also: " + related.text() + " ");
                place(html, related.at());
            });
            snippet(html, related.at(), sources);
        }
    }

    private static void place(MarkupTree html, SourceRange at) throws IOException {
        if (!at.path().isEmpty()) {
            html.leaf("code", SourceText.place(at));
        }
    }

    private static void snippet(MarkupTree html, SourceRange at, SourceText sources) throws IOException {
        String line = sources.line(at.path(), at.line());
        if (line.isBlank()) {
            return;
        }
        Snippet snippet = Snippet.of(line, at, WIDTH);
        // left to right also around strings in other scripts, so that the mark is where the compiler says
        html.inline("pre", () -> {
            html.text(at.line() + "  " + snippet.before());
            html.inline("mark", () -> html.text(snippet.marked()));
            html.text(snippet.after());
        }, "dir", "ltr");
        html.constant("\n");
    }

    private static void coverage(MarkupTree html, AnalysisResult result) throws IOException {
        html.leaf("h2", "Coverage");
        html.leaf("p", Summary.coverage(result.coverage()) + ".");
        if (result.notices().isEmpty()) {
            html.leaf("p", "Everything could be read.");
            return;
        }
        html.block("ul", () -> {
            for (Notice notice : result.notices()) {
                html.block("li", () -> {
                    html.text(notice.level().word() + ": " + notice.message() + " ");
                    place(html, notice.at());
                });
            }
        });
    }

    private static void suppressed(MarkupTree html, AnalysisResult result) throws IOException {
        html.leaf("h2", "Suppressed");
        if (result.suppressed().isEmpty()) {
            html.leaf("p", "None.");
        }
        for (Suppression allowed : result.suppressed()) {
            html.block("article", () -> {
                html.leaf("h3", allowed.finding().message());
                html.block("p", () -> {
                    html.text("Reason: " + allowed.reason() + " ");
                    place(html, allowed.at());
                    html.leaf("a", allowed.finding().rule().id(), "href", "#r-" + allowed.finding().rule().id());
                });
            });
        }
    }

    private static void rules(MarkupTree html, AnalysisResult result) throws IOException {
        html.leaf("h2", "Rules");
        html.block("table", () -> {
            html.block("tr", () -> {
                for (String title : new String[] {"Rule", "Level", "Languages", "What goes wrong", "Also known as"}) {
                    html.leaf("th", title, "scope", "col");
                }
            });
            for (RuleInfo rule : Summary.rules(result)) {
                html.block("tr", () -> {
                    html.leaf("th", rule.id(), "scope", "row");
                    html.leaf("td", rule.level().word());
                    html.leaf("td", String.join(", ", rule.languages()));
                    html.leaf("td", rule.summary());
                    html.leaf("td", String.join(", ", rule.tags()));
                }, "id", "r-" + rule.id());
            }
        });
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
