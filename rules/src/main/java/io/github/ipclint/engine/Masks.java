package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What is known of a value's bits although the value is not. */
final class Masks {
    private Masks() {}

    /** {@code one & other} where it is known: some bits of a flag word, or none. */
    static @Nullable Value of(Value one, Value other) {
        if (one instanceof Value.Number(long mask)) {
            return mask == 0 || (setBits(other) & mask) == mask ? one : null;
        }
        return other instanceof Value.Number ? of(other, one) : null;
    }

    /** Bits that the value has for certain: {@code KNOWN | whatever} has those of KNOWN. */
    private static long setBits(Value value) {
        return switch (value) {
            case Value.Number(long number) -> number;
            case Value.Symbolic(Symbol.Derived(BinaryOperator operator, Value left, Value right), long offset) when offset == 0
                    && operator == BinaryOperator.OR -> setBits(left) | setBits(right);
            default -> 0;
        };
    }
}
