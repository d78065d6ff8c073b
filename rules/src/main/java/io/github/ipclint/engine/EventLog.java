package io.github.ipclint.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that happened in the exploration of one program, without repetitions, in the order of exploration. */
public final class EventLog {
    /** Variants of one event (same kind, site, process) that are kept; more only repeat what rules can see. */
    private static final int MAX_VARIANTS = 12;

    private final Set<Event> events = new LinkedHashSet<>();
    private final Map<Object, Integer> variants = new HashMap<>();
    private final Map<Class<?>, List<Event>> byKind = new HashMap<>();
    private final ResultLog results = new ResultLog();

    void add(Event event) {
        if (events.contains(event)) {
            return;
        }
        int count = variants.merge(List.of(event.getClass(), event.site(), event.process()), 1, Integer::sum);
        if (count <= MAX_VARIANTS && events.add(event)) {
            byKind.computeIfAbsent(event.getClass(), key -> new ArrayList<>()).add(event);
        }
    }

    /** The events of one kind, in the order of exploration. */
    @SuppressWarnings("unchecked") // add() files events by their class
    public <E extends Event> List<E> all(Class<E> kind) {
        return (List<E>) byKind.getOrDefault(kind, List.of());
    }

    /** What became of the results of calls. */
    public ResultLog results() {
        return results;
    }
}
