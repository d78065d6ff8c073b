package io.github.ipclint.probe.confirmation;

import java.util.List;

/** Knows one kind of mistake when it sees it. A detector must be silent on every correct program. */
interface Detector {
    /** In kebab-case. */
    String name();

    /** Judges a run, also one that still goes on: then only {@link Sighting.Kind#SEEN} ends it. */
    Sighting look(Observation observation);

    /** What it takes to bring the mistake out. */
    default Stimulus stimulus() {
        return Stimulus.LITTLE;
    }

    /** How long everybody must have rested in a pass before the next one begins. */
    default int restMillis(int pass) {
        return 10;
    }

    /** Long enough that in each pass two looks can lie so far apart. */
    static int restFor(long nanosecondsApart) {
        return (int) (nanosecondsApart / 1_000_000) + 5;
    }

    /** Whether the mistake may be made once for each argument. */
    default boolean comparesRuns() {
        return false;
    }

    /** Judges runs of one program with more and more arguments. */
    default Sighting compare(List<Observation> runs) {
        return Sighting.nothing();
    }

    /** What may befall the programs, for a mistake that does no harm as long as everybody lives; tried last. */
    default List<Mishap> mishaps() {
        return List.of();
    }

    /** Whether the programs are right when they are so in one order of their start: then the mistake must be seen in all of them. */
    default boolean needsEveryOrder() {
        return false;
    }
}
