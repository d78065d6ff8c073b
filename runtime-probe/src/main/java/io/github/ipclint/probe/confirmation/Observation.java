package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.MemoryEvent;
import io.github.ipclint.probe.observation.Snapshot;
import io.github.ipclint.probe.sandbox.KernelObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that was seen of one run.
 *
 * @param snapshots of the processes, in order
 * @param end how the programs ended
 * @param made objects that existed at some moment
 * @param left objects that exist after the end of all processes
 * @param reached by program, which of its addresses ran
 * @param endings by process as it knows itself, what it had when it ended in good order
 * @param accesses to shared memory and what orders them, where they are traced
 * @param blocks of the programs, by their numbers
 * @param removers what all programs have, also those that did not run, that could remove objects
 * @param everMade letters of the System V kinds of which there ever was an object: {@code M}, {@code Q}, {@code S}
 */
record Observation(List<Snapshot> snapshots, End end, Set<KernelObject> made, List<KernelObject> left, List<String> everMade,
        Map<Integer, Executable.Bytes> reached, Map<Integer, Ending> endings, List<MemoryEvent> accesses, Map<Integer, BlockMap> blocks,
        List<Removers> removers) {
    Observation(List<Snapshot> snapshots, End end, Set<KernelObject> made, List<KernelObject> left, List<String> everMade,
            Map<Integer, Executable.Bytes> reached, Map<Integer, Ending> endings, List<MemoryEvent> accesses) {
        this(snapshots, end, made, left, everMade, reached, endings, accesses, Map.of(), List.of());
    }

    Observation {
        snapshots = List.copyOf(snapshots);
        made = Set.copyOf(made);
        left = List.copyOf(left);
        everMade = List.copyOf(everMade);
        reached = Map.copyOf(reached);
        endings = Map.copyOf(endings);
        accesses = List.copyOf(accesses);
        blocks = Map.copyOf(blocks);
        removers = List.copyOf(removers);
    }

    /**
     * The last moment of a process that ends in good order.
     *
     * @param open how many descriptors it had open
     * @param zombies whether it had children that ended and that it had not waited for
     * @param started whether it is the process that was started, and no child of it
     */
    record Ending(int open, boolean zombies, boolean started) {}

    /** How a run ended. */
    sealed interface End {}

    /** It has not, yet. */
    record Running() implements End {}

    /** All programs ended by themselves, on request or not. */
    record Ended() implements End {}

    /** At least one program did not end by itself, and had no handler for the signal that we sent in the end. */
    record Stopped(String program) implements End {}

    /** At least one program was killed by a fault, or cannot be ended. */
    record Killed(String how) implements End {}

    /** Two looks at the processes, so far apart at least, of which the later is the last. */
    record Lapse(Snapshot earlier, Snapshot last) {
        double seconds() {
            return (last.nanoseconds() - earlier.nanoseconds()) / 1e9;
        }
    }

    /** The last look, with the latest that is so much earlier; empty if none is. */
    Optional<Lapse> lapse(long nanoseconds) {
        if (snapshots.isEmpty()) {
            return Optional.empty();
        }
        Snapshot last = snapshots.getLast();
        return snapshots.reversed().stream().filter(it -> last.nanoseconds() - it.nanoseconds() >= nanoseconds).findFirst()
                .map(earlier -> new Lapse(earlier, last));
    }

    /** The same, with what is known of the programs. */
    Observation with(Map<Integer, BlockMap> known, List<Removers> ofAll) {
        return new Observation(snapshots, end, made, left, everMade, reached, endings, accesses, known, ofAll);
    }

    /** Where in the sources something happened. */
    String place(MemoryEvent event) {
        return accesses.stream().filter(it -> it.kind() == MemoryEvent.Kind.START && it.process() <= event.process())
                .reduce((one, other) -> other.process() > one.process() ? other : one)
                .map(MemoryEvent::object)
                .flatMap(program -> Optional.ofNullable(blocks.get(program.intValue())))
                .flatMap(known -> known.place(event.place()))
                .orElse("a function of the program");
    }

    /** Why a run that ended like this shows nothing; empty if it ended well. */
    Optional<String> problem() {
        return switch (end) {
            case Running _,Ended _ -> Optional.empty();
            case Stopped stopped -> Optional.of(stopped.program() + " does not end by itself");
            case Killed killed -> Optional.of(killed.how());
        };
    }
}
