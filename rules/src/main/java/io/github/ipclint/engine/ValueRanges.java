package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression.BinaryOperator;

/** The integers that values may be in a state, and what follows for comparing them. */
final class ValueRanges {
    private static final Range ADDRESS = Range.of(4096, Long.MAX_VALUE);

    private ValueRanges() {}

    /** The integers a value may be; an address is one that is neither null nor a failure. */
    static Range rangeOf(State state, Value value) {
        return switch (value) {
            case Value.Number(long number) -> Range.exactly(number);
            case Value.Symbolic(Symbol symbol, long offset) -> rangeOf(state, symbol, offset);
            case Value.Pointer ignored -> ADDRESS;
            case Value.Text ignored -> ADDRESS;
            case Value.FunctionValue ignored -> ADDRESS;
            case Value.Opaque ignored -> Range.ALL;
        };
    }

    private static Range rangeOf(State state, Symbol symbol, long offset) {
        HandleState handle = state.handles.get(symbol);
        Range range = state.rangeOf(symbol);
        if (handle != null && handle.number() >= 0 && handle.isOpen() && range.contains(handle.number()) && range.low() >= 0) {
            range = Range.exactly(handle.number());
        } else if (handle != null && StandardSlots.isAbove(handle, state)) {
            for (long number = 0; number < StandardSlots.COUNT; number++) {
                range = range.satisfying(BinaryOperator.NOT_EQUAL, number);
            }
        }
        if (symbol instanceof Symbol.Derived(BinaryOperator operator, Value.Number(long from), Value right)
                && operator == BinaryOperator.SUBTRACT) {
            range = range.intersect(shift(negated(rangeOf(state, right)), from));
        }
        return offset == 0 ? range : shift(range, offset);
    }

    private static Range shift(Range range, long offset) {
        if (range.isEmpty()) {
            return range;
        }
        long low = range.low() == Long.MIN_VALUE ? Long.MIN_VALUE : range.low() + offset;
        long high = range.high() == Long.MAX_VALUE ? Long.MAX_VALUE : range.high() + offset;
        Range shifted = Range.of(low, high);
        for (long hole : range.excluded()) {
            shifted = shifted.satisfying(BinaryOperator.NOT_EQUAL, hole + offset);
        }
        return shifted;
    }

    private static Range negated(Range range) {
        Range negated = Range.of(
                range.high() == Long.MAX_VALUE ? Long.MIN_VALUE : -range.high(),
                range.low() == Long.MIN_VALUE ? Long.MAX_VALUE : -range.low());
        for (long hole : range.excluded()) {
            negated = negated.satisfying(BinaryOperator.NOT_EQUAL, -hole);
        }
        return negated;
    }

    static boolean isExact(Value value, State state) {
        return rangeOf(state, value).isExact();
    }

    static long exact(Value value, State state) {
        return rangeOf(state, value).low();
    }

    /** Three-valued comparison. */
    static Truth compare(BinaryOperator operator, Value left, Value right, State state) {
        if (left.equals(right) && !(left instanceof Value.Opaque)) {
            return Truth.of(
                    operator == BinaryOperator.EQUAL || operator == BinaryOperator.LESS_EQUAL || operator == BinaryOperator.GREATER_EQUAL);
        }
        if (left instanceof Value.Symbolic(Symbol one, long first) && right instanceof Value.Symbolic(Symbol other, long second)
                && one.equals(other)) {
            return compare(operator, new Value.Number(first), new Value.Number(second), state);
        }
        if (isProcessId(left) && isProcessId(right)) {
            return operator == BinaryOperator.EQUAL ? Truth.FALSE : operator == BinaryOperator.NOT_EQUAL ? Truth.TRUE : Truth.UNKNOWN;
        }
        Range leftRange = rangeOf(state, left);
        Range rightRange = rangeOf(state, right);
        if (rightRange.isExact()) {
            Range holding = leftRange.satisfying(operator, rightRange.low());
            return holding.isEmpty() ? Truth.FALSE : holding.equals(leftRange) ? Truth.TRUE : Truth.UNKNOWN;
        }
        if (leftRange.isExact()) {
            Range holding = rightRange.satisfying(mirrored(operator), leftRange.low());
            return holding.isEmpty() ? Truth.FALSE : holding.equals(rightRange) ? Truth.TRUE : Truth.UNKNOWN;
        }
        return !leftRange.intersects(rightRange) && operator == BinaryOperator.EQUAL ? Truth.FALSE : Truth.UNKNOWN;
    }

    private static boolean isProcessId(Value value) {
        return value instanceof Value.Symbolic(Symbol.ProcessId ignored, long offset) && offset == 0;
    }

    /** The operator that holds between the operands the other way round. */
    static BinaryOperator mirrored(BinaryOperator operator) {
        return switch (operator) {
            case LESS -> BinaryOperator.GREATER;
            case LESS_EQUAL -> BinaryOperator.GREATER_EQUAL;
            case GREATER -> BinaryOperator.LESS;
            case GREATER_EQUAL -> BinaryOperator.LESS_EQUAL;
            default -> operator;
        };
    }
}
