package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.ipclint.ir.Expression.Binary;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Expression.Cast;
import io.github.ipclint.ir.Expression.Constant;
import io.github.ipclint.ir.Expression.Text;
import io.github.ipclint.ir.Expression.Unary;
import io.github.ipclint.ir.Expression.UnaryOperator;
import io.github.ipclint.ir.Expression.Unknown;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Operators over lowered values, computed where the operands are constants (JLS 15.29). */
final class Folding {
    private static final JavaType CHAR = JavaType.of("char");
    private static final JavaType LONG = JavaType.of("long");
    private static final JavaType DOUBLE = JavaType.of("double");

    private Folding() {}

    static Value literal(Expression literal) {
        return switch (literal) {
            case IntegerLiteralExpr number -> number(number.getValue(), number::asNumber, JavaType.INT);
            case LongLiteralExpr number -> number(number.getValue(), number::asNumber, LONG);
            case BooleanLiteralExpr bool -> new Value(new Constant(bool.getValue() ? 1 : 0), JavaType.BOOLEAN);
            case CharLiteralExpr character -> {
                String text = text(character::getValue, () -> String.valueOf(character.asChar()));
                yield new Value(text.isEmpty() ? new Unknown("''") : new Constant(text.charAt(0)), CHAR);
            }
            case StringLiteralExpr string -> new Value(new Text(text(string::getValue, string::asString)), JavaType.STRING);
            case TextBlockLiteralExpr block -> new Value(new Text(text(block::getValue, block::asString)), JavaType.STRING);
            default -> new Value(new Unknown(literal.toString()), JavaType.UNKNOWN);
        };
    }

    private static Value number(String source, Supplier<Number> parsed, JavaType type) {
        try {
            return new Value(new Constant(parsed.get().longValue()), type);
        } catch (NumberFormatException tooLarge) {
            return new Value(new Unknown(source), type);
        }
    }

    /** Malformed escapes stand as they are written: the file does not compile, but the rest of it still counts. */
    private static String text(Supplier<String> raw, Supplier<String> unescaped) {
        try {
            return unescaped.get();
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return raw.get();
        }
    }

    static Value unary(UnaryExpr.Operator operator, Value operand) {
        JavaType type = operator == UnaryExpr.Operator.LOGICAL_COMPLEMENT ? JavaType.BOOLEAN : promote(operand.type(), JavaType.INT);
        if (operator == UnaryExpr.Operator.PLUS) {
            return new Value(operand.expression(), type);
        }
        UnaryOperator lowered =
                switch (operator) {
                    case MINUS -> UnaryOperator.NEGATE;
                    case BITWISE_COMPLEMENT -> UnaryOperator.COMPLEMENT;
                    case LOGICAL_COMPLEMENT, PLUS, PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                            UnaryOperator.NOT;
                };
        if (operand.expression() instanceof Constant(long value)) {
            long folded =
                    switch (lowered) {
                        case NEGATE -> -value;
                        case COMPLEMENT -> ~value;
                        case NOT -> value == 0 ? 1 : 0;
                    };
            return new Value(new Constant(wrap(folded, type)), type);
        }
        return new Value(new Unary(lowered, operand.expression()), type);
    }

    static Value binary(BinaryExpr.Operator operator, Value left, Value right) {
        BinaryOperator lowered = operator(operator);
        JavaType type = type(lowered, left.type(), right.type());
        if (lowered == BinaryOperator.ADD && type.isString()) {
            return concatenate(left, right);
        }
        if (left.expression() instanceof Constant(long a) && right.expression() instanceof Constant(long b)) {
            Long folded = compute(operator, a, b, left.type());
            if (folded != null) {
                return new Value(new Constant(wrap(folded, type)), type);
            }
        }
        return new Value(new Binary(lowered, left.expression(), right.expression()), type);
    }

    /** Literal parts that touch are joined, so that the text shows its holes and nothing else. */
    private static Value concatenate(Value left, Value right) {
        String before = constantText(left);
        String after = constantText(right);
        if (before != null && after != null) {
            return new Value(new Text(before + after), JavaType.STRING);
        }
        if (after != null
                && left.type().isString()
                && left.expression() instanceof Binary(BinaryOperator operator, var start, Text(String middle))
                && operator == BinaryOperator.ADD) {
            return new Value(new Binary(BinaryOperator.ADD, start, new Text(middle + after)), JavaType.STRING);
        }
        return new Value(
                new Binary(
                        BinaryOperator.ADD,
                        before == null ? left.expression() : new Text(before),
                        after == null ? right.expression() : new Text(after)),
                JavaType.STRING);
    }

    private static @Nullable String constantText(Value value) {
        return switch (value.expression()) {
            case Text(String text) -> text;
            case Constant(long number) when value.type().equals(CHAR) -> String.valueOf((char) number);
            case Constant(long number) when value.type().equals(JavaType.BOOLEAN) -> String.valueOf(number != 0);
            case Constant(long number) -> Long.toString(number);
            default -> null;
        };
    }

    /** A value in the context of another primitive type. */
    static io.github.ipclint.ir.Expression convert(Value value, JavaType type) {
        if (value.expression() instanceof Constant(long number) && type.isPrimitive()) {
            return type.name().equals("double") || type.name().equals("float")
                    ? new io.github.ipclint.ir.Expression.Floating(number)
                    : new Constant(wrap(number, type));
        }
        return type.isPrimitive() && value.type().isPrimitive() && !type.equals(value.type())
                ? new Cast(type.toIr(), value.expression())
                : value.expression();
    }

    static BinaryOperator operator(BinaryExpr.Operator operator) {
        return switch (operator) {
            case OR -> BinaryOperator.LOGICAL_OR;
            case AND -> BinaryOperator.LOGICAL_AND;
            case BINARY_OR -> BinaryOperator.OR;
            case BINARY_AND -> BinaryOperator.AND;
            case XOR -> BinaryOperator.XOR;
            case EQUALS -> BinaryOperator.EQUAL;
            case NOT_EQUALS -> BinaryOperator.NOT_EQUAL;
            case LESS -> BinaryOperator.LESS;
            case GREATER -> BinaryOperator.GREATER;
            case LESS_EQUALS -> BinaryOperator.LESS_EQUAL;
            case GREATER_EQUALS -> BinaryOperator.GREATER_EQUAL;
            case LEFT_SHIFT -> BinaryOperator.SHIFT_LEFT;
            case SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> BinaryOperator.SHIFT_RIGHT;
            case PLUS -> BinaryOperator.ADD;
            case MINUS -> BinaryOperator.SUBTRACT;
            case MULTIPLY -> BinaryOperator.MULTIPLY;
            case DIVIDE -> BinaryOperator.DIVIDE;
            case REMAINDER -> BinaryOperator.REMAINDER;
        };
    }

    static JavaType type(BinaryOperator operator, JavaType left, JavaType right) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, LOGICAL_AND, LOGICAL_OR -> JavaType.BOOLEAN;
            case SHIFT_LEFT, SHIFT_RIGHT -> promote(left, JavaType.INT);
            case ADD -> left.isString() || right.isString() ? JavaType.STRING : promote(left, right);
            case SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> promote(left, right);
            case AND, OR, XOR -> left.equals(JavaType.BOOLEAN) ? left : promote(left, right);
        };
    }

    private static JavaType promote(JavaType left, JavaType right) {
        String names = left.name() + " " + right.name();
        if (names.contains("double") || names.contains("Double") || names.contains("float") || names.contains("Float")) {
            return DOUBLE;
        }
        return names.contains("long") || names.contains("Long") ? LONG : JavaType.INT;
    }

    private static @Nullable Long compute(BinaryExpr.Operator operator, long a, long b, JavaType left) {
        boolean wide = left.name().equals("long");
        return switch (operator) {
            case OR, BINARY_OR -> a | b;
            case AND, BINARY_AND -> a & b;
            case XOR -> a ^ b;
            case EQUALS -> a == b ? 1L : 0L;
            case NOT_EQUALS -> a != b ? 1L : 0L;
            case LESS -> a < b ? 1L : 0L;
            case GREATER -> a > b ? 1L : 0L;
            case LESS_EQUALS -> a <= b ? 1L : 0L;
            case GREATER_EQUALS -> a >= b ? 1L : 0L;
            case LEFT_SHIFT -> wide ? a << b : (long) ((int) a << (int) b);
            case SIGNED_RIGHT_SHIFT -> wide ? a >> b : (long) ((int) a >> (int) b);
            case UNSIGNED_RIGHT_SHIFT -> wide ? a >>> b : (long) ((int) a >>> (int) b);
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> b == 0 ? null : (Long) (a / b);
            case REMAINDER -> b == 0 ? null : (Long) (a % b);
        };
    }

    private static long wrap(long value, JavaType type) {
        return switch (type.name()) {
            case "byte" -> (byte) value;
            case "short" -> (short) value;
            case "char" -> (char) value;
            case "int" -> (int) value;
            default -> value;
        };
    }
}
