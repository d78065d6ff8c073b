package io.github.ipclint.engine;

import org.jspecify.annotations.Nullable;

/** An abstract value. For equality see {@link Location}. */
public sealed interface Value {
    /** Nothing is known, not even whether it equals itself later. */
    Value UNKNOWN = new Opaque();

    record Number(long value) implements Value {
        @Override
        public int hashCode() {
            return Long.hashCode(value);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Number that && value == that.value);
        }
    }

    /** {@code symbol + offset}. */
    record Symbolic(Symbol symbol, long offset) implements Value {
        @Override
        public int hashCode() {
            return symbol.hashCode() * 31 + Long.hashCode(offset);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Symbolic that && offset == that.offset && symbol.equals(that.symbol));
        }
    }

    record Pointer(Location target) implements Value {
        @Override
        public int hashCode() {
            return target.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Pointer that && target.equals(that.target));
        }
    }

    /** A string; {@link #HOLE} stands for text that is not known. */
    record Text(String value) implements Value {
        public static final char HOLE = '\u0001';

        public boolean isWhole() {
            return value.indexOf(HOLE) < 0;
        }
    }

    record FunctionValue(String name) implements Value {}

    /** See {@link #UNKNOWN}. */
    record Opaque() implements Value {}

    /** Whether the symbol is this value, or one that it was computed from. */
    default boolean mentions(Symbol other) {
        return this instanceof Symbolic(Symbol symbol, long ignored) && symbol.equals(other) || isComputedFrom(other);
    }

    /** Whether the symbol is an operand of what this value was computed by. */
    default boolean isComputedFrom(Symbol other) {
        return this instanceof Symbolic(Symbol.Derived(var operator, Value left, Value right), long ignored)
                && (left.mentions(other) || right.mentions(other));
    }

    /** The same value with another name for a symbol. */
    default Value renamed(Symbol from, Symbol to) {
        if (!(this instanceof Symbolic(Symbol symbol, long offset))) {
            return this;
        }
        if (symbol.equals(from)) {
            return new Symbolic(to, offset);
        }
        return symbol instanceof Symbol.Derived(var operator, Value left, Value right)
                ? new Symbolic(new Symbol.Derived(operator, left.renamed(from, to), right.renamed(from, to)), offset)
                : this;
    }

    static Value of(Symbol symbol) {
        return new Symbolic(symbol, 0);
    }
}
