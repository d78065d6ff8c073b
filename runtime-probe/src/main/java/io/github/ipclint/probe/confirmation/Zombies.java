package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.SeenProcess;
import io.github.ipclint.probe.observation.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Children that have ended and that nobody asks for: each seen twice, a tenth of a second apart, while their parent lives. One could be
 * waited for later. So there must be more of them after each of three passes, and none of them may be gone when their parent is last seen,
 * after the end of its input.
 */
record Zombies() implements Detector {
    private static final long APART = 100_000_000;

    @Override
    public String name() {
        return "zombies";
    }

    /** Those of the last pass are to be seen as long as those of the passes before. */
    @Override
    public int restMillis(int pass) {
        return pass == Passes.NUMBER ? Detector.restFor(APART) : Detector.super.restMillis(pass);
    }

    @Override
    public Sighting look(Observation observation) {
        if (observation.end() instanceof Observation.Running) {
            return Sighting.nothing();
        }
        for (Map.Entry<Integer, Set<Integer>> family : lasting(observation.snapshots()).entrySet()) {
            List<Snapshot> lifetime = observation.snapshots().stream()
                    .filter(it -> it.process(family.getKey()).filter(parent -> !parent.isZombie()).isPresent()).toList();
            List<Integer> byPass = Passes.numbers(lifetime, 1, it -> {
                Set<Integer> lasting = zombies(it, family.getKey());
                lasting.retainAll(family.getValue());
                return Optional.of(lasting.size());
            });
            SeenProcess parent = lifetime.getLast().process(family.getKey()).orElseThrow();
            if (keptToTheEnd(observation, lifetime, parent, family.getValue()) && Passes.grow(byPass, Passes.NUMBER)
                    && byPass.getFirst() > 0) {
                String name = parent.title();
                return Sighting.seen(List.of(name + " has " + Passes.title(byPass)
                        + " children that ended and that it never waits for"));
            }
        }
        return observation.end() instanceof Observation.Killed killed ? Sighting.undecided(killed.how()) : Sighting.nothing();
    }

    /**
     * Looks may miss that it waits for them at the very end; it says so itself, if it comes to that. And the last look may see it when
     * it has none any more because it is about to be gone.
     */
    private static boolean keptToTheEnd(Observation observation, List<Snapshot> lifetime, SeenProcess parent, Set<Integer> zombies) {
        Observation.Ending ending = observation.endings().get(parent.innerPid());
        int looks = ending == null ? 1 : Math.min(2, lifetime.size());
        return (ending == null || ending.zombies()) && lifetime.subList(lifetime.size() - looks, lifetime.size()).stream()
                .anyMatch(look -> zombies(look, parent.pid()).containsAll(zombies));
    }

    /** By parent, the zombies that were seen twice. */
    private static Map<Integer, Set<Integer>> lasting(List<Snapshot> snapshots) {
        Map<Integer, Long> first = new HashMap<>();
        Map<Integer, Set<Integer>> lasting = new HashMap<>();
        for (Snapshot snapshot : snapshots) {
            for (SeenProcess process : snapshot.processes()) {
                boolean hasParent = snapshot.process(process.parent()).filter(parent -> !parent.isZombie()).isPresent();
                if (process.isZombie() && hasParent
                        && snapshot.nanoseconds() - first.computeIfAbsent(process.pid(), _ -> snapshot.nanoseconds()) >= APART) {
                    lasting.computeIfAbsent(process.parent(), _ -> new HashSet<>()).add(process.pid());
                }
            }
        }
        return lasting;
    }

    private static Set<Integer> zombies(Snapshot snapshot, int parent) {
        Set<Integer> zombies = new HashSet<>();
        snapshot.processes().stream().filter(it -> it.isZombie() && it.parent() == parent).forEach(it -> zombies.add(it.pid()));
        return zombies;
    }
}
