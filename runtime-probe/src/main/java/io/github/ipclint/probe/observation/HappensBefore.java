package io.github.ipclint.probe.observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which accesses of different processes nothing ordered, by vector clocks: what a process released before another one acquired it
 * happened before. Each process counts its own releases.
 */
public final class HappensBefore {
    /**
     * An access with what its process knew at the time.
     *
     * @param own releases of its process so far
     * @param known by process, the releases that had been acquired
     * @param pass changes whenever the process orders itself with others, and when it begins to read or write the same bytes again
     */
    public record Access(MemoryEvent event, int own, Map<Integer, Integer> known, int pass) {
        public Access {
            known = Map.copyOf(known);
        }

        /** Whether neither of the two happened before the other. */
        public boolean isConcurrentWith(Access other) {
            return event.process() != other.event.process() && !isBefore(other) && !other.isBefore(this);
        }

        private boolean isBefore(Access later) {
            return later.known.getOrDefault(event.process(), -1) >= own;
        }
    }

    private final Map<Integer, Map<Integer, Integer>> clocks = new HashMap<>();
    private final Map<Long, Map<Integer, Integer>> released = new HashMap<>();
    private final Map<Integer, Integer> passes = new HashMap<>();
    private final Map<Integer, List<MemoryEvent>> touchedInPass = new HashMap<>();

    private HappensBefore() {}

    /** All accesses in the order in which they were written down. */
    public static List<Access> accesses(List<MemoryEvent> events) {
        HappensBefore order = new HappensBefore();
        List<Access> accesses = new ArrayList<>();
        for (MemoryEvent event : events) {
            if (event.isAccess()) {
                Map<Integer, Integer> clock = order.clock(event.process());
                order.pass(event);
                accesses.add(
                        new Access(event, clock.getOrDefault(event.process(), 0), clock, order.passes.getOrDefault(event.process(), 0)));
            } else {
                order.synchronise(event);
            }
        }
        return accesses;
    }

    /** One go over an object touches each byte once. */
    private void pass(MemoryEvent event) {
        List<MemoryEvent> touched = touchedInPass.computeIfAbsent(event.process(), _ -> new ArrayList<>());
        if (touched.stream().anyMatch(earlier -> earlier.kind() == event.kind() && earlier.overlaps(event))) {
            begin(event.process());
        }
        touched.add(event);
    }

    private void begin(int process) {
        passes.merge(process, 1, Integer::sum);
        touchedInPass.computeIfAbsent(process, _ -> new ArrayList<>()).clear();
    }

    private Map<Integer, Integer> clock(int process) {
        return clocks.computeIfAbsent(process, _ -> new HashMap<>(Map.of(process, 0)));
    }

    private void synchronise(MemoryEvent event) {
        Map<Integer, Integer> clock = clock(event.process());
        begin(event.process());
        switch (event.kind()) {
            case RELEASE -> {
                join(released.computeIfAbsent(event.object(), _ -> new HashMap<>()), clock);
                clock.merge(event.process(), 1, Integer::sum);
            }
            case ACQUIRE -> join(clock, released.getOrDefault(event.object(), Map.of()));
            case JOIN -> join(clock, clock((int) event.object()));
            case START, READ, WRITE -> {
                // order nothing
            }
        }
    }

    private static void join(Map<Integer, Integer> into, Map<Integer, Integer> from) {
        from.forEach((process, count) -> into.merge(process, count, Math::max));
    }
}
