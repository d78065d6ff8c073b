package io.github.ipclint.report.html;

import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Related;
import io.github.ipclint.finding.Scene;
import io.github.ipclint.finding.SystemMap;
import io.github.ipclint.finding.SystemMap.Link;
import io.github.ipclint.finding.SystemMap.Use;
import io.github.ipclint.finding.TraceStep;
import io.github.ipclint.ir.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what in the system map a finding is about, by the places that both name. */
final class WrongLinks {
    private final SystemMap system;
    private final Map<SourceRange, List<Link>> byPlace = new HashMap<>();

    WrongLinks(SystemMap system) {
        this.system = system;
        for (Link link : system.links()) {
            link.places().forEach(place -> byPlace.computeIfAbsent(place, key -> new ArrayList<>()).add(link));
        }
    }

    /** An end that is held for nothing is what is wrong, not the call that waits meanwhile. */
    List<Link> of(Finding finding, Scene scene) {
        List<Link> here = at(finding.at()).stream().filter(link -> isIn(link, scene)).toList();
        List<Link> held = here.stream().filter(link -> link.use() == Use.HOLDS && isBy(link, scene)).toList();
        if (!held.isEmpty()) {
            return held;
        }
        List<Link> wrong = new ArrayList<>(here.stream().filter(link -> link.use() != Use.HOLDS).toList());
        for (Related related : finding.related()) {
            at(related.at()).stream().filter(link -> !wrong.contains(link) && shareChannel(wrong, link)).forEach(wrong::add);
        }
        return wrong;
    }

    private List<Link> at(SourceRange place) {
        return byPlace.getOrDefault(place, List.of());
    }

    /** What several functions that nothing calls have in common is wrong in all of them. */
    private boolean isIn(Link link, Scene scene) {
        return !Page.isMain(scene.root()) || system.programs().get(link.program()).path().equals(scene.program());
    }

    private boolean isBy(Link link, Scene scene) {
        return system.programs().get(link.program()).processes().get(link.process()).name().equals(scene.process());
    }

    private static boolean shareChannel(List<Link> wrong, Link link) {
        return wrong.stream().anyMatch(other -> other.channel() == link.channel());
    }

    /** Indices of all channels that are touched where the finding is told. */
    List<Integer> channels(Finding finding) {
        TreeSet<Integer> channels = new TreeSet<>();
        Stream.concat(Stream.of(finding.at()),
                Stream.concat(finding.trace().stream().map(TraceStep::at), finding.related().stream().map(Related::at)))
                .forEach(place -> at(place).forEach(link -> channels.add(link.channel())));
        return List.copyOf(channels);
    }
}
