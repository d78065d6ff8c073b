package io.github.ipclint.engine;

/** An abstract value. */
public sealed interface Value {
    /** Nothing is known, not even whether it equals itself later. */
    Value UNKNOWN = new Opaque();

    record Number(long value) implements Value {}

    /** {@code symbol + offset}. */
    record Symbolic(Symbol symbol, long offset) implements Value {}

    record Pointer(Location target) implements Value {}

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

    static Value of(Symbol symbol) {
        return new Symbolic(symbol, 0);
    }
}
