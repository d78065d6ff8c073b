package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.SeenProcess;
import io.github.ipclint.probe.observation.Snapshot;
import io.github.ipclint.probe.sandbox.Room;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A process that has more open descriptors after each of three passes. It may only keep them for later: that it does not close them in
 * the end either is known where it ends in good order; where it does not, it must keep them until it cannot have more. Or a program that
 * ends with more open descriptors the more files it is given.
 */
record LeakedDescriptors() implements Detector {
    /** So many that the next one may fail. */
    private static final int NEARLY_ALL = Room.DESCRIPTORS - 8;

    @Override
    public String name() {
        return "growing-descriptors";
    }

    @Override
    public Stimulus stimulus() {
        return Stimulus.VISITED;
    }

    @Override
    public Sighting look(Observation observation) {
        if (observation.end() instanceof Observation.Running) {
            return Sighting.nothing();
        }
        Set<Integer> processes = observation.snapshots().stream().flatMap(it -> it.processes().stream()).map(SeenProcess::pid)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (int pid : processes) {
            List<Integer> counts = counts(observation.snapshots(), pid);
            if (Passes.grow(counts, Passes.NUMBER + 1)) {
                return judge(observation, pid, counts);
            }
        }
        return observation.end() instanceof Observation.Killed killed ? Sighting.undecided(killed.how()) : Sighting.nothing();
    }

    @Override
    public boolean comparesRuns() {
        return true;
    }

    /** One that is left open for each file that it is given: all that it opens for them is known when it ends in good order. */
    @Override
    public Sighting compare(List<Observation> runs) {
        List<Integer> open = runs.stream().filter(run -> run.end() instanceof Observation.Ended)
                .map(run -> run.endings().values().stream().filter(Observation.Ending::started).toList())
                .filter(endings -> endings.size() == 1)
                .map(endings -> endings.getFirst().open()).toList();
        return open.size() == runs.size() && Passes.grow(open, Passes.NUMBER)
                ? Sighting.seen(
                        List.of("given one file, two files and three files, it ends with " + Passes.title(open) + " open descriptors"))
                : Sighting.nothing();
    }

    private static Sighting judge(Observation observation, int pid, List<Integer> counts) {
        SeenProcess process = observation.snapshots().stream().flatMap(it -> it.process(pid).stream())
                .reduce((_, later) -> later).orElseThrow();
        String fact = process.title() + " has " + Passes.title(counts)
                + " open descriptors, one number after each pass";
        Observation.Ending ending = observation.endings().get(process.innerPid());
        int most = last(observation.snapshots(), pid, Passes.NUMBER + 2);
        if (most >= NEARLY_ALL) {
            return Sighting.seen(List.of(fact, most + " are open, and it cannot have more, after many visitors that are all gone"));
        }
        if (ending == null) {
            return Sighting.possible(most == 0 ? fact : fact + "; " + most + " after many visitors",
                    "it does not end in good order, and might have closed them then");
        }
        return ending.open() >= counts.getLast() ? Sighting.seen(List.of(fact, ending.open() + " of them are open when it ends"))
                : Sighting.absent(fact + ", but only " + ending.open() + " when it ends");
    }

    /** Open descriptors at the end of each pass, beginning with that before the first. */
    private static List<Integer> counts(List<Snapshot> snapshots, int pid) {
        return Passes.numbers(snapshots, 0,
                it -> it.process(pid).filter(process -> !process.isZombie()).map(process -> process.descriptors().size()));
    }

    /** Open descriptors when a pass ends; 0 if the process does not live so long. */
    private static int last(List<Snapshot> snapshots, int pid, int pass) {
        return snapshots.stream().filter(it -> it.pass() == pass).reduce((_, later) -> later).flatMap(it -> it.process(pid))
                .map(process -> process.descriptors().size()).orElse(0);
    }
}
