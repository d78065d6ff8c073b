package io.github.ipclint.report.html;

import io.github.ipclint.finding.SystemMap;
import io.github.ipclint.finding.SystemMap.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Programs that talk to each other, directly or through others, and what they talk over.
 *
 * @param programs indices into the system, sorted
 * @param channels indices into the system, sorted
 * @param cards findings about them, in the order of the page
 */
record MapPart(List<Integer> programs, List<Integer> channels, List<Link> links, List<Card> cards) {
    /** All parts: those that show what is wrong first, then others with findings, then in the order of the programs. */
    static List<MapPart> of(SystemMap system, List<Card> cards) {
        int[] group = new int[system.programs().size() + system.channels().size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (Link link : system.links()) {
            group[root(group, system.programs().size() + link.channel())] = root(group, link.program());
        }
        Map<Integer, MapPart> parts = new TreeMap<>();
        for (int i = 0; i < group.length; i++) {
            MapPart part = parts.computeIfAbsent(root(group, i),
                    key -> new MapPart(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            (i < system.programs().size() ? part.programs() : part.channels()).add(i < system.programs().size() ? i
                    : i - system.programs().size());
        }
        for (Link link : system.links()) {
            part(parts, root(group, link.program())).links().add(link);
        }
        for (Card card : cards) {
            int program = program(system, card);
            if (program >= 0) {
                part(parts, root(group, program)).cards().add(card);
            }
        }
        return parts.values().stream()
                .sorted(Comparator
                        .comparing((MapPart part) -> !part.showsWrong())
                        .thenComparingInt((MapPart part) -> part.cards().isEmpty() ? Integer.MAX_VALUE : part.cards().getFirst().number())
                        .thenComparing(part -> part.programs().isEmpty() ? Integer.MAX_VALUE : part.programs().getFirst()))
                .toList();
    }

    private static MapPart part(Map<Integer, MapPart> parts, int root) {
        return Objects.requireNonNull(parts.get(root), "every program is in a part");
    }

    private static int program(SystemMap system, Card card) {
        if (!card.wrong().isEmpty()) {
            return card.wrong().getFirst().program();
        }
        for (int i = 0; i < system.programs().size(); i++) {
            if (card.playsIn(system.programs().get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int root(int[] group, int member) {
        int at = member;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }

    /** Whether a finding is about something that goes on between its programs, not only within one of them. */
    boolean showsWrong() {
        return cards.stream().anyMatch(card -> card.wrong().stream().anyMatch(links::contains));
    }

    /** Whether a finding is about what goes on within one of its processes. */
    boolean showsInside() {
        return cards.stream().anyMatch(card -> card.wrong().isEmpty() && !card.scene().process().isEmpty());
    }

    /** Processes and channels. */
    int nodes(SystemMap system) {
        return channels.size() + programs.stream().mapToInt(program -> system.programs().get(program).processes().size()).sum();
    }

    /** What one program has of it. */
    MapPart only(int program) {
        List<Link> own = links.stream().filter(link -> link.program() == program).toList();
        return new MapPart(List.of(program), own.stream().map(Link::channel).distinct().sorted().toList(), own, cards);
    }
}
