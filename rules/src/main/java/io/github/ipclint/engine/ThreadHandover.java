package io.github.ipclint.engine;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Handles that a new thread receives while nobody else keeps them: whether it closes them shows at its end. */
final class ThreadHandover {
    private ThreadHandover() {}

    /** Open handles that these values are, or that lie in the objects that they refer to. */
    static Set<Symbol> handles(Collection<Value> values, State state) {
        Set<Symbol> found = new LinkedHashSet<>();
        Set<Location> seen = new HashSet<>();
        Deque<Value> work = new ArrayDeque<>(values);
        while (!work.isEmpty()) {
            Value value = work.removeFirst();
            if (value instanceof Value.Symbolic(Symbol symbol, long ignored)) {
                HandleState handle = state.handles.get(symbol);
                if (handle != null && Handles.isLosable(handle)) {
                    found.add(symbol);
                }
            }
            if (value instanceof Value.Pointer(Location object) && seen.add(object)) {
                state.memory.forEachWithin(object, (cell, held) -> work.add(held));
            }
        }
        return found;
    }

    /** Reports what the thread leaves open. A handle that any other thread closes somewhere is taken to be that one's matter. */
    static void leave(Set<Symbol> received, Site end, State state, EventLog log) {
        for (Symbol symbol : received) {
            HandleState handle = state.handles.get(symbol);
            if (handle != null && Handles.isLosable(handle) && !closedElsewhere(handle, state.process, log)) {
                log.add(new Event.Lost(end, state.process, symbol, handle, Event.Consequence.ACCUMULATES, null));
            }
        }
    }

    private static boolean closedElsewhere(HandleState handle, ProcessInstance thread, EventLog log) {
        return log.all(Event.Used.class).stream()
                .anyMatch(used -> used.release() && used.process() != thread && used.handle() != null
                        && used.handle().acquiredAt() == handle.acquiredAt());
    }
}
