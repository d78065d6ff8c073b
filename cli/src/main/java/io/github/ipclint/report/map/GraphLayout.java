package io.github.ipclint.report.map;

import java.util.List;
import java.util.Optional;

/** Finds places for nodes and ways for edges. Equal graphs give equal drawings. */
public interface GraphLayout {
    /** Empty when there is no layout, or none within a few seconds. */
    Optional<Drawing> layout(MapGraph graph);

    /** A whole number of pixels. */
    record Point(int x, int y) {}

    /** Left, top, width, height. */
    record Box(int x, int y, int width, int height) {}

    /**
     * @param boxes of the nodes, in the graph's order
     * @param routes of the edges, each from end to end
     * @param labels of the edges; of no width where there is none
     */
    record Drawing(int width, int height, List<Box> boxes, List<List<Point>> routes, List<Box> labels) {}
}
