package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Summaries of callees that were seen to leave handles, children, order and the rest of what rules ask for as they found it. A call that
 * brings them nothing new gets such a summary instead of an activation of its own: a fresh result, and unknown values where they write.
 */
final class NeutralCalls {
    /** Summaries of one callee; more different calls than this are followed one by one. */
    private static final int MAX_SUMMARIES = 4;

    /** A cell that the callee writes: reached through an argument, or absolute where {@code argument} is -1. */
    private record Written(int argument, Location cell, Value value) {}

    /** What one activation has shown. */
    private record Summary(
            List<Value> arguments, List<Range> ranges, Map<Location, HandleState> held, Map<Location, Value> statics, boolean attempts,
            List<Written> written,
            Value result,
            Range range) {}

    private record Key(Function callee, ProcessInstance.Role role) {}

    private final EventLog log;
    private final Handles handles;
    private final Relevance relevance;
    private final Map<Key, List<Summary>> summaries = new HashMap<>();

    NeutralCalls(EventLog log, Handles handles, Relevance relevance) {
        this.relevance = relevance;
        this.log = log;
        this.handles = handles;
    }

    /** What is to be remembered before the activation. */
    record Before(State state, int events) {}

    Before before(State state) {
        return new Before(state.copy(), log.consequences().size());
    }

    /** Remembers an activation that was followed to its end, if it was neutral. */
    void learn(Function callee, List<Value> arguments, Before before, List<CallOutcome> outcomes) {
        State entry = before.state();
        Key key = new Key(callee, entry.process.role());
        List<Summary> known = summaries.getOrDefault(key, List.of());
        if (known.size() >= MAX_SUMMARIES || outcomes.isEmpty() || !isSilent(before) || carriesHandle(arguments, entry)) {
            return;
        }
        boolean attempts = true;
        Range range = Range.NONE;
        Map<Location, Value> changed = new LinkedHashMap<>();
        for (CallOutcome outcome : outcomes) {
            State exit = outcome.state();
            if (outcome.thrown() != null || !isNeutral(entry, exit) || carriesHandle(List.of(outcome.result()), exit)) {
                return;
            }
            attempts &= exit.attempts.sameAs(entry.attempts);
            range = range.hull(ValueRanges.rangeOf(exit, outcome.result()));
            for (Location cell : entry.memory.differences(exit.memory)) {
                Value value = exit.memory.get(cell);
                Value now = value == null || isDynamic(value) ? Value.UNKNOWN : value;
                changed.merge(cell, now, (one, other) -> one.equals(other) ? one : Value.UNKNOWN);
            }
        }
        List<Written> written = new ArrayList<>();
        changed.forEach((cell, value) -> written.add(written(cell, outcomes.size() == 1 ? value : Value.UNKNOWN, arguments)));
        List<Range> ranges = arguments.stream().map(argument -> ValueRanges.rangeOf(entry, argument)).toList();
        Value result = outcomes.size() == 1 && !isDynamic(outcomes.getFirst().result()) ? outcomes.getFirst().result() : Value.UNKNOWN;
        List<Summary> all = new ArrayList<>(known);
        all.add(new Summary(List.copyOf(arguments), ranges, held(entry), statics(callee, entry), attempts, written, result, range));
        summaries.put(key, all);
    }

    /** Only reads and writes of handles that the activation itself has made are nobody's business. */
    private boolean isSilent(Before before) {
        List<Event> events = log.consequences();
        return events.subList(before.events(), events.size()).stream()
                .allMatch(event -> event instanceof Event.Transferred transfer && !before.state().handles.contains(transfer.symbol()));
    }

    private static boolean isNeutral(State entry, State exit) {
        return exit.process == entry.process
                && exit.handles.sameAs(entry.handles)
                && exit.children.sameAs(entry.children)
                && exit.losses.sameAs(entry.losses)
                && exit.exitFunctions.sameAs(entry.exitFunctions)
                && exit.dispositions.sameAs(entry.dispositions)
                && exit.accesses.sameAs(entry.accesses)
                && exit.acquired.sameAs(entry.acquired)
                && exit.given.sameAs(entry.given);
    }

    /** Values that mean something in one activation only. */
    private static boolean isDynamic(Value value) {
        return value instanceof Value.Symbolic || value instanceof Value.Pointer;
    }

    private static Written written(Location cell, Value value, List<Value> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            Location target = Evaluator.target(arguments.get(i));
            if (target != null && cell.isWithin(target::equals)) {
                return new Written(i, cell, value);
            }
        }
        return new Written(-1, cell, value);
    }

    private static boolean carriesHandle(List<Value> values, State state) {
        Set<Location> roots = new HashSet<>();
        for (Value value : values) {
            if (value instanceof Value.Symbolic(Symbol symbol, long ignored) && state.handles.contains(symbol)) {
                return true;
            }
            Location target = Evaluator.target(value);
            if (target != null) {
                roots.add(target.root());
            }
        }
        for (Location root : roots) {
            if (holdsHandle(root, state)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsHandle(Location object, State state) {
        boolean[] found = new boolean[1];
        state.memory.forEachWithin(object, (cell, value) -> found[0] |=
                value instanceof Value.Symbolic(Symbol symbol, long ignored) && state.handles.contains(symbol));
        return found[0];
    }

    /** The handles that a callee can reach without being given them. */
    private static Map<Location, HandleState> held(State state) {
        Map<Location, HandleState> held = new HashMap<>();
        state.memory.view().forEach((cell, value) -> {
            if (value instanceof Value.Symbolic(Symbol symbol, long ignored) && cell.outlives()) {
                HandleState handle = state.handles.get(symbol);
                if (handle != null) {
                    held.put(cell, handle);
                }
            }
        });
        return held;
    }

    /** The numbers in static variables that decide what the callee does. */
    private Map<Location, Value> statics(Function callee, State state) {
        Map<Location, Value> statics = new HashMap<>();
        for (Variable variable : relevance.readBy(callee)) {
            Location cell = new Location.Cell(variable, null);
            if (relevance.isEverWritten(variable) && state.memory.get(cell) instanceof Value.Number number) {
                statics.put(cell, number);
            }
        }
        return statics;
    }

    /** The outcome of a call that need not be followed, null when it must be. */
    @Nullable CallOutcome replay(Site site, Function callee, List<Value> arguments, State state, boolean repeats) {
        List<Summary> known = summaries.get(new Key(callee, state.process.role()));
        if (known == null || carriesHandle(arguments, state)) {
            return null;
        }
        Map<Location, HandleState> held = held(state);
        for (Summary summary : known) {
            if ((summary.attempts() || !repeats) && covers(summary, arguments, state) && summary.held().equals(held)
                    && summary.statics().equals(statics(callee, state))) {
                return apply(summary, site, arguments, state);
            }
        }
        return null;
    }

    private static boolean covers(Summary summary, List<Value> arguments, State state) {
        if (summary.arguments().size() != arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            Value now = arguments.get(i);
            Value then = summary.arguments().get(i);
            boolean same = now.equals(then);
            boolean behaviour = now instanceof Value.FunctionValue || then instanceof Value.FunctionValue;
            if (!same && (behaviour || !ValueRanges.rangeOf(state, now).isWithin(summary.ranges().get(i)))) {
                return false;
            }
        }
        return true;
    }

    private CallOutcome apply(Summary summary, Site site, List<Value> arguments, State state) {
        for (Written written : summary.written()) {
            Location cell = written.cell();
            if (written.argument() >= 0) {
                Location from = Evaluator.target(summary.arguments().get(written.argument()));
                Location to = Evaluator.target(arguments.get(written.argument()));
                if (from == null || to == null) {
                    continue;
                }
                cell = cell.rebased(from, to);
            }
            state.memory.put(cell, written.value());
        }
        if (!summary.result().equals(Value.UNKNOWN)) {
            return new CallOutcome(state, summary.result(), null);
        }
        Symbol result = handles.fresh(site, "result", state);
        state.ranges.put(result, summary.range());
        return new CallOutcome(state, Value.of(result), null);
    }
}
