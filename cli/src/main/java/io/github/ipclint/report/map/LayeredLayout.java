package io.github.ipclint.report.map;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

/** Layers from left to right with right-angled lines, by the Eclipse Layout Kernel. */
public final class LayeredLayout implements GraphLayout {
    private static final int SECONDS = 5;
    private static final int LABEL_HEIGHT = 16;
    private static final int SEED = 1;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    @Override
    public Optional<Drawing> layout(MapGraph graph) {
        CompletableFuture<Drawing> drawing = CompletableFuture.supplyAsync(() -> new Run(graph).drawing());
        try {
            return Optional.of(drawing.get(SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            drawing.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** One graph, there and back. */
    private static final class Run {
        private final MapGraph graph;
        private final ElkNode root = ElkGraphUtil.createGraph();
        private final List<ElkNode> nodes = new ArrayList<>();
        private final List<ElkEdge> edges = new ArrayList<>();
        private final Map<ElkNode, GraphLayout.Point> origins = new HashMap<>();

        Run(MapGraph graph) {
            this.graph = graph;
        }

        GraphLayout.Drawing drawing() {
            configure(root, new ElkPadding(8));
            graph.nodes().forEach(this::add);
            graph.edges().forEach(this::add);
            new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
            return new GraphLayout.Drawing(
                    round(root.getWidth()), round(root.getHeight()), nodes.stream().map(this::box).toList(),
                    edges.stream().map(this::route).toList(), edges.stream().map(this::label).toList());
        }

        private static void configure(ElkNode container, ElkPadding padding) {
            container.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
            container.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
            container.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
            container.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
            container.setProperty(CoreOptions.RANDOM_SEED, SEED);
            container.setProperty(CoreOptions.PADDING, padding);
            container.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
            container.setProperty(CoreOptions.SPACING_NODE_NODE, 24d);
            container.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 20d);
            container.setProperty(CoreOptions.SPACING_EDGE_NODE, 12d);
            container.setProperty(CoreOptions.SPACING_EDGE_EDGE, 12d);
        }

        private void add(MapGraph.Node node) {
            ElkNode added = ElkGraphUtil.createNode(node.frame() == MapGraph.NONE ? root : nodes.get(node.frame()));
            if (node.shape() == MapGraph.Shape.FRAME) {
                configure(added, new ElkPadding(32, 16, 16, 16));
                added.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
                added.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new org.eclipse.elk.core.math.KVector(
                        TextWidth.of(TextWidth.cut(node.label())) + 32d, 48));
            } else {
                added.setDimensions(Silhouettes.width(node), Silhouettes.height(node));
            }
            nodes.add(added);
        }

        private void add(MapGraph.Edge edge) {
            ElkEdge added = ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
            if (!edge.label().isEmpty()) {
                ElkLabel label = ElkGraphUtil.createLabel(edge.label(), added);
                label.setDimensions(TextWidth.of(edge.label()) + 8d, LABEL_HEIGHT);
                label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            }
            edges.add(added);
        }

        /** Where the coordinates of what the node holds begin. */
        private GraphLayout.Point origin(@Nullable ElkNode container) {
            if (container == null || container == root) {
                return new GraphLayout.Point(0, 0);
            }
            GraphLayout.Point known = origins.get(container);
            if (known == null) {
                GraphLayout.Point outer = origin(container.getParent());
                known = new GraphLayout.Point(outer.x() + round(container.getX()), outer.y() + round(container.getY()));
                origins.put(container, known);
            }
            return known;
        }

        private GraphLayout.Box box(ElkNode node) {
            GraphLayout.Point outer = origin(node.getParent());
            return new GraphLayout.Box(
                    outer.x() + round(node.getX()), outer.y() + round(node.getY()), round(node.getWidth()), round(node.getHeight()));
        }

        private List<GraphLayout.Point> route(ElkEdge edge) {
            GraphLayout.Point outer = origin(edge.getContainingNode());
            List<GraphLayout.Point> points = new ArrayList<>();
            for (ElkEdgeSection section : edge.getSections()) {
                points.add(point(outer, section.getStartX(), section.getStartY()));
                for (ElkBendPoint bend : section.getBendPoints()) {
                    points.add(point(outer, bend.getX(), bend.getY()));
                }
                points.add(point(outer, section.getEndX(), section.getEndY()));
            }
            return points;
        }

        private static GraphLayout.Point point(GraphLayout.Point outer, double x, double y) {
            return new GraphLayout.Point(outer.x() + round(x), outer.y() + round(y));
        }

        private GraphLayout.Box label(ElkEdge edge) {
            if (edge.getLabels().isEmpty()) {
                return new GraphLayout.Box(0, 0, 0, 0);
            }
            GraphLayout.Point outer = origin(edge.getContainingNode());
            ElkLabel label = edge.getLabels().getFirst();
            return new GraphLayout.Box(
                    outer.x() + round(label.getX()), outer.y() + round(label.getY()), round(label.getWidth()), round(label.getHeight()));
        }

        private static int round(double value) {
            return (int) Math.round(value);
        }
    }
}
