package io.github.ipclint.topology;

import io.github.ipclint.engine.Exploration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What kind of node each program means by one path. A program that shows nothing means what the others mean; where they
 * contradict each other, what the program that lies next to it means.
 */
final class NodeInference {
    private NodeInference() {}

    static Map<Exploration, Node> infer(List<Endpoint> endpoints) {
        Map<Exploration, List<Node>> shown = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            shown.computeIfAbsent(endpoint.program(), program -> new ArrayList<>()).add(Node.shownBy(endpoint.event()));
        }
        Map<Exploration, Node> known = new LinkedHashMap<>();
        Set<Node> kinds = EnumSet.noneOf(Node.class);
        shown.forEach((program, nodes) -> {
            Node node = Node.strongest(nodes);
            known.put(program, node);
            kinds.add(node);
        });
        kinds.remove(Node.UNKNOWN_FILE);
        if (kinds.isEmpty()) {
            return known;
        }
        Map<Exploration, Node> inferred = new LinkedHashMap<>();
        List<Exploration> programs = List.copyOf(known.keySet());
        known.forEach((program, node) -> inferred.put(
                program,
                node != Node.UNKNOWN_FILE ? node : kinds.size() == 1 ? kinds.iterator().next() : nearest(program, programs, known)));
        return inferred;
    }

    /** The node of the program whose file's path agrees longest; of two such, the nearer in the list, then the earlier. */
    private static Node nearest(Exploration program, List<Exploration> programs, Map<Exploration, Node> known) {
        int own = programs.indexOf(program);
        Exploration best = null;
        for (Exploration other : programs) {
            if (known.get(other) != Node.UNKNOWN_FILE && (best == null || isNearer(program, own, other, best, programs))) {
                best = other;
            }
        }
        return best == null ? Node.UNKNOWN_FILE : known.getOrDefault(best, Node.UNKNOWN_FILE);
    }

    private static boolean isNearer(Exploration program, int own, Exploration one, Exploration other, List<Exploration> programs) {
        int agreement = agreement(program, one);
        int otherAgreement = agreement(program, other);
        return agreement != otherAgreement
                ? agreement > otherAgreement
                : Math.abs(programs.indexOf(one) - own) < Math.abs(programs.indexOf(other) - own);
    }

    private static int agreement(Exploration one, Exploration other) {
        String mine = one.root().unit();
        String theirs = other.root().unit();
        int same = 0;
        while (same < Math.min(mine.length(), theirs.length()) && mine.charAt(same) == theirs.charAt(same)) {
            same++;
        }
        return same;
    }
}
