package io.github.ipclint.report.map;

import io.github.ipclint.report.map.MapGraph.Node;
import io.github.ipclint.report.map.MapGraph.Shape;

/** One outline for each kind of node. */
final class Silhouettes {
    static final int CHANNEL_WIDTH = 48;
    static final int CHANNEL_HEIGHT = 28;
    private static final int PROCESS_HEIGHT = 32;
    /** For two lines of text under a channel. */
    private static final int CAPTION = 34;

    private Silhouettes() {}

    static int width(Node node) {
        int text = TextWidth.of(TextWidth.cut(node.label()));
        return node.shape() == Shape.PROCESS ? Math.max(72, text + 36) : Math.max(Math.max(CHANNEL_WIDTH, text + 8), kindWidth(node));
    }

    private static int kindWidth(Node node) {
        return TextWidth.of(kind(node)) + 8;
    }

    /** What the title says before its first comma is the kind. */
    static String kind(Node node) {
        int comma = node.title().indexOf(',');
        return comma < 0 ? node.title() : node.title().substring(0, comma);
    }

    static int height(Node node) {
        return node.shape() == Shape.PROCESS ? PROCESS_HEIGHT : CHANNEL_HEIGHT + CAPTION;
    }

    /** Path data of a channel's outline, in a box of 48 by 28. */
    static String outline(Shape shape) {
        return switch (shape) {
            case PIPE -> "M6 5h36a5 9 0 0 1 0 18H6a5 9 0 0 1 0-18a5 9 0 0 1 0 18";
            case SOCKET_PAIR -> "M6 5h36a5 9 0 0 1 0 18H6a5 9 0 0 1 0-18a5 9 0 0 1 0 18M42 5a5 9 0 0 0 0 18";
            case FIFO -> "M6 2h36a5 8 0 0 1 0 16H6a5 8 0 0 1 0-16a5 8 0 0 1 0 16M20 18v3M16 21h16v7H16z";
            case QUEUE -> "M8 3h32v6H8zM8 11h32v6H8zM8 19h32v6H8z";
            case SHARED_MEMORY -> "M6 3h36v22H6zM18 3v22M30 3v22M6 14h36";
            case SEMAPHORE -> "M14 13h20v13H14zM18 13V8a6 6 0 0 1 12 0v5M24 18v4";
            case SOCKET -> "M14 6h12a8 8 0 0 1 0 16H14zM34 14h10M14 10H6M14 18H6";
            case FILE -> "M14 2h14l8 8v16H14zM28 2v8h8";
            case SIGNAL -> "M27 2L14 16h9l-3 10l14-15h-9z";
            case FRAME, PROCESS -> "";
        };
    }
}
