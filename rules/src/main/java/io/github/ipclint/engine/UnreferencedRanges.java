package io.github.ipclint.engine;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a state knows of symbols that nothing refers to any more: it only makes states differ. */
final class UnreferencedRanges {
    /** Fewer ranges are not worth the search. */
    private static final int MIN_GARBAGE = 16;

    private final Set<@Nullable Symbol> referenced;

    private UnreferencedRanges(State state, Value returned) {
        this.referenced = HashSet.newHashSet(state.memory.view().size());
        refer(returned);
        state.memory.view().forEach((location, value) -> refer(value));
        state.handles.view().forEach((symbol, handle) -> {
            referenced.add(symbol);
            referenced.add(handle.guard());
        });
        state.attempts.view().values().forEach(attempt -> {
            referenced.add(attempt.result());
            referenced.add(attempt.errno());
        });
        referenced.add(state.errno);
        referenced.add(state.assumedFailure);
    }

    /** @param returned what is being returned is stored nowhere yet, but referred to */
    static void forget(State state, Value returned) {
        if (state.ranges.view().size() < MIN_GARBAGE) {
            return;
        }
        UnreferencedRanges garbage = new UnreferencedRanges(state, returned);
        for (Symbol symbol : state.ranges.view().keySet()) {
            if (!garbage.isReferenced(symbol)) {
                state.ranges.remove(symbol);
            }
        }
    }

    private void refer(Value value) {
        if (value instanceof Value.Symbolic(Symbol symbol, long ignored)) {
            referenced.add(symbol);
            if (symbol instanceof Symbol.Derived(var operator, Value left, Value right)) {
                refer(left);
                refer(right);
            }
        }
    }

    /** Also what can be computed again, such as the bit of a flag that the path has tested. */
    private boolean isReferenced(Symbol symbol) {
        return referenced.contains(symbol)
                || symbol instanceof Symbol.Derived(var operator, Value left, Value right) && isComputable(left) && isComputable(right);
    }

    private boolean isComputable(Value value) {
        return value instanceof Value.Number || value instanceof Value.Symbolic(Symbol symbol, long ignored) && isReferenced(symbol);
    }
}
