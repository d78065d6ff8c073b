package io.github.ipclint.engine;

import io.github.ipclint.engine.ResultLog.Purpose;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Uses of what calls deliver while it may still be their failure value. */
final class UncheckedResults {
    private final ResultLog log;
    private final Map<Site, Outcomes> made;

    /** @param made outcomes of the modelled calls explored so far */
    UncheckedResults(ResultLog log, Map<Site, Outcomes> made) {
        this.log = log;
        this.made = made;
    }

    /** Whether the symbol stands for what its call delivers on success. */
    Event.Validity validity(@Nullable Symbol symbol, State state) {
        if (!(symbol instanceof Symbol.Delivered(Site site, String ignored, int copy))) {
            return Event.Validity.VALID;
        }
        Outcomes outcomes = made.get(site);
        if (outcomes == null) {
            return Event.Validity.VALID;
        }
        boolean compared = state.ranges.contains(symbol) && !state.rangeOf(symbol).equals(outcomes.all());
        return Handles.validity(Value.of(symbol), state, outcomes, compared);
    }

    /** Whether the value is what a call delivered that may fail. */
    boolean isResult(Value value) {
        return value instanceof Value.Symbolic(Symbol.Delivered(Site site, String role, int copy), long offset)
                && made.get(site) instanceof Outcomes outcomes && outcomes.canFail();
    }

    /** Whether the value tells of a call that may have failed, as far as this path knows: who gets it may end the process over it. */
    boolean isOpen(Value value, State state) {
        return switch (value) {
            case Value.Symbolic(Symbol.Derived(var operator, Value left, Value right), long ignored) ->
                    isOpen(left, state) || isOpen(right, state);
            case Value.Symbolic(Symbol symbol, long ignored) -> {
                Symbol guard = guard(symbol, state);
                yield isResult(Value.of(guard)) && validity(guard, state) != Event.Validity.VALID;
            }
            default -> false;
        };
    }

    /** A value serves as a handle, an address, a length or an index. */
    void use(Value value, Purpose purpose, Site site, State state) {
        if (value instanceof Value.Symbolic(Symbol symbol, long ignored)) {
            use(symbol, purpose, site, state);
        }
    }

    private void use(Symbol symbol, Purpose purpose, Site site, State state) {
        switch (symbol) {
            case Symbol.Delivered(Site call, String role, int copy) -> {
                Symbol guard = guard(symbol, state);
                Event.Validity validity = validity(guard, state);
                boolean measure = purpose == Purpose.LENGTH || purpose == Purpose.INDEX;
                if (validity != Event.Validity.VALID && !(measure && isErrorNumber(guard))) {
                    log.usedUnchecked(guard, new ResultLog.UncheckedUse(site, state.process, purpose, validity));
                }
            }
            case Symbol.Derived(var operator, Value left, Value right) when purpose != Purpose.HANDLE -> {
                use(left, purpose, site, state);
                use(right, purpose, site, state);
            }
            default -> {}
        }
    }

    /** Something unknown gets the value, or a comparison of it, and may well be what checks it: optimism on purpose. */
    void trust(Value value, State state) {
        switch (value) {
            case Value.Symbolic(Symbol.Derived(var operator, Value left, Value right), long ignored) -> {
                trust(left, state);
                trust(right, state);
            }
            case Value.Symbolic(Symbol.Delivered symbol, long ignored) when made.containsKey(symbol.site()) -> {
                Outcomes outcomes = made.get(symbol.site());
                if (outcomes != null && validity(symbol, state) == Event.Validity.UNCHECKED) {
                    state.ranges.put(symbol, outcomes.success());
                }
            }
            default -> {}
        }
    }

    /** Whether failure is told by a positive number, which may well be an index into a table of messages. */
    private boolean isErrorNumber(Symbol symbol) {
        Outcomes outcomes = symbol instanceof Symbol.Delivered(Site site, String ignored, int copy) ? made.get(site) : null;
        return outcomes != null && outcomes.failure().contains(1);
    }

    /** The result that tells whether a handle was made: its own value, or that of the call that filled its place. */
    private static Symbol guard(Symbol symbol, State state) {
        HandleState handle = state.handles.get(symbol);
        return handle != null && handle.guard() != null ? handle.guard() : symbol;
    }
}
