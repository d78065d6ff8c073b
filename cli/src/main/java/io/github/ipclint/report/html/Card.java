package io.github.ipclint.report.html;

import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Scene;
import io.github.ipclint.finding.SystemMap.Link;
import io.github.ipclint.finding.SystemMap.Program;
import io.github.ipclint.report.Baseline.Known;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One finding as the page shows it.
 *
 * @param number on this page, from 1
 * @param anchor stays the same while the code around the finding moves
 * @param wrong what is wrong in the map
 * @param channels indices of the channels that the finding is about
 * @param firstOfRule whether no finding of its rule comes before it
 * @param known what an earlier run had of it
 */
record Card(Finding finding, int number, String anchor, Scene scene, List<Link> wrong, List<Integer> channels, boolean firstOfRule,
        Optional<Known> known) {
    Card {
        wrong = List.copyOf(wrong);
        channels = List.copyOf(channels);
    }

    /** Whether it is about this program, or function that nothing calls. */
    boolean playsIn(Program program) {
        return program.path().equals(scene.program()) && program.function().equals(scene.root());
    }

    /** Who acts on the path, in the order of the steps, then who does what is wrong. */
    List<String> processes() {
        Set<String> named = new LinkedHashSet<>();
        finding.trace().forEach(step -> named.add(step.process()));
        if (!scene.process().isEmpty()) {
            named.add(scene.process());
        }
        return List.copyOf(named);
    }
}
