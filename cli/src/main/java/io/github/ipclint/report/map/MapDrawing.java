package io.github.ipclint.report.map;

import io.github.ipclint.report.MarkupTree;
import io.github.ipclint.report.map.GraphLayout.Box;
import io.github.ipclint.report.map.GraphLayout.Drawing;
import io.github.ipclint.report.map.GraphLayout.Point;
import io.github.ipclint.report.map.MapGraph.Edge;
import io.github.ipclint.report.map.MapGraph.Line;
import io.github.ipclint.report.map.MapGraph.Node;
import io.github.ipclint.report.map.MapGraph.Shape;
import java.io.IOException;
import java.util.List;

/** Writes a drawing as SVG that needs no style sheet, no script and no ids. */
public final class MapDrawing {
    /** Okabe and Ito's colours, darkened where they are too pale for lines on paper; the style sheet has others for dark pages. */
    private static final List<String> HUES =
            List.of("#0072b2", "#00805c", "#a8508a", "#a06c00", "#2480b8", "#7d7500", "#c25400", "#62666b");
    private static final String INK = "#1b1d20";
    private static final String WRONG = "#b3261e";
    private static final String DOUBTFUL = "#805200";
    private static final String FONT = "system-ui,sans-serif";
    private static final int ARROW = 7;

    private final MapGraph graph;
    private final Drawing drawing;
    private final MarkupTree svg;

    private MapDrawing(MapGraph graph, Drawing drawing, MarkupTree svg) {
        this.graph = graph;
        this.drawing = drawing;
        this.svg = svg;
    }

    /** @param title what the whole shows, for readers who do not see it */
    public static void write(MapGraph graph, Drawing drawing, String title, MarkupTree svg) throws IOException {
        String width = String.valueOf(drawing.width());
        String height = String.valueOf(drawing.height());
        MapDrawing map = new MapDrawing(graph, drawing, svg);
        svg.block("svg", map::content, "width", width, "height", height, "viewBox", "0 0 " + width + " " + height, "role", "group",
                "aria-label", title, "font-family", FONT, "font-size", "12", "fill", INK);
    }

    private void content() throws IOException {
        for (int i = 0; i < graph.nodes().size(); i++) {
            if (graph.nodes().get(i).shape() == Shape.FRAME) {
                frame(graph.nodes().get(i), drawing.boxes().get(i));
            }
        }
        for (Line line : List.of(Line.FORK, Line.RIGHT, Line.DOUBTFUL, Line.WRONG)) {
            for (int i = 0; i < graph.edges().size(); i++) {
                if (graph.edges().get(i).line() == line) {
                    edge(graph.edges().get(i), drawing.routes().get(i), drawing.labels().get(i));
                }
            }
        }
        for (int i = 0; i < graph.nodes().size(); i++) {
            Node node = graph.nodes().get(i);
            if (node.shape() == Shape.PROCESS) {
                process(node, drawing.boxes().get(i));
            } else if (node.shape() != Shape.FRAME) {
                channel(node, drawing.boxes().get(i));
            }
        }
    }

    private void linked(String href, String title, MarkupTree.Content content) throws IOException {
        svg.block("a", () -> {
            svg.leaf("title", title);
            content.write();
        }, "href", href);
    }

    private void frame(Node node, Box box) throws IOException {
        rectangle(box, "4", "none", "#8a9099", "", "frame");
        linked(node.link(), node.title(), () -> text(TextWidth.cut(node.label()), box.x() + 12, box.y() + 20, "", "quiet"));
    }

    private void process(Node node, Box box) throws IOException {
        String hue = HUES.get(node.hue());
        linked(node.link(), node.title(), () -> {
            rectangle(box, "10", "#ffffff", hue, "2", "box h" + node.hue());
            svg.empty("rect", "x", String.valueOf(box.x() + 10), "y", String.valueOf(box.y() + 11), "width", "10", "height", "10", "rx",
                    "3",
                    "fill", hue, "class", "dot h" + node.hue());
            text(TextWidth.cut(node.label()), box.x() + 27, box.y() + 20, "", "");
        });
    }

    private void channel(Node node, Box box) throws IOException {
        int middle = box.x() + box.width() / 2;
        int left = middle - Silhouettes.CHANNEL_WIDTH / 2;
        linked(node.link(), node.title(), () -> {
            shape(node.shape(), left, box.y());
            text(Silhouettes.kind(node), middle, box.y() + Silhouettes.CHANNEL_HEIGHT + 13, "middle", "quiet");
            text(TextWidth.cut(node.label()), middle, box.y() + Silhouettes.CHANNEL_HEIGHT + 28, "middle", "");
        });
    }

    private void shape(Shape shape, int x, int y) throws IOException {
        svg.empty("path", "d", Silhouettes.outline(shape), "transform", "translate(" + x + " " + y + ")", "fill", "#ffffff", "stroke",
                "#3c4148", "stroke-linejoin", "round", "class", "chan");
    }

    /** One silhouette by itself, for the legend. */
    public static void sample(Shape shape, MarkupTree svg) throws IOException {
        svg.inline("svg", () -> new MapDrawing(new MapGraph(List.of(), List.of()), new Drawing(0, 0, List.of(), List.of(), List.of()), svg)
                .shape(shape, 0, 0), "width", "36", "height", "21", "viewBox", "0 0 48 28", "aria-hidden", "true");
    }

    private void rectangle(Box box, String radius, String fill, String stroke, String width, String kind) throws IOException {
        svg.empty("rect", "x", String.valueOf(box.x()), "y", String.valueOf(box.y()), "width", String.valueOf(box.width()), "height",
                String.valueOf(box.height()), "rx", radius, "fill", fill, "stroke", stroke, "stroke-width", width, "class", kind);
    }

    private void text(String text, int x, int y, String anchor, String kind) throws IOException {
        svg.leaf("text", text, "x", String.valueOf(x), "y", String.valueOf(y), "text-anchor", anchor, "class", kind);
    }

    private void edge(Edge edge, List<Point> route, Box label) throws IOException {
        if (route.size() < 2) {
            return;
        }
        boolean wrong = edge.line() == Line.WRONG || edge.line() == Line.DOUBTFUL;
        String stroke = edge.line() == Line.WRONG ? WRONG : wrong ? DOUBTFUL : "#8a9099";
        String kind = edge.line() == Line.WRONG ? "bad" : wrong ? "bad maybe" : "ok";
        linked(edge.link(), edge.title(), () -> {
            svg.empty("path", "d", path(route), "fill", "none", "stroke", stroke, "stroke-width", wrong ? "3" : "", "stroke-dasharray",
                    wrong ? "7 4" : edge.line() == Line.FORK ? "2 3" : "", "class", kind);
            if (edge.towards()) {
                arrow(route.get(route.size() - 2), route.getLast(), stroke, kind);
            }
            if (edge.back()) {
                arrow(route.get(1), route.getFirst(), stroke, kind);
            }
            if (label.width() > 0) {
                rectangle(label, "8", "#ffffff", wrong ? stroke : "none", "", wrong ? "tag " + kind : "tag");
                text(edge.label(), label.x() + label.width() / 2, label.y() + 12, "middle", wrong ? "" : "quiet");
            }
        });
    }

    private static String path(List<Point> route) {
        StringBuilder path = new StringBuilder();
        for (Point point : route) {
            path.append(path.isEmpty() ? "M" : "L").append(point.x()).append(' ').append(point.y());
        }
        return path.toString();
    }

    /** Lines run at right angles, so four heads are enough. */
    private void arrow(Point from, Point to, String fill, String kind) throws IOException {
        int dx = Integer.signum(to.x() - from.x());
        int dy = dx == 0 ? Integer.signum(to.y() - from.y()) : 0;
        int baseX = to.x() - dx * ARROW;
        int baseY = to.y() - dy * ARROW;
        int half = ARROW / 2 + 1;
        String path = "M" + to.x() + " " + to.y() + "L" + (baseX + dy * half) + " " + (baseY + dx * half)
                + "L" + (baseX - dy * half) + " " + (baseY - dx * half) + "z";
        svg.empty("path", "d", path, "fill", fill, "class", "head " + kind);
    }
}
