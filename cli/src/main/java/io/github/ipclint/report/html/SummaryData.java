package io.github.ipclint.report.html;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.report.MarkupTree;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.SourceText;
import io.github.ipclint.report.Summary;
import io.github.ipclint.report.map.LayeredLayout;
import io.github.ipclint.report.map.MapDrawing;
import io.github.ipclint.report.map.MapGraph;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The audit page in a nutshell, for a page of another site.
 *
 * @param maps drawings of what is wrong, as SVG whose links lead to the audit page
 */
public record SummaryData(String verdict, String counts, String coverage, List<Row> findings, List<String> maps) {
    /** Under which name the audit page lies beside the page that links to it. */
    private static final String AUDIT_PAGE = "ipclint.html";

    private static final int MOST_MAPS = 6;
    private static final int MOST_NODES = 40;

    /** @param anchor of the finding on the audit page */
    public record Row(String level, String message, String place, String rule, String anchor) {}

    public static SummaryData of(AnalysisResult result, SourceText sources, ReportOptions options) throws IOException {
        Page page = Page.of(result, sources, options);
        List<Row> rows = page.cards().stream()
                .map(card -> new Row(card.finding().level().word(), card.finding().message(), SourceText.place(card.finding().at()),
                        card.finding().rule().id(), card.anchor()))
                .toList();
        return new SummaryData(page.summary().verdict().name().toLowerCase(Locale.ROOT), page.summary().counts(),
                Summary.coverage(result.coverage()), rows, maps(page));
    }

    private static List<String> maps(Page page) throws IOException {
        List<String> maps = new ArrayList<>();
        for (MapPart part : MapPart.of(page.result().system(), page.cards())) {
            if (maps.size() < MOST_MAPS && !part.channels().isEmpty() && (!part.cards().isEmpty() || maps.isEmpty())) {
                MapGraph graph = part.nodes(page.result().system()) <= MOST_NODES ? MapGraphs.full(part, page)
                        : MapGraphs.overview(part, page);
                var drawing = new LayeredLayout().layout(graph);
                if (drawing.isPresent()) {
                    StringWriter svg = new StringWriter();
                    MapDrawing.write(graph.linkedTo(AUDIT_PAGE), drawing.get(), Texts.text("map.title"), MarkupTree.fragment(svg));
                    maps.add(svg.toString());
                }
            }
        }
        return maps;
    }
}
