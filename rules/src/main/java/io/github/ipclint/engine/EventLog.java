package io.github.ipclint.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that happened in the exploration of one program, without repetitions, in the order of exploration. */
public final class EventLog {
    /** Variants of one event (same kind, site, process) that are kept; more only repeat what rules can see. */
    private static final int MAX_VARIANTS = 12;

    private record Place(Class<?> kind, Site site, ProcessInstance process) {
        @Override
        public int hashCode() {
            return (kind.getName().hashCode() * 31 + site.hashCode()) * 31 + process.hashCode();
        }
    }

    private final Map<Place, List<Event>> variants = new HashMap<>();
    private final Map<Class<?>, List<Event>> byKind = new HashMap<>();
    private final List<Event> consequences = new ArrayList<>();
    private final ResultLog results = new ResultLog();

    void add(Event event) {
        if (isConsequence(event)) {
            consequences.add(event);
        }
        List<Event> known = variants.computeIfAbsent(new Place(event.getClass(), event.site(), event.process()), key -> new ArrayList<>(1));
        if (known.size() < MAX_VARIANTS && !known.contains(event)) {
            known.add(event);
            byKind.computeIfAbsent(event.getClass(), key -> new ArrayList<>()).add(event);
        }
    }

    /** What others than the function itself may notice, or what depends on who called it. */
    private static boolean isConsequence(Event event) {
        return switch (event) {
            case Event.Called ignored -> false;
            case Event.CalledUnknown ignored -> false;
            case Event.Used ignored -> false;
            case Event.Compared ignored -> false;
            case Event.MissedArgument ignored -> false;
            case Event.Ended ignored -> false;
            default -> true;
        };
    }

    /** Everything of that sort so far, repetitions included. */
    List<Event> consequences() {
        return consequences;
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
