package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Cfg.Edge;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions of Java that nobody declares. They are followed where what tells the end of a file brings them about: a method called on null
 * (JLS 15.12.4.4), a count of -1 given to whatever takes so many elements of the array that was read into. There the exception is what
 * ends many a loop that never asks.
 */
final class UncheckedExceptions {
    private static final String NULL_POINTER = "java.lang.NullPointerException";
    private static final String INDEX = "java.lang.IndexOutOfBoundsException";
    private static final Set<String> ALL = Set.of(NULL_POINTER, INDEX);

    private static final Set<String> SUPERTYPES =
            Set.of("java.lang.RuntimeException", "java.lang.Exception", "java.lang.Throwable", Edge.EVERY_TYPE);

    private UncheckedExceptions() {}

    /** The path on which the object is null, from which {@code state} parts; null where it is none, or where nobody knows. */
    static @Nullable CallOutcome ofNull(@Nullable Value receiver, State state) {
        if (!(receiver instanceof Value.Symbolic(Symbol symbol, long ignored)) || !state.rangeOf(symbol).contains(0)
                || state.attempts.view().values().stream().noneMatch(attempt -> tellsEnd(attempt, symbol, 0))) {
            return null;
        }
        return parting(symbol, 0, state, NULL_POINTER);
    }

    /**
     * The path on which the call is given -1 for the number of elements of an array, from which {@code state} parts; null where it is none.
     *
     * @param call leads out of the analysed code
     */
    static @Nullable CallOutcome ofCount(Site site, Call call, List<Value> arguments, State state) {
        if (!site.function().is(Function.Mark.JAVA)) {
            return null;
        }
        for (Value argument : arguments) {
            if (argument instanceof Value.Symbolic(Symbol symbol, long offset) && offset == 0 && state.rangeOf(symbol).contains(-1)) {
                for (Map.Entry<Site, Attempt> entry : state.attempts.view().entrySet()) {
                    if (tellsEnd(entry.getValue(), symbol, -1) && haveArrayInCommon(entry.getKey(), site, call)) {
                        return parting(symbol, -1, state, INDEX);
                    }
                }
            }
        }
        return null;
    }

    private static CallOutcome parting(Symbol symbol, long end, State state, String type) {
        Range range = state.rangeOf(symbol);
        State failed = state.copy();
        failed.ranges.put(symbol, Range.exactly(end));
        state.ranges.put(symbol, range.satisfying(BinaryOperator.NOT_EQUAL, end));
        return new CallOutcome(failed, Value.UNKNOWN, type);
    }

    private static boolean tellsEnd(Attempt attempt, Symbol symbol, long end) {
        return attempt.result().equals(symbol) && !attempt.intervened() && attempt.ending().contains(end);
    }

    private static boolean haveArrayInCommon(Site read, Site site, Call call) {
        return read.function() == site.function() && read.instruction() instanceof Call reading
                && reading.arguments().stream().anyMatch(each -> each instanceof Expression.Read && call.arguments().contains(each));
    }

    /** The edges that an exception of this type takes. */
    static List<Edge> edges(Block block, String thrown) {
        if (!ALL.contains(thrown)) {
            return block.edges().stream()
                    .filter(edge -> edge.isExceptional() && (edge.exception() == null || !ALL.contains(edge.exception())))
                    .toList();
        }
        return block.edges().stream()
                .filter(edge -> edge.exception() != null && (edge.exception().equals(thrown) || SUPERTYPES.contains(edge.exception())))
                .limit(1)
                .toList();
    }
}
