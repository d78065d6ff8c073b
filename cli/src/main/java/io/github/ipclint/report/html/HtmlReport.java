package io.github.ipclint.report.html;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.report.MarkupTree;
import io.github.ipclint.report.Report;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.SourceLinks;
import io.github.ipclint.report.SourceText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** The audit report: verdict, map, findings, what was analysed, permissions, rules, run. */
public final class HtmlReport implements Report {
    private static final List<Section> SECTIONS = List.of(
            new VerdictSection(), new MapSection(), new FindingsSection(), new CoverageSection(), new CostSection(),
            new PermissionsSection(),
            new RulesSection(), new RunSection());

    private final ReportOptions options;

    public HtmlReport(ReportOptions options) {
        this.options = options;
    }

    @Override
    public void write(AnalysisResult result, SourceText sources, Writer out) throws IOException {
        Page page = Page.of(result, sources, options);
        MarkupTree html = MarkupTree.html(out);
        html.block("html", () -> {
            html.block("head", () -> head(html, page));
            html.block("body", () -> {
                html.block("main", () -> {
                    for (Section section : SECTIONS) {
                        section.write(html, page);
                    }
                }, "id", "report");
                script(html);
            });
        }, "lang", "en");
        out.flush();
    }

    private void head(MarkupTree html, Page page) throws IOException {
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(options.assets()));
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.leaf("title", Texts.text("page.title", page.summary().verdict(), page.summary().counts()));
        if (options.assets().isPresent()) {
            html.empty("link", "rel", "stylesheet", "href", SourceLinks.encoded(options.assets().get()) + ".css");
        } else {
            html.inline("style", () -> html.constant(PageAssets.style()));
            html.constant("\n");
        }
    }

    /** Nothing may be loaded or run but our own two blocks, whatever a source file holds. */
    private static String policy(Optional<String> assets) {
        String own = assets.isPresent() ? "style-src 'self'; script-src 'self'"
                : "style-src " + PageAssets.hash(PageAssets.style()) + "; script-src " + PageAssets.hash(PageAssets.script());
        return "default-src 'none'; " + own + "; base-uri 'none'; form-action 'none'";
    }

    /** At the end, so that everything is there when it runs. */
    private void script(MarkupTree html) throws IOException {
        if (options.assets().isPresent()) {
            html.leaf("script", "", "src", SourceLinks.encoded(options.assets().get()) + ".js");
        } else {
            html.inline("script", () -> html.constant(PageAssets.script()));
            html.constant("\n");
        }
    }
}
