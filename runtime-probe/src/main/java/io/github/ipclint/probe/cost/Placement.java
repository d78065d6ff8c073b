package io.github.ipclint.probe.cost;

import io.github.ipclint.probe.libc.Sched;
import java.util.ArrayList;
import java.util.List;

/**
 * On which processors the two sides run.
 *
 * @param name {@link #ONE} or {@link #TWO}
 * @param here number of the asking side's processor
 * @param there that of the answering side's
 */
public record Placement(String name, int here, int there) {
    static final String ONE = "one cpu";
    static final String TWO = "two cpus";

    /** How many strings one of them is on the way between processes. */
    static final int FIELDS = 3;

    List<String> fields() {
        return List.of(name, Integer.toString(here), Integer.toString(there));
    }

    static Placement parse(List<String> fields) {
        return new Placement(fields.get(0), Integer.parseInt(fields.get(1)), Integer.parseInt(fields.get(2)));
    }

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
