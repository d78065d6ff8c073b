package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import org.jspecify.annotations.Nullable;

/** Loops that count up or down to a bound: only their first rounds are followed, and the last one where it may differ. */
final class CountedLoops {
    private CountedLoops() {}

    /**
     * The loop is about to begin. Where it counts down from many and closes what it counts, it closes those of the standard descriptors that
     * its bound leaves it.
     */
    static void begin(LoopCounters.Counter counter, Models models, Evaluator evaluator, State state) {
        boolean down = counter.operator() == BinaryOperator.GREATER || counter.operator() == BinaryOperator.GREATER_EQUAL;
        Location place = down ? evaluator.locate(counter.place(), state) : null;
        if (place == null || !(evaluator.evaluate(counter.bound(), state) instanceof Value.Number(long end))
                || state.memory.get(place) instanceof Value.Number(long first) && first < StandardSlots.COUNT) {
            return;
        }
        for (Call call : counter.calls()) {
            FunctionModel model = models.of(call.target(), call.arguments().size());
            if (model != null && model.has(Effect.Releases.class)) {
                long last = counter.operator() == BinaryOperator.GREATER ? end + 1 : end;
                StandardSlots.close(last, evaluator.frame().site(call), state);
            }
        }
    }

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
