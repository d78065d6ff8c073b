package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.HappensBefore;
import io.github.ipclint.probe.observation.HappensBefore.Access;
import io.github.ipclint.probe.observation.MemoryEvent;
import io.github.ipclint.probe.observation.MemoryEvent.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accesses to shared memory that nothing orders. Two of them make the mistake possible. It is seen when an update got lost (one process
 * reads, another writes, the first writes on top of it), or when a reader had one part of a change without the other.
 */
record Races() implements Detector {
    /** What is closer together than this may have happened in another order than it was written down. */
    private static final long APART = 5_000;

    /** How far back partners are looked for. */
    private static final int WINDOW = 400;

    @Override
    public String name() {
        return "unordered-accesses";
    }

    @Override
    public Stimulus stimulus() {
        return Stimulus.TRACED;
    }

    @Override
    public Sighting look(Observation observation) {
        if (observation.end() instanceof Observation.Running) {
            return Sighting.nothing();
        }
        Map<Long, List<Access>> byMemory = new HashMap<>();
        HappensBefore.accesses(observation.accesses())
                .forEach(access -> byMemory.computeIfAbsent(access.event().object(), _ -> new ArrayList<>()).add(access));
        Optional<Sighting> possible = Optional.empty();
        for (List<Access> accesses : byMemory.values()) {
            Optional<String> harm = harm(accesses, observation);
            if (harm.isPresent()) {
                return Sighting.seen(List.of(harm.get()));
            }
            possible = possible.or(() -> conflict(accesses, observation));
        }
        return possible.orElseGet(() -> observation.end() instanceof Observation.Killed killed ? Sighting.undecided(killed.how())
                : byMemory.isEmpty() ? Sighting.undecided("no access to shared memory was seen") : Sighting.nothing());
    }

    private static Optional<String> harm(List<Access> accesses, Observation observation) {
        for (int i = 0; i < accesses.size(); i++) {
            Access foreign = accesses.get(i);
            if (foreign.event().kind() != Kind.WRITE) {
                continue;
            }
            List<Access> before = accesses.subList(Math.max(0, i - WINDOW), i);
            List<Access> after = accesses.subList(i + 1, Math.min(accesses.size(), i + WINDOW));
            Optional<String> harm = lostUpdate(before, foreign, after, observation).or(() -> torn(before, foreign, after, observation));
            if (harm.isPresent()) {
                return harm;
            }
        }
        return Optional.empty();
    }

    /** Read by one, written by another, written by the first, which knew nothing of the other. */
    private static Optional<String> lostUpdate(List<Access> before, Access foreign, List<Access> after, Observation observation) {
        for (Access read : before) {
            if (read.event().kind() == Kind.READ && conflicts(read, foreign) && precedes(read, foreign)) {
                for (Access write : after) {
                    if (write.event().kind() == Kind.WRITE && samePass(read, write) && sameBytes(read, write) && precedes(foreign, write)
                            && write.isConcurrentWith(foreign) && sameBytes(foreign, write)) {
                        return Optional
                                .of(observation.place(read.event()) + " reads " + bytes(read) + ", " + observation.place(foreign.event())
                                        + " of another process writes there, and " + observation.place(write.event())
                                        + " writes on top of it: an update is lost");
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A reader that has one part of a change from before it and the other from after it. */
    private static Optional<String> torn(List<Access> before, Access write, List<Access> after, Observation observation) {
        for (Access read : after) {
            if (read.event().kind() != Kind.READ || !conflicts(read, write) || !precedes(write, read)) {
                continue;
            }
            for (Access old : before) {
                boolean partner = old.event().kind() == Kind.READ && samePass(old, read) && !old.event().overlaps(read.event())
                        && !old.event().overlaps(write.event()) && precedes(old, write);
                if (partner && isWrittenLater(old, write, before, after)) {
                    return Optional.of(observation.place(old.event()) + " reads " + bytes(old) + " before, and "
                            + observation.place(read.event()) + " reads " + bytes(read) + " after " + observation.place(write.event())
                            + " of another process has changed both: half of the change is seen");
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the writer changes the bytes of an earlier read, too, in the same go and after they were read. */
    private static boolean isWrittenLater(Access old, Access write, List<Access> before, List<Access> after) {
        return java.util.stream.Stream.concat(before.stream(), after.stream())
                .anyMatch(other -> other.event().kind() == Kind.WRITE && samePass(other, write) && conflicts(old, other)
                        && precedes(old, other));
    }

    private static Optional<Sighting> conflict(List<Access> accesses, Observation observation) {
        for (int i = 0; i < accesses.size(); i++) {
            Access later = accesses.get(i);
            for (Access earlier : accesses.subList(Math.max(0, i - WINDOW), i)) {
                if ((earlier.event().kind() == Kind.WRITE || later.event().kind() == Kind.WRITE) && conflicts(earlier, later)) {
                    return Optional.of(Sighting.possible(
                            observation.place(earlier.event()) + " and " + observation.place(later.event())
                                    + " of another process touch " + bytes(later) + ", and nothing orders them",
                            "no harm was seen in this run"));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean conflicts(Access one, Access other) {
        return one.event().overlaps(other.event()) && one.isConcurrentWith(other);
    }

    private static boolean samePass(Access one, Access other) {
        return one.event().process() == other.event().process() && one.pass() == other.pass();
    }

    private static boolean sameBytes(Access one, Access other) {
        return one.event().offset() == other.event().offset() && one.event().size() == other.event().size();
    }

    private static boolean precedes(Access earlier, Access later) {
        return later.event().nanoseconds() - earlier.event().nanoseconds() >= APART;
    }

    private static String bytes(Access access) {
        MemoryEvent event = access.event();
        return event.size() == 1 ? "byte " + event.offset() : "bytes " + event.offset() + " to " + (event.offset() + event.size() - 1);
    }
}
