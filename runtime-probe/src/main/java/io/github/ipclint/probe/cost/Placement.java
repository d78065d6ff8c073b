package io.github.ipclint.probe.cost;

import io.github.ipclint.probe.libc.Sched;
import java.util.ArrayList;
import java.util.List;

/**
 * On which processors the two sides run.
 *
 * @param name {@link #ONE} or {@link #TWO}
 */
record Placement(String name, int here, int there) {
    static final String ONE = "one cpu";
    static final String TWO = "two cpus";

    /** The placements that the affinity of this process allows. */
    static List<Placement> available() {
        List<Integer> processors = Sched.processors();
        List<Placement> placements = new ArrayList<>(List.of(new Placement(ONE, processors.getFirst(), processors.getFirst())));
        if (processors.size() > 1) {
            placements.add(new Placement(TWO, processors.getFirst(), processors.getLast()));
        }
        return placements;
    }
}
