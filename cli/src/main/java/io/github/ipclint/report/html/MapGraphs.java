package io.github.ipclint.report.html;

import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.SystemMap;
import io.github.ipclint.finding.SystemMap.Channel;
import io.github.ipclint.finding.SystemMap.Link;
import io.github.ipclint.finding.SystemMap.Process;
import io.github.ipclint.finding.SystemMap.Program;
import io.github.ipclint.finding.SystemMap.Use;
import io.github.ipclint.report.map.MapGraph;
import io.github.ipclint.report.map.MapGraph.Edge;
import io.github.ipclint.report.map.MapGraph.Line;
import io.github.ipclint.report.map.MapGraph.Node;
import io.github.ipclint.report.map.MapGraph.Shape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes graphs of parts of the system: in full, or with one box per program where that would be too much. */
final class MapGraphs {
    private static final int MOST_NUMBERS = 3;

    private record End(int program, int process, int channel, boolean held) implements Comparable<End> {
        @Override
        public int compareTo(End other) {
            int order = Integer.compare(program, other.program);
            order = order != 0 ? order : Integer.compare(process, other.process);
            order = order != 0 ? order : Integer.compare(channel, other.channel);
            return order != 0 ? order : Boolean.compare(held, other.held);
        }
    }

    private final Page page;
    private final SystemMap system;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<Integer, Integer> channelNodes = new HashMap<>();

    private MapGraphs(Page page) {
        this.page = page;
        this.system = page.result().system();
    }

    static MapGraph full(MapPart part, Page page) {
        MapGraphs graphs = new MapGraphs(page);
        Map<Integer, Integer> frames = new HashMap<>();
        for (int program : part.programs()) {
            frames.put(program, graphs.nodes.size());
            graphs.addFrame(program);
        }
        Map<Integer, List<Integer>> processes = new HashMap<>();
        for (int program : part.programs()) {
            processes.put(program, graphs.addProcesses(program, frames.getOrDefault(program, MapGraph.NONE), part));
        }
        for (int channel : part.channels()) {
            List<Integer> users = part.links().stream().filter(link -> link.channel() == channel).map(Link::program).distinct().toList();
            graphs.addChannel(channel, users.size() == 1 ? frames.getOrDefault(users.getFirst(), MapGraph.NONE) : MapGraph.NONE, part);
        }
        graphs.addEnds(part, link -> processes.getOrDefault(link.program(), List.of()).get(link.process()), false);
        return graphs.graph();
    }

    /** Programs as boxes; channels of one kind between the same programs as one. */
    static MapGraph overview(MapPart part, Page page) {
        MapGraphs graphs = new MapGraphs(page);
        Map<Integer, Integer> programs = new HashMap<>();
        for (int program : part.programs()) {
            programs.put(program, graphs.nodes.size());
            Program shown = graphs.system.programs().get(program);
            graphs.nodes.add(
                    new Node(Shape.PROCESS, page.programName(shown), shown.path(), "#m-g" + program, program % Page.HUES, MapGraph.NONE));
        }
        Map<String, List<Integer>> bundles = new TreeMap<>();
        for (int channel : part.channels()) {
            String users = part.links().stream().filter(link -> link.channel() == channel).map(link -> String.valueOf(link.program()))
                    .distinct().collect(Collectors.joining(","));
            bundles.computeIfAbsent(graphs.system.channels().get(channel).kind() + ":" + users, key -> new ArrayList<>()).add(channel);
        }
        bundles.values().forEach(bundle -> graphs.addBundle(bundle, part));
        graphs.addEnds(part, link -> programs.getOrDefault(link.program(), 0), true);
        return graphs.graph();
    }

    private MapGraph graph() {
        return new MapGraph(nodes, edges);
    }

    private void addFrame(int program) {
        Program shown = system.programs().get(program);
        nodes.add(
                new Node(Shape.FRAME, page.programName(shown), shown.path() + ", " + shown.function(), "#m-g" + program, 0, MapGraph.NONE));
    }

    private List<Integer> addProcesses(int program, int frame, MapPart part) {
        List<Integer> added = new ArrayList<>();
        List<Process> all = system.programs().get(program).processes();
        for (int i = 0; i < all.size(); i++) {
            Process process = all.get(i);
            added.add(nodes.size());
            List<Card> own = part.cards().stream()
                    .filter(card -> card.scene().process().equals(process.name()) && card.playsIn(system.programs().get(program)))
                    .toList();
            String link = own.stream().findFirst().map(card -> "#" + card.anchor()).orElse("#m-g" + program);
            List<Card> inside = own.stream().filter(card -> card.wrong().isEmpty()).toList();
            String label = inside.isEmpty() ? process.name() : process.name() + " " + numbers(inside);
            nodes.add(new Node(Shape.PROCESS, label, Texts.text("map.process", process.name(), page.programName(
                    system.programs().get(program))), link, i % Page.HUES, frame));
            if (process.parent() >= 0) {
                edges.add(new Edge(added.get(process.parent()), added.get(i), false, false, Line.FORK, "",
                        Texts.text("map.fork." + process.role(), all.get(process.parent()).name(), process.name()), link));
            }
        }
        return added;
    }

    private void addChannel(int index, int frame, MapPart part) {
        Channel channel = system.channels().get(index);
        String kind = Texts.text("kind." + channel.kind());
        String name = Page.ownName(channel);
        channelNodes.put(index, nodes.size());
        nodes.add(new Node(Shape.valueOf(channel.kind().name()), name, kind + ", " + name, link(part, List.of(index)), 0, frame));
    }

    private void addBundle(List<Integer> bundle, MapPart part) {
        Channel first = system.channels().get(bundle.getFirst());
        String label = bundle.size() == 1 ? Page.ownName(first) : "× " + bundle.size();
        String names =
                bundle.stream().map(index -> Page.ownName(system.channels().get(index))).distinct().collect(Collectors.joining(", "));
        bundle.forEach(index -> channelNodes.put(index, nodes.size()));
        nodes.add(new Node(Shape.valueOf(first.kind().name()), label, Texts.text("kind." + first.kind()) + ", " + names, link(part, bundle),
                0,
                MapGraph.NONE));
    }

    private static String link(MapPart part, List<Integer> channels) {
        return part.cards().stream()
                .filter(card -> card.wrong().stream().anyMatch(link -> channels.contains(link.channel())))
                .findFirst()
                .map(card -> "#" + card.anchor())
                .orElse("#m-c" + channels.getFirst());
    }

    private void addEnds(MapPart part, java.util.function.ToIntFunction<Link> node, boolean bundled) {
        Map<End, List<Link>> ends = new TreeMap<>();
        for (Link link : part.links()) {
            boolean held = link.use() == Use.HOLDS;
            int from = node.applyAsInt(link);
            int channel = channelNodes.getOrDefault(link.channel(), 0);
            if (!held || part.cards().stream().anyMatch(card -> card.wrong().contains(link))) {
                ends.computeIfAbsent(new End(bundled ? 0 : link.program(), from, channel, held), key -> new ArrayList<>()).add(link);
            }
        }
        ends.forEach((end, links) -> addEnd(end, links, part, bundled));
    }

    private void addEnd(End end, List<Link> links, MapPart part, boolean bundled) {
        Set<Use> uses = EnumSet.noneOf(Use.class);
        links.forEach(link -> uses.add(link.use()));
        List<Card> wrong = part.cards().stream().filter(card -> card.wrong().stream().anyMatch(links::contains)).toList();
        boolean reads = uses.contains(Use.READS);
        boolean writes = uses.contains(Use.WRITES);
        boolean inwards = reads && !writes;
        String words = uses.stream().map(use -> Texts.text("use." + use)).collect(Collectors.joining(", "));
        String shown = uses.stream().filter(use -> use == Use.CREATES || use == Use.REMOVES || use == Use.LOCKS || use == Use.HOLDS)
                .map(use -> Texts.text("use." + use)).collect(Collectors.joining(", "));
        String label = wrong.isEmpty() ? bundled ? "" : shown : numbers(wrong) + (shown.isEmpty() || bundled ? "" : ": " + shown);
        Link any = links.getFirst();
        Program program = system.programs().get(any.program());
        String title = (bundled ? page.programName(program) : program.processes().get(any.process()).name()) + " " + words + " "
                + nodes.get(end.channel()).title()
                + (wrong.isEmpty() ? "" : "; " + Texts.text("map.wrong", wrong.getFirst().finding().message()));
        String link = wrong.isEmpty() ? "#m-c" + any.channel() : "#" + wrong.getFirst().anchor();
        edges.add(new Edge(
                inwards ? end.channel() : end.process(), inwards ? end.process() : end.channel(), reads || writes, reads && writes,
                line(wrong), label, title, link));
    }

    private static Line line(List<Card> wrong) {
        if (wrong.isEmpty()) {
            return Line.RIGHT;
        }
        return wrong.stream().anyMatch(card -> card.finding().level() == Level.ERROR) ? Line.WRONG : Line.DOUBTFUL;
    }

    private static String numbers(List<Card> cards) {
        String numbers = cards.stream().limit(MOST_NUMBERS).map(card -> "#" + card.number()).collect(Collectors.joining(" "));
        return cards.size() > MOST_NUMBERS ? numbers + " …" : numbers;
    }
}
