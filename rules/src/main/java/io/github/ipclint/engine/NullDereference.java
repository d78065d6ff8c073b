package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Cfg.Edge;
import io.github.ipclint.ir.Expression.BinaryOperator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method of Java called on null throws (JLS 15.12.4.4). It is followed where the null tells the end of a file: there the exception is
 * what ends many a loop that never asks.
 */
final class NullDereference {
    /** What is thrown. */
    static final String TYPE = "java.lang.NullPointerException";

    private static final Set<String> CAUGHT_BY =
            Set.of(TYPE, "java.lang.RuntimeException", "java.lang.Exception", "java.lang.Throwable", Edge.EVERY_TYPE);

    private NullDereference() {}

    /** The path on which the object is null, from which {@code state} parts; null where it is none, or where nobody knows. */
    static @Nullable CallOutcome of(@Nullable Value receiver, State state) {
        if (!(receiver instanceof Value.Symbolic(Symbol symbol, long ignored)) || !tellsEnd(symbol, state)) {
            return null;
        }
        Range range = state.rangeOf(symbol);
        State failed = state.copy();
        failed.ranges.put(symbol, Range.exactly(0));
        state.ranges.put(symbol, range.satisfying(BinaryOperator.NOT_EQUAL, 0));
        return new CallOutcome(failed, Value.UNKNOWN, TYPE);
    }

    private static boolean tellsEnd(Symbol symbol, State state) {
        return state.rangeOf(symbol).contains(0) && state.attempts.view().values().stream()
                .anyMatch(attempt -> attempt.result().equals(symbol) && !attempt.intervened() && attempt.ending().contains(0));
    }

    /** The edges that an exception of this type takes. */
    static List<Edge> edges(Block block, String thrown) {
        if (!thrown.equals(TYPE)) {
            return block.edges().stream().filter(edge -> edge.isExceptional() && !TYPE.equals(edge.exception())).toList();
        }
        return block.edges().stream().filter(edge -> edge.exception() != null && CAUGHT_BY.contains(edge.exception())).limit(1).toList();
    }
}
