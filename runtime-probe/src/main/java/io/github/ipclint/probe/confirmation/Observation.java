package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.Snapshot;
import io.github.ipclint.probe.sandbox.KernelObject;
import java.util.List;
import java.util.Set;

/**
 * All that was seen of one run.
 *
 * @param snapshots of the processes, in order
 * @param end how the programs ended
 * @param made objects that existed at some moment
 * @param left objects that exist after the end of all processes
 * @param everMade letters of the System V kinds of which there ever was an object: {@code M}, {@code Q}, {@code S}
 */
record Observation(List<Snapshot> snapshots, End end, Set<KernelObject> made, List<KernelObject> left, List<String> everMade) {
    Observation {
        snapshots = List.copyOf(snapshots);
        made = Set.copyOf(made);
        left = List.copyOf(left);
        everMade = List.copyOf(everMade);
    }

    /** How a run ended. */
    sealed interface End {}

    /** It has not, yet. */
    record Running() implements End {}

    /** All programs ended by themselves, on request or not. */
    record Ended() implements End {}

    /** At least one program was killed, by us or by a fault. */
    record Killed(String how) implements End {}

    /** The last pass of which something was seen. */
    int passes() {
        return snapshots.isEmpty() ? 0 : snapshots.getLast().pass();
    }
}
