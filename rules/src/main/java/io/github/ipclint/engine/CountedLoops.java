package io.github.ipclint.engine;

import org.jspecify.annotations.Nullable;

/** Loops that count up or down to a bound: only their first rounds are followed, and the last one where it may differ. */
final class CountedLoops {
    private CountedLoops() {}

    /**
     * The counter is taken to have reached its last round, and after that its bound: loops with the same bound share the number of rounds.
     * What the first rounds have done to descriptors 0 and 1 is done to 2.
     *
     * @param early whether the last round has not been followed yet
     */
    static void finish(LoopCounters.Counter counter, boolean early, Evaluator evaluator, State state) {
        Value bound = evaluator.evaluate(counter.bound(), state);
        Location place = evaluator.locate(counter.place(), state);
        if (place == null || bound instanceof Value.Opaque) {
            return;
        }
        if (state.memory.get(place) instanceof Value.Number(long reached)) {
            StandardSlots.closeFrom(reached, bound, evaluator.frame(), state);
        }
        Value last = lastRound(counter, bound);
        if (early && counter.asked() && last != null) {
            Value reached = state.memory.get(place);
            if (reached == null || ValueRanges.compare(counter.operator(), reached, bound, state) != Truth.FALSE) {
                state.memory.put(place, last);
            }
            return;
        }
        state.memory.put(place, switch (counter.operator()) {
            case LESS_EQUAL -> next(bound, 1);
            case GREATER_EQUAL -> next(bound, -1);
            default -> bound;
        });
    }

    /** What the counter holds in the last round when it moves by one; null where its direction is not known. */
    private static @Nullable Value lastRound(LoopCounters.Counter counter, Value bound) {
        return switch (counter.operator()) {
            case LESS -> next(bound, -1);
            case GREATER -> next(bound, 1);
            case LESS_EQUAL, GREATER_EQUAL -> bound;
            default -> null;
        };
    }

    private static Value next(Value bound, long distance) {
        return switch (bound) {
            case Value.Number(long number) -> new Value.Number(number + distance);
            case Value.Symbolic(Symbol symbol, long offset) -> new Value.Symbolic(symbol, offset + distance);
            default -> Value.UNKNOWN;
        };
    }
}
