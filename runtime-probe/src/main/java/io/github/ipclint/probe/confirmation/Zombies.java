package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.SeenProcess;
import io.github.ipclint.probe.observation.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Children that have ended and that nobody asks for: seen twice, a tenth of a second apart, while their parent lives. One could be waited
 * for later; that their number grows with every pass, or that one is still there when its parent ends, could not.
 */
record Zombies() implements Detector {
    private static final long APART = 100_000_000;
    private static final int PASSES = 3;

    @Override
    public String name() {
        return "zombies";
    }

    @Override
    public Sighting look(Observation observation) {
        Map<Integer, Set<Integer>> lasting = lasting(observation.snapshots());
        for (Map.Entry<Integer, Set<Integer>> family : lasting.entrySet()) {
            List<Integer> counts = growth(observation.snapshots(), family.getKey());
            if (counts.size() >= PASSES && family.getValue().size() >= PASSES) {
                return Sighting.seen(List.of(name(observation, family.getKey()) + " has " + String.join(", then ",
                        counts.stream().map(String::valueOf).toList()) + " children that ended and were not waited for"));
            }
        }
        if (observation.end() instanceof Observation.Ended && !lasting.isEmpty()) {
            return atTheEnd(observation, lasting);
        }
        return switch (observation.end()) {
            case Observation.Killed killed when !killed.how().startsWith("ended by us") -> Sighting.undecided(killed.how());
            case Observation.Killed _,Observation.Ended _,Observation.Running _ -> Sighting.nothing();
        };
    }

    private static Sighting atTheEnd(Observation observation, Map<Integer, Set<Integer>> lasting) {
        for (Map.Entry<Integer, Set<Integer>> family : lasting.entrySet()) {
            List<Snapshot> alive = observation.snapshots().stream().filter(it -> it.process(family.getKey()).isPresent()).toList();
            Set<Integer> last = zombies(alive.getLast(), family.getKey());
            last.retainAll(family.getValue());
            if (!last.isEmpty()) {
                return Sighting.seen(List.of(name(observation, family.getKey()) + " ended with " + last.size()
                        + (last.size() == 1 ? " child" : " children") + " that had ended before and that it never waited for"));
            }
        }
        return Sighting.nothing();
    }

    /** By parent, the zombies that were seen twice. */
    private static Map<Integer, Set<Integer>> lasting(List<Snapshot> snapshots) {
        Map<Integer, Long> first = new HashMap<>();
        Map<Integer, Set<Integer>> lasting = new HashMap<>();
        for (Snapshot snapshot : snapshots) {
            for (SeenProcess process : snapshot.processes()) {
                boolean orphan = snapshot.process(process.parent()).filter(parent -> !parent.isZombie()).isEmpty();
                if (process.isZombie() && !orphan
                        && snapshot.nanoseconds() - first.computeIfAbsent(process.pid(), _ -> snapshot.nanoseconds()) >= APART) {
                    lasting.computeIfAbsent(process.parent(), _ -> new HashSet<>()).add(process.pid());
                }
            }
        }
        return lasting;
    }

    /** Numbers of zombies at the end of the passes, as far as they grow. */
    private static List<Integer> growth(List<Snapshot> snapshots, int parent) {
        Map<Integer, Integer> byPass = new HashMap<>();
        snapshots.forEach(snapshot -> byPass.put(snapshot.pass(), zombies(snapshot, parent).size()));
        List<Integer> counts = new ArrayList<>();
        byPass.entrySet().stream().filter(pass -> pass.getKey() > 0 && pass.getKey() <= PASSES).sorted(Map.Entry.comparingByKey())
                .forEach(pass -> {
                    if (counts.isEmpty() ? pass.getValue() > 0 : pass.getValue() > counts.getLast()) {
                        counts.add(pass.getValue());
                    }
                });
        return counts;
    }

    private static Set<Integer> zombies(Snapshot snapshot, int parent) {
        Set<Integer> zombies = new HashSet<>();
        snapshot.processes().stream().filter(it -> it.isZombie() && it.parent() == parent).forEach(it -> zombies.add(it.pid()));
        return zombies;
    }

    private static String name(Observation observation, int process) {
        return observation.snapshots().stream().flatMap(it -> it.process(process).stream()).reduce((_, later) -> later)
                .map(SeenProcess::title).orElse("a process");
    }
}
