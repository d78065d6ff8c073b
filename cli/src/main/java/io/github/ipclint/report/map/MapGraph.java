package io.github.ipclint.report.map;

import java.util.List;

/** What to draw: boxes, some in frames, and lines between them. */
public record MapGraph(List<Node> nodes, List<Edge> edges) {
    public MapGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** Stands for "in no frame". */
    public static final int NONE = -1;

    /** The same graph on another page: links lead to the page with this address. */
    public MapGraph linkedTo(String page) {
        return new MapGraph(
                nodes.stream().map(node -> new Node(node.shape(), node.label(), node.title(), page + node.link(), node.hue(), node.frame()))
                        .toList(),
                edges.stream().map(edge -> new Edge(edge.from(), edge.to(), edge.towards(), edge.back(), edge.line(), edge.label(),
                        edge.title(), page + edge.link())).toList());
    }

    /** What a node looks like. */
    public enum Shape {
        FRAME,
        PROCESS,
        PIPE,
        SOCKET_PAIR,
        FIFO,
        QUEUE,
        SHARED_MEMORY,
        SEMAPHORE,
        SOCKET,
        FILE,
        SIGNAL
    }

    /**
     * @param label short enough to show
     * @param title everything there is to say
     * @param link where it leads
     * @param hue colour of a process
     * @param frame index of the frame around it, or {@link #NONE}; frames come before what they hold
     */
    public record Node(Shape shape, String label, String title, String link, int hue, int frame) {}

    /** How a line is drawn. */
    public enum Line {
        RIGHT,
        WRONG,
        DOUBTFUL,
        FORK
    }

    /**
     * @param from index of the node that data come from
     * @param towards whether the line has an arrow head at its end
     * @param back whether it has one at its start
     * @param label empty for none
     */
    public record Edge(int from, int to, boolean towards, boolean back, Line line, String label, String title, String link) {}
}
