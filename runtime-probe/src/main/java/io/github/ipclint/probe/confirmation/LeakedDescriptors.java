package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.SeenProcess;
import io.github.ipclint.probe.observation.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A process that has more open descriptors after each of three passes. */
record LeakedDescriptors() implements Detector {
    private static final int PASSES = 3;

    @Override
    public String name() {
        return "growing-descriptors";
    }

    @Override
    public Sighting look(Observation observation) {
        List<Snapshot> snapshots = observation.snapshots();
        if (!snapshots.isEmpty()) {
            for (SeenProcess process : snapshots.getLast().living()) {
                List<Integer> counts = counts(snapshots, process.pid());
                if (growsByPass(counts)) {
                    return Sighting
                            .seen(List.of(process.title() + " has " + String.join(", then ", counts.stream().map(String::valueOf).toList())
                                    + " open descriptors, one number after each pass"));
                }
            }
        }
        return observation.end() instanceof Observation.Killed killed && !killed.how().startsWith("ended by us")
                ? Sighting.undecided(killed.how()) : Sighting.nothing();
    }

    /** Open descriptors at the end of each pass, beginning with that before the first. */
    private static List<Integer> counts(List<Snapshot> snapshots, int pid) {
        Map<Integer, Integer> byPass = new TreeMap<>();
        snapshots.stream().filter(it -> it.pass() <= PASSES)
                .forEach(it -> it.process(pid).ifPresent(process -> byPass.put(it.pass(), process.descriptors().size())));
        return new ArrayList<>(byPass.values());
    }

    private static boolean growsByPass(List<Integer> counts) {
        if (counts.size() <= PASSES) {
            return false;
        }
        for (int i = 1; i < counts.size(); i++) {
            if (counts.get(i) <= counts.get(i - 1)) {
                return false;
            }
        }
        return true;
    }
}
