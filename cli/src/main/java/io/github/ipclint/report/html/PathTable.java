package io.github.ipclint.report.html;

import io.github.ipclint.finding.Scene.Descriptor;
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
        List<Integer> hues = lanes.processes().stream().map(name -> page.hue(card.scene().program(), name)).toList();
        html.block("table", () -> {
            html.leaf("caption", Texts.count("path.caption", lanes.rows().size()));
            header(html, lanes, columns, hues);
            html.block("tbody", () -> {
                for (int i = 0; i < lanes.rows().size(); i++) {
                    row(html, lanes, i, columns, hues, page);
                }
            });
        }, "class", "path n" + columns + (columns < lanes.processes().size() ? " folded" : ""));
    }

    private static void header(MarkupTree html, Lanes lanes, int columns, List<Integer> hues) throws IOException {
        html.block("thead", () -> html.block("tr", () -> {
            html.leaf("th", Texts.text("path.step"), "scope", "col");
            if (columns < lanes.processes().size()) {
                html.leaf("th", Texts.text("path.processes"), "scope", "col");
                return;
            }
            for (int i = 0; i < columns; i++) {
                int lane = i;
                html.inline("th", () -> chip(html, lanes.processes().get(lane), hues.get(lane)), "scope", "col");
            }
            html.constant("\n");
        }));
    }

    /** A process, told by name and colour. */
    static void chip(MarkupTree html, String process, int hue) throws IOException {
        html.span("span", process.isEmpty() ? Texts.text("path.program") : process, "class", "proc p" + hue);
    }

    private void row(MarkupTree html, Lanes lanes, int index, int columns, List<Integer> hues, Page page) throws IOException {
        Lanes.Row row = lanes.rows().get(index);
        html.block("tr", () -> {
            html.span("th", String.valueOf(index + 1), "scope", "row");
            for (int lane = 0; lane < columns; lane++) {
                boolean acts = columns < lanes.processes().size() || lane == row.lane();
                int shown = acts ? row.lane() : lane;
                String process = lanes.processes().get(shown);
                html.inline("td", () -> {
                    if (acts) {
                        step(html, row, process, hues.get(shown), page);
                    }
                    states(html, row, process, acts ? -1 : hues.get(shown));
                }, "class", classes(row, lane, acts, hues.get(shown)));
                html.constant("\n");
            }
        }, row.wrong() ? new String[] {"class", "wrong"} : row.born().isEmpty() ? new String[] {} : new String[] {"class", "fork"});
    }

    private static String classes(Lanes.Row row, int lane, boolean acts, int hue) {
        StringBuilder classes = new StringBuilder("l").append(hue);
        classes.append(acts ? " act" : row.alive().contains(lane) ? "" : " off");
        if (row.born().contains(lane)) {
            classes.append(" born d").append(Math.abs(lane - row.lane()));
        }
        return classes.toString();
    }

    private void step(MarkupTree html, Lanes.Row row, String process, int hue, Page page) throws IOException {
        html.inline("p", () -> {
            chip(html, process, hue);
            html.text(" ");
            Prose.write(html, row.text());
            html.text(" ");
            page.links().write(html, row.at());
        });
        source.line(html, row.at());
    }

    /** @param hue of the process whose name goes with them where the columns are folded into one; -1 where it is there already */
    private static void states(MarkupTree html, Lanes.Row row, String process, int hue) throws IOException {
        List<Descriptor> own = row.states().stream().filter(state -> state.process().equals(process)).toList();
        if (own.isEmpty()) {
            return;
        }
        html.inline("p", () -> {
            if (hue >= 0) {
                chip(html, process, hue);
                html.text(" ");
            }
            for (Descriptor descriptor : own) {
                String state = descriptor.state().name().toLowerCase(Locale.ROOT);
                html.inline("span", () -> {
                    html.text(descriptor.name() + " ");
                    html.span("i", Texts.text("state." + state));
                }, "class", "fd " + state);
                html.text(" ");
            }
        }, "class", "fds");
    }
}
