package io.github.ipclint.ir;

/**
 * A value without side effects: calls, assignments, increments and short-circuit operators are lowered to instructions and edges.
 * {@code toString} gives text close to the source, for messages.
 */
public sealed interface Expression {
    /** Integer or character constant. */
    record Constant(long value) implements Expression {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /**
     * A name that no declaration or project macro explains, such as {@code O_RDONLY}, {@code IPC_CREAT}, {@code MAP_FAILED},
     * {@code NULL}; the models know the values of the system's constants. Java: qualified ({@code
     * java.nio.file.StandardOpenOption.READ}).
     */
    record NamedConstant(String name) implements Expression {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Floating constant: present, never computed with. */
    record Floating(double value) implements Expression {
        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /** String literal, escapes resolved, adjacent literals joined. */
    record Text(String value) implements Expression {
        @Override
        public String toString() {
            return '"' + value.replace("\n", "\\n") + '"';
        }
    }

    /** The value that a place holds. An array place read as a value is not a Read but the AddressOf its element 0 (decay). */
    record Read(Place place) implements Expression {
        @Override
        public String toString() {
            return place.toString();
        }
    }

    record AddressOf(Place place) implements Expression {
        @Override
        public String toString() {
            return place instanceof Place.Element(Place base, Constant(long index)) && index == 0 && !(base instanceof Place.Dereference)
                    ? base.toString()
                    : "&" + place;
        }
    }

    /** A function named as a value: C function designator, Java lambda or method reference (a function of the unit). */
    record FunctionReference(String name) implements Expression {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * {@code sizeof}.
     *
     * @param type the type measured, that of the place for {@code sizeof place}
     * @param source what was written between the parentheses
     */
    record SizeOf(Type type, String source) implements Expression {
        @Override
        public String toString() {
            return "sizeof(" + source + ")";
        }
    }

    /** {@code offsetof}. */
    record OffsetOf(Type type, String field) implements Expression {
        @Override
        public String toString() {
            return "offsetof(" + (type instanceof Type.Struct struct ? struct.tag() : "…") + ", " + field + ")";
        }
    }

    enum UnaryOperator {
        NEGATE,
        NOT,
        COMPLEMENT
    }

    record Unary(UnaryOperator operator, Expression operand) implements Expression {
        @Override
        public String toString() {
            return switch (operator) {
                case NEGATE -> "-";
                case NOT -> "!";
                case COMPLEMENT -> "~";
            } + inside(operand, true);
        }
    }

    enum BinaryOperator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        REMAINDER("%"),
        AND("&"),
        OR("|"),
        XOR("^"),
        SHIFT_LEFT("<<"),
        SHIFT_RIGHT(">>"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_EQUAL("<="),
        GREATER(">"),
        GREATER_EQUAL(">="),
        /** Only inside constant expressions and models, where no operand has effects. */
        LOGICAL_AND("&&"),
        LOGICAL_OR("||");

        private final String symbol;

        BinaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        /** How strongly the operator binds, as in C. */
        int binds() {
            return switch (this) {
                case MULTIPLY, DIVIDE, REMAINDER -> 10;
                case ADD, SUBTRACT -> 9;
                case SHIFT_LEFT, SHIFT_RIGHT -> 8;
                case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> 7;
                case EQUAL, NOT_EQUAL -> 6;
                case AND -> 5;
                case XOR -> 4;
                case OR -> 3;
                case LOGICAL_AND -> 2;
                case LOGICAL_OR -> 1;
            };
        }

        public boolean isComparison() {
            return compareTo(EQUAL) >= 0 && compareTo(GREATER_EQUAL) <= 0;
        }
    }

    /** Pointer arithmetic is ADD or SUBTRACT with the pointer on the left, index in elements. */
    record Binary(BinaryOperator operator, Expression left, Expression right) implements Expression {
        @Override
        public String toString() {
            return inside(left, operator.binds() > binds(left)) + " " + operator.symbol() + " "
                    + inside(right, operator.binds() >= binds(right));
        }
    }

    record Cast(Type type, Expression operand) implements Expression {
        @Override
        public String toString() {
            return operand.toString();
        }
    }

    /** {@code c ? a : b} whose arms have no effects. */
    record Conditional(Expression condition, Expression whenTrue, Expression whenFalse) implements Expression {
        @Override
        public String toString() {
            return inside(condition, true) + " ? " + inside(whenTrue, true) + " : " + inside(whenFalse, true);
        }
    }

    /** Text that no rule of lowering understands; nothing is known of its value. */
    record Unknown(String source) implements Expression {
        @Override
        public String toString() {
            return source;
        }
    }

    private static int binds(Expression expression) {
        return switch (expression) {
            case Binary binary -> binary.operator.binds();
            case Conditional ignored -> 0;
            case Cast cast -> binds(cast.operand);
            default -> 20;
        };
    }

    /** Text of an operand, in parentheses where it binds less than the operator around it. */
    private static String inside(Expression operand, boolean less) {
        return less && binds(operand) < 20 ? "(" + operand + ")" : operand.toString();
    }
}
