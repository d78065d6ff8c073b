package io.github.ipclint.report.html;

import io.github.ipclint.finding.Scene.Descriptor;
import io.github.ipclint.finding.Scene.State;
import io.github.ipclint.report.MarkupTree;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The numbered steps of a path: time runs down, one column per process, what is open in whom beside each step. */
final class PathTable {
    /** More processes than this share one column and are told apart by name and colour. */
    private static final int MOST_LANES = 4;

    private final SourceBlock source;

    PathTable(SourceBlock source) {
        this.source = source;
    }

    void write(MarkupTree html, Card card, Page page) throws IOException {
        Lanes lanes = Lanes.of(card, page);
        if (lanes.rows().isEmpty()) {
            return;
        }
        int columns = lanes.processes().size() > MOST_LANES ? 1 : lanes.processes().size();
        List<Integer> hues = lanes.processes().stream().map(name -> page.hue(card, name)).toList();
        html.block("table", () -> {
            html.leaf("caption", Texts.text("path.caption"));
            if (lanes.processes().size() > 1) {
                header(html, lanes, columns, hues);
            }
            for (int i = 0; i < lanes.rows().size(); i++) {
                row(html, lanes, i, columns, hues, page, card.finding().at().path());
                if (columns == lanes.processes().size() && !lanes.rows().get(i).born().isEmpty()) {
                    birth(html, lanes, lanes.rows().get(i), hues);
                }
            }
        }, "class", columns < lanes.processes().size() ? "path folded" : "path");
    }

    private static void header(MarkupTree html, Lanes lanes, int columns, List<Integer> hues) throws IOException {
        html.inline("thead", () -> html.inline("tr", () -> {
            html.span("th", Texts.text("path.step"));
            if (columns < lanes.processes().size()) {
                html.span("th", Texts.text("path.processes"));
                return;
            }
            for (int lane = 0; lane < columns; lane++) {
                html.span("th", name(lanes.processes().get(lane)), "class", "l" + hues.get(lane));
            }
        }));
        html.constant("\n");
    }

    /** A process, told by name and colour. */
    static void chip(MarkupTree html, String process, int hue) throws IOException {
        html.span("span", name(process), "class", "proc p" + hue);
    }

    private static String name(String process) {
        return process.isEmpty() ? Texts.text("path.program") : process;
    }

    private void row(MarkupTree html, Lanes lanes, int index, int columns, List<Integer> hues, Page page, String home)
            throws IOException {
        Lanes.Row row = lanes.rows().get(index);
        boolean folded = columns < lanes.processes().size();
        html.cell("tr", () -> {
            html.cell("th", String.valueOf(index + 1));
            for (int lane = 0; lane < columns; lane++) {
                boolean acts = folded || lane == row.lane();
                boolean tells = acts || !row.born().contains(lane);
                int shown = acts ? row.lane() : lane;
                String process = lanes.processes().get(shown);
                html.cell("td", () -> {
                    if (acts) {
                        step(html, lanes, row, page, home);
                    }
                    if (tells) {
                        states(html, row, process);
                    }
                }, "class", classes(row, lane, acts, hues.get(shown)));
                html.constant("\n");
            }
        }, row.wrong() ? new String[] {"class", "wrong"} : new String[] {});
    }

    private static String classes(Lanes.Row row, int lane, boolean acts, int hue) {
        return acts ? "l" + hue + " act" : row.alive().contains(lane) ? "l" + hue : "";
    }

    /** The lanes that branch off below the step of a fork, and what is open in them from the beginning. */
    private static void birth(MarkupTree html, Lanes lanes, Lanes.Row row, List<Integer> hues) throws IOException {
        html.cell("tr", () -> {
            html.cell("td", "");
            for (int lane = 0; lane < lanes.processes().size(); lane++) {
                boolean born = row.born().contains(lane);
                String process = lanes.processes().get(lane);
                String hue = born || row.alive().contains(lane) ? "l" + hues.get(lane) : "";
                html.cell("td", () -> {
                    if (born) {
                        states(html, row, process);
                    }
                }, "class", born ? hue + " born d" + Math.abs(lane - row.lane()) : hue);
            }
        }, "class", "birth");
        html.constant("\n");
    }

    /** @param home file of the finding, which goes without saying */
    private void step(MarkupTree html, Lanes lanes, Lanes.Row row, Page page, String home) throws IOException {
        String process = lanes.processes().get(row.lane());
        html.inline("p", () -> {
            if (lanes.processes().size() > 1) {
                html.span("b", name(process));
                html.text(" ");
            }
            Prose.write(html, row.text());
            if (!row.at().path().equals(home) || page.options().sourceUrl().isPresent() || !page.hasSource(row.at())) {
                html.text(" ");
                page.links().write(html, row.at());
            }
        });
        source.line(html, row.at());
    }

    /** Short, for there are thousands, and told apart also where styles are blocked. */
    private static String element(State state) {
        return switch (state) {
            case OPEN -> "i";
            case CLOSED -> "s";
            case HELD -> "b";
            case GONE -> "u";
        };
    }

    private static void states(MarkupTree html, Lanes.Row row, String process) throws IOException {
        List<Descriptor> own = row.states().stream().filter(state -> state.process().equals(process)).toList();
        if (own.isEmpty()) {
            return;
        }
        html.inline("div", () -> {
            String gap = "";
            for (Descriptor descriptor : own) {
                String state = descriptor.state().name().toLowerCase(Locale.ROOT);
                html.text(gap);
                html.span(element(descriptor.state()), descriptor.name() + " " + Texts.text("state." + state));
                gap = " ";
            }
        });
    }
}
