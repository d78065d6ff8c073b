package io.github.ipclint.engine;

/** Loops that count up or down to a bound: only their first rounds are followed. */
final class CountedLoops {
    private CountedLoops() {}

    /**
     * The counter is taken to have reached its bound: loops with the same bound share the number of rounds. What the first rounds have done to
     * descriptors 0 and 1 is done to 2.
     */
    static void finish(LoopCounters.Counter counter, Evaluator evaluator, State state) {
        Value bound = evaluator.evaluate(counter.bound(), state);
        Location place = evaluator.locate(counter.place(), state);
        if (place == null || bound instanceof Value.Opaque) {
            return;
        }
        if (state.memory.get(place) instanceof Value.Number(long reached)) {
            StandardSlots.closeFrom(reached, bound, evaluator.frame(), state);
        }
        state.memory.put(place, switch (counter.operator()) {
            case LESS_EQUAL -> next(bound, 1);
            case GREATER_EQUAL -> next(bound, -1);
            default -> bound;
        });
    }

    private static Value next(Value bound, long distance) {
        return switch (bound) {
            case Value.Number(long number) -> new Value.Number(number + distance);
            case Value.Symbolic(Symbol symbol, long offset) -> new Value.Symbolic(symbol, offset + distance);
            default -> Value.UNKNOWN;
        };
    }
}
