package io.github.ipclint.report.html;

import io.github.ipclint.finding.SystemMap;
import io.github.ipclint.report.MarkupTree;
import io.github.ipclint.report.map.GraphLayout;
import io.github.ipclint.report.map.LayeredLayout;
import io.github.ipclint.report.map.MapDrawing;
import io.github.ipclint.report.map.MapGraph;
import io.github.ipclint.report.map.MapGraph.Shape;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Programs, processes and channels: drawings of what belongs together, what is wrong first, and all of it as a table. */
final class MapSection implements Section {
    /** More boxes than this say less than an overview. */
    private static final int MOST_NODES = 40;

    /** Parts that show what is wrong and are drawn in the open; the rest can be opened. */
    private static final int MOST_OPEN = 6;

    /** Beyond this many parts only the table has them: nobody leafs through a thousand drawings. */
    private static final int MOST_DRAWN = 60;

    /** Pixels that a map has on a phone, and where there is room for all of the page; wider ones scroll in their box. */
    private static final int PHONE = 328;

    private static final int PAGE = 1072;

    /** What the maps that lie open have shown so far. */
    private static final class Seen {
        private final Set<Shape> shapes = EnumSet.noneOf(Shape.class);
        private int widest;
    }

    private final GraphLayout layout = new LayeredLayout();

    @Override
    public void write(MarkupTree html, Page page) throws IOException {
        SystemMap system = page.result().system();
        Section.headed(html, "map", () -> {
            if (system.programs().isEmpty()) {
                html.leaf("p", Texts.text("map.none"));
                return;
            }
            List<MapPart> drawn = MapPart.of(system, page.cards()).stream().filter(part -> !part.channels().isEmpty()).toList();
            long wrong = drawn.stream().filter(MapPart::showsWrong).count();
            int open = (int) (wrong == 0 ? Math.min(drawn.size(), 2) : Math.min(wrong, MOST_OPEN));
            Seen seen = new Seen();
            html.block("div", () -> {
                for (MapPart part : drawn.subList(0, open)) {
                    part(html, part, page, seen);
                }
            }, "class", "maps");
            legend(html, seen, wrong > 0, drawn.stream().limit(open).anyMatch(MapPart::showsInside));
            if (drawn.size() > open) {
                more(html, drawn.subList(open, drawn.size()), page, seen);
            }
            html.block("details", () -> {
                html.leaf("summary", Texts.text("map.table"));
                MapTable.write(html, page);
            }, "class", "more", "id", "map-table");
        });
    }

    private void more(MarkupTree html, List<MapPart> parts, Page page, Seen seen) throws IOException {
        html.block("details", () -> {
            html.leaf("summary", Texts.count("map.more", parts.size()));
            html.block("div", () -> {
                for (MapPart part : parts.subList(0, Math.min(parts.size(), MOST_DRAWN))) {
                    part(html, part, page, seen);
                }
            }, "class", "maps");
            if (parts.size() > MOST_DRAWN) {
                html.leaf("p", Texts.text("map.undrawn", parts.size() - MOST_DRAWN));
            }
        }, "class", "more");
    }

    private void part(MarkupTree html, MapPart part, Page page, Seen seen) throws IOException {
        SystemMap system = page.result().system();
        if (part.nodes(system) <= MOST_NODES) {
            draw(html, MapGraphs.full(part, page), title(part, page), seen);
            return;
        }
        draw(html, MapGraphs.overview(part, page), Texts.text("map.overview", part.programs().size(), part.channels().size()), seen);
        html.block("details", () -> {
            html.leaf("summary", Texts.text("map.details"));
            for (int program : part.programs()) {
                MapPart own = part.only(program);
                draw(html, MapGraphs.full(own, page), title(own, page), seen);
            }
        }, "class", "more");
    }

    private static String title(MapPart part, Page page) {
        SystemMap system = page.result().system();
        List<String> names = part.programs().stream().limit(3).map(index -> page.programName(system.programs().get(index))).toList();
        return Texts.text("map.title.part", String.join(", ", names) + (part.programs().size() > 3 ? " …" : ""));
    }

    private void draw(MarkupTree html, MapGraph graph, String title, Seen seen) throws IOException {
        Optional<GraphLayout.Drawing> drawing = layout.layout(graph);
        html.block("div", () -> {
            if (drawing.isPresent()) {
                graph.nodes().forEach(node -> seen.shapes.add(node.shape()));
                seen.widest = Math.max(seen.widest, drawing.get().width());
                MapDrawing.write(graph, drawing.get(), title, html);
            } else {
                html.leaf("p", Texts.text("map.failed"));
            }
        }, "class", "map", "role", "region", "aria-label", title, "tabindex", "0");
    }

    /** Only what occurs. */
    private static void legend(MarkupTree html, Seen seen, boolean wrong, boolean inside) throws IOException {
        html.block("ul", () -> {
            for (Shape shape : seen.shapes) {
                if (shape != Shape.FRAME && shape != Shape.PROCESS) {
                    html.inline("li", () -> {
                        MapDrawing.sample(shape, html);
                        html.text(" " + Texts.text("kind." + shape));
                    });
                    html.constant("\n");
                }
            }
            html.leaf("li", Texts.text("map.legend.arrow"));
            if (wrong) {
                html.leaf("li", Texts.text("map.legend.wrong"));
            }
            if (inside) {
                html.leaf("li", Texts.text("map.legend.inside"));
            }
            if (seen.widest > PHONE) {
                html.leaf("li", Texts.text("map.legend.scrolls"), "class", seen.widest > PAGE ? "" : "narrow");
            }
            html.inline("li", () -> html.span("a", Texts.text("map.legend.table"), "href", "#map-table"));
            html.constant("\n");
        }, "class", "legend");
    }
}
