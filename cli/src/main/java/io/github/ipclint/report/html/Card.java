package io.github.ipclint.report.html;

import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Scene;
import io.github.ipclint.finding.SystemMap.Link;
import java.util.List;

/**
 * One finding as the page shows it.
 *
 * @param number on this page, from 1
 * @param anchor stays the same while the code around the finding moves
 * @param wrong what is wrong in the map
 * @param channels indices of the channels that the finding is about
 * @param firstOfRule whether no finding of its rule comes before it
 */
record Card(Finding finding, int number, String anchor, Scene scene, List<Link> wrong, List<Integer> channels, boolean firstOfRule) {
    Card {
        wrong = List.copyOf(wrong);
        channels = List.copyOf(channels);
    }
}
