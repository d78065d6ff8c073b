package io.github.ipclint.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Joins disjuncts that agree on their property, and forces together those beyond the bound. */
final class StateJoin {
    private StateJoin() {}

    /**
     * The least disjunct above both, in place of {@code into}.
     *
     * @param block names the values that differ
     * @param widen whether growing ranges go to their limits, so that loops end
     * @param results told which results of calls become one symbol, or nothing that is followed
     * @return whether {@code into} changed
     */
    static boolean join(State into, State other, int block, boolean widen, ResultLog results) {
        State before = into.copy();
        Map<Location, Value> joined = new LinkedHashMap<>();
        joinMemory(into, other, block, widen, results, joined);
        joinRanges(into, other, before, widen);
        joined.forEach((location, value) -> followPointer(location, value, into, before, other, widen));
        joinPast(into, before, other);
        if (!joined.isEmpty()) {
            for (Map.Entry<Site, Attempt> entry : into.attempts.view().entrySet()) {
                into.attempts.put(entry.getKey(), entry.getValue().blurred());
            }
        }
        joined.forEach((location, value) -> followResult(location, value, into, before, other));
        ErrorNumber.join(into, before, other, block);
        if (into.assumedFailure == null || other.assumedFailure == null) {
            into.assumedFailure = null;
        }
        into.failureBranch &= other.failureBranch;
        into.failureHandled &= other.failureHandled;
        into.execFailed &= other.execFailed;
        return !into.sameAs(before);
    }

    private static void joinPast(State into, State before, State other) {
        for (Map.Entry<Site, Attempt> entry : before.attempts.view().entrySet()) {
            Attempt theirs = other.attempts.get(entry.getKey());
            Attempt mine = entry.getValue();
            into.attempts.put(entry.getKey(), theirs == null ? mine.narrowed(before) : Attempt.joined(mine, before, theirs, other));
        }
        for (Map.Entry<Site, Attempt> entry : other.attempts.view().entrySet()) {
            if (!before.attempts.contains(entry.getKey())) {
                into.attempts.put(entry.getKey(), entry.getValue().narrowed(other));
            }
        }
        into.accesses.compare(other.accesses, (key, mine, theirs) -> {
            if (theirs != null) {
                into.accesses.put(key, mine == null ? theirs : mine.meet(theirs));
            }
            return true;
        });
        for (SyncObject sync : into.acquired.differences(other.acquired)) {
            into.acquired.remove(sync);
        }
        for (SyncObject token : into.given.differences(other.given)) {
            Set<SyncObject> mine = into.given.get(token);
            Set<SyncObject> theirs = other.given.get(token);
            if (theirs != null) {
                into.given.put(token, mine == null ? theirs : Access.both(mine, theirs));
            }
        }
    }

    /** The disjunct that a join with this one blurs least: flags that say which way a path went stay apart longest. */
    static State nearest(List<State> candidates, State state) {
        State nearest = candidates.getLast();
        int least = contradictions(nearest, state, Integer.MAX_VALUE);
        for (int i = candidates.size() - 2; i >= 0 && least > 0; i--) {
            int count = contradictions(candidates.get(i), state, least);
            if (count < least) {
                nearest = candidates.get(i);
                least = count;
            }
        }
        return nearest;
    }

    /** Places that hold different numbers, and values that can't be equal; what only one side knows is no contradiction. */
    private static int contradictions(State one, State other, int enough) {
        int[] count = new int[1];
        one.memory.compare(other.memory, (location, mine, theirs) -> {
            if (mine != null && theirs != null && !ValueRanges.rangeOf(one, mine).intersects(ValueRanges.rangeOf(other, theirs))) {
                count[0]++;
            }
            return count[0] < enough;
        });
        one.ranges.compare(other.ranges, (symbol, mine, theirs) -> {
            count[0] += mine != null && theirs != null && !mine.intersects(theirs) ? 1 : 0;
            return count[0] < enough;
        });
        return count[0];
    }

    /** @param met receives the cells whose two values became one symbol */
    private static void joinMemory(
            State into, State other, int block, boolean widen, ResultLog results, Map<Location, Value> met) {
        into.memory.compare(other.memory, (location, mine, theirs) -> {
            if (mine == null) {
                into.memory.put(location, theirs != null && keepsHandle(other, theirs) ? theirs : Value.UNKNOWN);
            } else if (theirs == null) {
                results.treated(mine, ResultLog.Treatment.DISSOLVED);
                into.memory.put(location, Value.UNKNOWN);
            } else {
                Value joined = joinValues(into, other, location, mine, theirs, block, widen);
                follow(joined, mine, theirs, results);
                into.memory.put(location, joined);
                if (joined instanceof Value.Symbolic(Symbol.Joined ignored, long offset)) {
                    met.put(location, joined);
                }
            }
            return true;
        });
    }

    /**
     * A handle that only one side knows keeps what that side found out of its number: what the other side knows of the symbol is left from an
     * earlier call, whose result lies nowhere any more.
     */
    private static void keepRanges(State into, State before, State other) {
        for (Map.Entry<Symbol, HandleState> entry : into.handles.view().entrySet()) {
            Symbol symbol = entry.getKey();
            Range mine = before.ranges.get(symbol);
            Range theirs = other.ranges.get(symbol);
            if (mine == null || theirs == null || mine.equals(theirs)) {
                continue;
            }
            if (!other.handles.contains(symbol) && !other.memory.isMentioned(symbol)) {
                into.ranges.put(symbol, mine);
            } else if (!before.handles.contains(symbol) && !before.memory.isMentioned(symbol)) {
                into.ranges.put(symbol, theirs);
            }
        }
    }

    /** Whoever tests the joined value tests the outcome of the call whose result it was on one side. */
    private static void followResult(Location location, Value joined, State into, State before, State other) {
        Symbol result = StateStore.symbolOf(joined);
        Symbol mine = StateStore.symbolOf(Objects.requireNonNullElse(before.memory.get(location), Value.UNKNOWN));
        Symbol theirs = StateStore.symbolOf(Objects.requireNonNullElse(other.memory.get(location), Value.UNKNOWN));
        for (Map.Entry<Site, Attempt> entry : into.attempts.view().entrySet()) {
            Symbol known = entry.getValue().result();
            if (result != null && (known.equals(mine) || known.equals(theirs)) && !into.memory.isMentioned(known)) {
                into.attempts.put(entry.getKey(), entry.getValue().withResult(result));
            }
        }
    }

    /** What both sides know of the place that their pointers lead to holds of the place that the joined pointer leads to. */
    private static void followPointer(Location pointer, Value joined, State into, State before, State other, boolean widen) {
        Location mine = Evaluator.target(Objects.requireNonNullElse(before.memory.get(pointer), Value.UNKNOWN));
        Location theirs = Evaluator.target(Objects.requireNonNullElse(other.memory.get(pointer), Value.UNKNOWN));
        Location both = Evaluator.target(joined);
        if (mine == null || theirs == null || both == null) {
            return;
        }
        Value one = before.memory.get(mine);
        Value two = other.memory.get(theirs);
        if (one == null || two == null) {
            return;
        }
        Range hull = hull(ValueRanges.rangeOf(before, one), ValueRanges.rangeOf(other, two), widen);
        if (hull.equals(Range.ALL)) {
            return;
        }
        Symbol symbol = new Symbol.Initial(both);
        Handles.renew(symbol, into);
        into.ranges.put(symbol, hull);
        into.memory.put(both, Value.of(symbol));
    }

    private static void follow(Value joined, Value mine, Value theirs, ResultLog results) {
        if (joined instanceof Value.Symbolic(Symbol symbol, long ignored)) {
            results.joined(symbol, mine, theirs);
        } else {
            results.treated(mine, ResultLog.Treatment.DISSOLVED);
            results.treated(theirs, ResultLog.Treatment.DISSOLVED);
        }
    }

    private static Value joinValues(State into, State other, Location location, Value mine, Value theirs, int block, boolean widen) {
        // A live handle must not lose its last reference by a join: the side that holds it wins.
        if (keepsHandle(into, mine)) {
            return mine;
        }
        if (keepsHandle(other, theirs)) {
            return theirs;
        }
        if (mine instanceof Value.Opaque || theirs instanceof Value.Opaque) {
            return Value.UNKNOWN;
        }
        if (isDescriptive(mine) || isDescriptive(theirs)) {
            return Value.UNKNOWN;
        }
        Symbol symbol = new Symbol.Joined(location, block);
        into.ranges.put(symbol, hull(ValueRanges.rangeOf(into, mine), ValueRanges.rangeOf(other, theirs), widen));
        return Value.of(symbol);
    }

    private static Range hull(Range mine, Range theirs, boolean widen) {
        Range both = mine.hull(theirs);
        return widen && !both.equals(mine) ? widened(mine, both) : both;
    }

    /** Bounds that grow go to their limits; a lower one stops at 0, which keeps -1 out of what has been checked. */
    private static Range widened(Range before, Range grown) {
        long low = grown.low() >= before.low() ? grown.low() : grown.low() >= 0 ? 0 : Long.MIN_VALUE;
        return Range.of(low, grown.high() > before.high() ? Long.MAX_VALUE : grown.high());
    }

    private static boolean isDescriptive(Value value) {
        return value instanceof Value.Text || value instanceof Value.FunctionValue;
    }

    private static boolean keepsHandle(State state, Value value) {
        if (!(value instanceof Value.Symbolic(Symbol symbol, long ignored))) {
            return false;
        }
        HandleState handle = state.handles.get(symbol);
        return handle != null && !handle.isClosed();
    }

    private static void joinRanges(State into, State other, State before, boolean widen) {
        before.ranges.compare(other.ranges, (symbol, mine, theirs) -> {
            if (mine != null && theirs != null) {
                Range joined = hull(mine, theirs, widen);
                Range known = into.ranges.get(symbol);
                if (!joined.equals(known) && !(symbol instanceof Symbol.Joined && known != null && !known.equals(mine))) {
                    into.ranges.put(symbol, joined);
                }
            } else if (symbol instanceof Symbol.Delivered) {
                // What a call delivered means nothing on a path that never made the call.
                if (theirs != null) {
                    into.ranges.put(symbol, theirs);
                }
            } else if (mine != null && !(symbol instanceof Symbol.Joined)) {
                into.ranges.remove(symbol);
            }
            return true;
        });
    }

    /** Beyond the bound of disjuncts: facts go first, then handles that differ become escaped. */
    static void force(State into, State other, int block, ResultLog results) {
        State before = into.copy();
        for (Map.Entry<Symbol, HandleState> entry : into.handles.view().entrySet()) {
            HandleState theirs = other.handles.get(entry.getKey());
            if (!entry.getValue().equals(theirs)) {
                into.handles.put(entry.getKey(), entry.getValue().uncertain());
            }
        }
        for (Map.Entry<Symbol, HandleState> entry : other.handles.view().entrySet()) {
            if (!into.handles.contains(entry.getKey())) {
                into.handles.put(entry.getKey(), entry.getValue().uncertain());
            }
        }
        for (ProcessInstance child : other.children.view().keySet()) {
            into.children.put(child, true);
        }
        for (Site site : into.losses.view().keySet()) {
            if (!other.losses.contains(site)) {
                into.losses.remove(site);
            }
        }
        for (Map.Entry<Site, String> entry : other.exitFunctions.view().entrySet()) {
            into.exitFunctions.put(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<String, String> entry : other.dispositions.view().entrySet()) {
            into.dispositions.put(entry.getKey(), entry.getValue());
        }
        join(into, other, block, true, results);
        keepRanges(into, before, other);
    }
}
