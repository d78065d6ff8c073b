package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Type;
import java.util.Locale;
import java.util.function.BiConsumer;

/** What a branch condition teaches: narrows the symbols that it compares. */
final class Refinement {
    private final Evaluator evaluator;
    private final BiConsumer<State, Symbol> narrowed;
    private final BiConsumer<State, Value> unequal;

    /**
     * @param narrowed told of every symbol that a condition examined, after its range changed or not
     * @param unequal told of values that a condition has found to be unequal to something that may be positive
     */
    Refinement(Evaluator evaluator, BiConsumer<State, Symbol> narrowed, BiConsumer<State, Value> unequal) {
        this.evaluator = evaluator;
        this.narrowed = narrowed;
        this.unequal = unequal;
    }

    /** Assumes the condition; false when the path can't be taken. */
    boolean assume(Expression condition, boolean truth, State state) {
        return switch (condition) {
            case Expression.Unary(Expression.UnaryOperator operator, Expression operand) when operator == Expression.UnaryOperator.NOT ->
                    assume(operand, !truth, state);
            case Expression.Cast(var ignored, Expression operand) -> assume(operand, truth, state);
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) when operator == BinaryOperator.LOGICAL_AND
                    && truth -> assume(left, true, state) && assume(right, true, state);
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) when operator == BinaryOperator.LOGICAL_OR
                    && !truth -> assume(left, false, state) && assume(right, false, state);
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) when operator.isComparison() ->
                    compare(truth ? operator : negated(operator), evaluator.evaluate(left, state), evaluator.evaluate(right, state),
                            isUnsigned(left), state);
            case Expression.NamedConstant(String name) when isSwitch(name, evaluator.evaluate(condition, state)) -> truth;
            default -> compare(truth ? BinaryOperator.NOT_EQUAL : BinaryOperator.EQUAL, evaluator.evaluate(condition, state),
                    new Value.Number(0), state);
        };
    }

    /**
     * A switch of the build, which nothing that is analysed defines: taken to be on, for with {@code if (CLEAN_UP) close(fd)} the code is right
     * in every build, one way or the other. Names of Java are qualified.
     */
    private static boolean isSwitch(String name, Value value) {
        return value instanceof Value.Symbolic(Symbol.Named ignored, long offset) && name.indexOf('.') < 0
                && name.equals(name.toUpperCase(Locale.ROOT));
    }

    private static boolean isUnsigned(Expression operand) {
        return operand instanceof Expression.Cast(Type.Primitive(String name, long size, boolean signed), Expression inner)
                && !signed && size >= Type.INT.size();
    }

    /**
     * @param unsigned whether a negative number on the left counts as a large one: {@code (unsigned) n < 3} asks for both bounds at once, and
     *     -1 is at least 3
     */
    private boolean compare(BinaryOperator operator, Value left, Value right, boolean unsigned, State state) {
        boolean below = operator == BinaryOperator.LESS || operator == BinaryOperator.LESS_EQUAL;
        if (unsigned && below && ValueRanges.rangeOf(state, right).isWithin(Range.of(0, Integer.MAX_VALUE))) {
            return compare(BinaryOperator.GREATER_EQUAL, left, new Value.Number(0), state) && compare(operator, left, right, state);
        }
        boolean above = operator == BinaryOperator.GREATER || operator == BinaryOperator.GREATER_EQUAL;
        if (unsigned && above && ValueRanges.rangeOf(state, left).low() < 0) {
            examine(left, state);
            return true;
        }
        return compare(operator, left, right, state);
    }

    private boolean compare(BinaryOperator operator, Value left, Value right, State state) {
        examine(left, state);
        examine(right, state);
        if (ValueRanges.rangeOf(state, right).high() > 0) {
            Repetitions.tested(left, state);
        }
        if (ValueRanges.rangeOf(state, left).high() > 0) {
            Repetitions.tested(right, state);
        }
        if (ValueRanges.compare(operator, left, right, state) == Truth.FALSE) {
            return false;
        }
        if (operator == BinaryOperator.EQUAL && left instanceof Value.Symbolic(Symbol one, long first)
                && right instanceof Value.Symbolic(Symbol other, long second) && first == 0 && second == 0 && !one.equals(other)) {
            if (areDistinct(one, other, state)) {
                return false;
            }
            alias(one, state);
            alias(other, state);
        }
        if (operator == BinaryOperator.NOT_EQUAL && ValueRanges.rangeOf(state, right).high() > 0) {
            unequal.accept(state, left);
        }
        if (ValueRanges.isExact(right, state)) {
            return narrow(left, operator, ValueRanges.exact(right, state), state);
        }
        if (ValueRanges.isExact(left, state)) {
            return narrow(right, ValueRanges.mirrored(operator), ValueRanges.exact(left, state), state);
        }
        if (operator == BinaryOperator.EQUAL && isAddress(right)) {
            return narrow(left, BinaryOperator.GREATER, 0, state);
        }
        return narrowByBounds(left, operator, ValueRanges.rangeOf(state, right), state)
                && narrowByBounds(right, ValueRanges.mirrored(operator), ValueRanges.rangeOf(state, left), state);
    }

    /** Two handles that are open at the same time have different numbers and addresses, unless one of the calls has failed. */
    private static boolean areDistinct(Symbol one, Symbol other, State state) {
        return isSurelyOpen(one, state) && isSurelyOpen(other, state);
    }

    private static boolean isSurelyOpen(Symbol symbol, State state) {
        HandleState handle = state.handles.get(symbol);
        return handle != null && handle.isOpen() && handle.acquiredAt() != null && handle.number() < 0
                && (handle.guard() == null || !state.rangeOf(symbol).contains(HandleState.NO_NUMBER) && !state.rangeOf(symbol).contains(0));
    }

    /** Something else holds the same number: it may close the handle, and losing this name of it loses nothing. */
    private static void alias(Symbol symbol, State state) {
        HandleState handle = state.handles.get(symbol);
        if (handle != null && handle.isOpen()) {
            state.handles.put(symbol, handle.asEscaped());
        }
    }

    private static boolean isAddress(Value value) {
        return value instanceof Value.Pointer || value instanceof Value.Text || value instanceof Value.FunctionValue;
    }

    private boolean narrowByBounds(Value value, BinaryOperator operator, Range other, State state) {
        return switch (operator) {
            case LESS -> other.high() == Long.MAX_VALUE || narrow(value, operator, other.high(), state);
            case LESS_EQUAL -> other.high() == Long.MAX_VALUE || narrow(value, operator, other.high(), state);
            case GREATER -> other.low() == Long.MIN_VALUE || narrow(value, operator, other.low(), state);
            case GREATER_EQUAL -> other.low() == Long.MIN_VALUE || narrow(value, operator, other.low(), state);
            default -> true;
        };
    }

    private boolean narrow(Value value, BinaryOperator operator, long bound, State state) {
        if (!(value instanceof Value.Symbolic(Symbol symbol, long offset))) {
            return true;
        }
        if (symbol instanceof Symbol.Derived(BinaryOperator inner, Value left, Value right) && inner.isComparison() && offset == 0
                && bound == 0) {
            if (operator == BinaryOperator.NOT_EQUAL || operator == BinaryOperator.EQUAL) {
                boolean holds = operator == BinaryOperator.NOT_EQUAL;
                if (!compare(holds ? inner : negated(inner), left, right, state)) {
                    return false;
                }
            }
        }
        HandleState handle = state.handles.get(symbol);
        Range before = state.rangeOf(symbol);
        Range after = before.satisfying(operator, bound - offset);
        if (handle != null && operator == BinaryOperator.EQUAL && after.isExact() && after.low() >= 0 && after.low() <= 2
                && handle.number() < 0) {
            state.handles.put(symbol, handle.withNumber((int) after.low()));
        }
        if (after.isEmpty()) {
            return false;
        }
        state.ranges.put(symbol, after);
        narrowed.accept(state, symbol);
        return true;
    }

    private void examine(Value value, State state) {
        if (value instanceof Value.Symbolic(Symbol symbol, long ignored)) {
            examine(symbol, state);
        }
    }

    private void examine(Symbol symbol, State state) {
        if (symbol instanceof Symbol.Derived(var ignored, Value left, Value right)) {
            examine(left, state);
            examine(right, state);
        } else {
            narrowed.accept(state, symbol);
        }
    }

    static BinaryOperator negated(BinaryOperator operator) {
        return switch (operator) {
            case EQUAL -> BinaryOperator.NOT_EQUAL;
            case NOT_EQUAL -> BinaryOperator.EQUAL;
            case LESS -> BinaryOperator.GREATER_EQUAL;
            case LESS_EQUAL -> BinaryOperator.GREATER;
            case GREATER -> BinaryOperator.LESS_EQUAL;
            case GREATER_EQUAL -> BinaryOperator.LESS;
            default -> operator;
        };
    }
}
