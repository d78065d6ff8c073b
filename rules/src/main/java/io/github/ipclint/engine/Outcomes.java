package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a modelled call as ranges of its result.
 *
 * @param failure what the result is on failure, {@link Range#NONE} when the call can't fail that way
 * @param success what it is otherwise
 * @param stuck errno values that come again when the call is repeated unchanged
 * @param answers whether what counts as failure is an answer like others, and what follows no clean-up: NULL from {@code strchr}, where nothing
 *     was to be made, nothing sets errno, and nobody must check it; or NULL from {@code fgets}, which mostly tells the end of the data
 */
record Outcomes(Range failure, Range success, Set<Long> stuck, boolean answers) {
    private static final Map<FunctionModel, Outcomes> CACHE = new ConcurrentHashMap<>();

    boolean canFail() {
        return !failure.isEmpty();
    }

    Range all() {
        return success.hull(failure);
    }

    /** The same where every success is 0, as far as failure is -1. */
    Outcomes succeedingWithZero() {
        return failure.equals(Range.exactly(-1)) ? new Outcomes(failure, Range.exactly(0), stuck, answers) : this;
    }

    static Outcomes of(FunctionModel model, Models models) {
        return CACHE.computeIfAbsent(model, key -> compute(key, models));
    }

    private static Outcomes compute(FunctionModel model, Models models) {
        Range failure = Range.NONE;
        Range success = Range.ALL;
        Set<Long> stuck = new LinkedHashSet<>();
        boolean answers = !model.has(Effect.Acquires.class) && !model.has(Effect.MustCheck.class);
        for (Effect.Fails fails : model.all(Effect.Fails.class)) {
            if (fails.result() == null) {
                continue;
            }
            Range range = failureRange(fails.result(), models);
            if (range == null) {
                continue;
            }
            failure = failure.hull(range);
            answers &= fails.errnos().isEmpty() && range.equals(Range.exactly(0));
            fails.stuck().forEach(name -> models.constant(name).ifPresent(stuck::add));
        }
        if (!failure.isEmpty()) {
            success = complement(failure);
        }
        Outcomes outcomes = new Outcomes(failure, success, stuck, answers || tellsEnd(model));
        return makesOnlyThroughArguments(model) ? outcomes.succeedingWithZero() : outcomes;
    }

    /** Whether it fails by the value that also tells the end of the data, which is what every input comes to; {@code fgets} does. */
    private static boolean tellsEnd(FunctionModel model) {
        return !model.is(FunctionModel.Trait.MUST_CHECK) && model.all(Effect.Transfers.class).stream()
                .anyMatch(moved -> moved.eof() != null
                        && model.all(Effect.Fails.class).stream().anyMatch(fails -> moved.eof().equals(fails.result())));
    }

    /** Calls such as {@code pipe} and {@code socketpair} have nothing to say but that they have succeeded, by 0. */
    private static boolean makesOnlyThroughArguments(FunctionModel model) {
        List<Effect.Acquires> made = model.all(Effect.Acquires.class);
        return !made.isEmpty() && !model.has(Effect.Transfers.class)
                && made.stream().noneMatch(acquires -> acquires.slot() instanceof Expression.Read(Place.Cell(Variable variable))
                        && variable == model.result());
    }

    /** A value ({@code -1}, {@code NULL}) or a comparison over the result ({@code result < 0}). */
    private static @Nullable Range failureRange(Expression result, Models models) {
        if (result instanceof Expression.Binary(BinaryOperator operator, Expression ignored, Expression bound) && operator.isComparison()) {
            Long value = constant(bound, models);
            return value == null ? null : Range.ALL.satisfying(operator, value);
        }
        Long value = constant(result, models);
        return value == null ? null : Range.exactly(value);
    }

    private static @Nullable Long constant(Expression expression, Models models) {
        return switch (expression) {
            case Expression.Constant(long value) -> value;
            case Expression.NamedConstant(String name) -> {
                var value = models.constant(name);
                yield value.isPresent() ? value.getAsLong() : null;
            }
            case Expression.Unary(Expression.UnaryOperator operator, Expression operand) when operator
                    == Expression.UnaryOperator.NEGATE -> {
                Long value = constant(operand, models);
                yield value == null ? null : -value;
            }
            case Expression.Cast(var ignored, Expression operand) -> constant(operand, models);
            default -> null;
        };
    }

    private static Range complement(Range failure) {
        if (failure.isExact()) {
            long value = failure.low();
            // Every call that fails with -1 or NULL succeeds with something larger: a count, a descriptor, an address.
            return value == Long.MAX_VALUE ? Range.ALL : Range.of(value + 1, Long.MAX_VALUE);
        }
        if (failure.low() == Long.MIN_VALUE && failure.high() < Long.MAX_VALUE) {
            return Range.of(failure.high() + 1, Long.MAX_VALUE);
        }
        if (failure.high() == Long.MAX_VALUE && failure.low() > Long.MIN_VALUE) {
            return Range.of(Long.MIN_VALUE, failure.low() - 1);
        }
        return failure.equals(Range.ALL.satisfying(BinaryOperator.NOT_EQUAL, 0)) ? Range.exactly(0) : Range.ALL;
    }
}
