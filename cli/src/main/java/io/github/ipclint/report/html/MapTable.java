package io.github.ipclint.report.html;

import io.github.ipclint.finding.SystemMap;
import io.github.ipclint.finding.SystemMap.Link;
import io.github.ipclint.finding.SystemMap.Program;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.report.MarkupTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The system map in rows: who does what to which channel, where, and which findings say that it is wrong. */
final class MapTable {
    private static final int MOST_PLACES = 3;
    private static final int MOST_FINDINGS = 20;

    private MapTable() {}

    static void write(MarkupTree html, Page page) throws IOException {
        SystemMap system = page.result().system();
        List<Link> links = new ArrayList<>(system.links());
        links.sort(Comparator.comparingInt(Link::channel).thenComparingInt(Link::program).thenComparingInt(Link::process)
                .thenComparing(Link::use));
        html.block("table", () -> {
            html.leaf("caption", Texts.text("map.channels"));
            columns(html, "channel", "program", "process", "does", "where", "findings");
            Set<Integer> seen = new HashSet<>();
            for (Link link : links) {
                html.cell("tr", () -> row(html, page, link),
                        seen.add(link.channel()) ? new String[] {"id", "m-c" + link.channel()} : new String[] {});
            }
        }, "class", "wide");
        html.block("table", () -> {
            html.leaf("caption", Texts.text("map.programs"));
            columns(html, "program", "starts", "processes");
            for (int i = 0; i < system.programs().size(); i++) {
                Program program = system.programs().get(i);
                html.cell("tr", () -> {
                    html.cell("th", program.path(), "scope", "row");
                    html.cell("td", program.function());
                    html.cell("td", program.processes().stream().map(SystemMap.Process::name).collect(Collectors.joining(", ")));
                    html.constant("\n");
                }, "id", "m-g" + i);
            }
        }, "class", "wide");
    }

    private static void columns(MarkupTree html, String... names) throws IOException {
        html.block("tr", () -> {
            for (String name : names) {
                html.leaf("th", Texts.text("map.column." + name), "scope", "col");
            }
        });
    }

    private static void row(MarkupTree html, Page page, Link link) throws IOException {
        SystemMap system = page.result().system();
        Program program = system.programs().get(link.program());
        String process = program.processes().get(link.process()).name();
        html.cell("th", Page.name(system.channels().get(link.channel())), "scope", "row");
        html.cell("td", page.programName(program));
        html.cell("td", () -> PathTable.chip(html, process, link.process() % Page.HUES));
        html.cell("td", Texts.text("use." + link.use()));
        html.cell("td", () -> {
            for (SourceRange place : link.places().stream().limit(MOST_PLACES).toList()) {
                page.links().write(html, place);
                html.text(" ");
            }
            if (link.places().size() > MOST_PLACES) {
                html.text(Texts.text("map.places", link.places().size() - MOST_PLACES));
            }
        }, "class", "place");
        html.cell("td", () -> {
            List<Card> wrong = page.cards().stream().filter(card -> card.wrong().contains(link)).toList();
            for (Card card : wrong.stream().limit(MOST_FINDINGS).toList()) {
                html.span("a", "#" + card.number(), "href", "#" + card.anchor());
                html.text(" ");
            }
            if (wrong.size() > MOST_FINDINGS) {
                html.text(Texts.text("map.places", wrong.size() - MOST_FINDINGS));
            }
        });
        html.constant("\n");
    }
}
