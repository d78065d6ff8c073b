package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.Binary;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Expression.Constant;
import io.github.ipclint.ir.Expression.Unary;
import io.github.ipclint.ir.Expression.UnaryOperator;
import io.github.ipclint.ir.Type;
import java.util.OptionalLong;

/** Builds expressions, and computes those of constants. */
final class Folding {
    private Folding() {}

    static Expression unary(UnaryOperator operator, Expression operand) {
        if (operand instanceof Constant(long value)) {
            return new Constant(
                    switch (operator) {
                        case NEGATE -> -value;
                        case NOT -> value == 0 ? 1 : 0;
                        case COMPLEMENT -> ~value;
                    });
        }
        return new Unary(operator, operand);
    }

    static Expression binary(BinaryOperator operator, Expression left, Expression right) {
        OptionalLong folded =
                left instanceof Constant(long a) && right instanceof Constant(long b) ? fold(operator, a, b) : OptionalLong.empty();
        return folded.isPresent() ? new Constant(folded.getAsLong()) : new Binary(operator, left, right);
    }

    static Expression cast(Type type, Expression operand) {
        if (operand instanceof Constant(long value) && type instanceof Type.Primitive(String name, long size, boolean signed) && size > 0) {
            return new Constant(truncate(value, size, signed));
        }
        return new Expression.Cast(type, operand);
    }

    static Expression conditional(Expression condition, Expression whenTrue, Expression whenFalse) {
        return condition instanceof Constant(long value)
                ? value != 0 ? whenTrue : whenFalse
                : new Expression.Conditional(condition, whenTrue, whenFalse);
    }

    /** The value of an expression of constants, sizes included. */
    static OptionalLong evaluate(Expression expression) {
        return switch (expression) {
            case Constant(long value) -> OptionalLong.of(value);
            case Expression.SizeOf(Type type, String ignored) -> type.size() < 0 ? OptionalLong.empty() : OptionalLong.of(type.size());
            case Expression.Cast(Type type, Expression operand) -> {
                OptionalLong value = evaluate(operand);
                yield value.isPresent() && cast(type, new Constant(value.getAsLong())) instanceof Constant(long cast)
                        ? OptionalLong.of(cast) : value;
            }
            case Unary(UnaryOperator operator, Expression operand) -> {
                OptionalLong value = evaluate(operand);
                yield value.isPresent() ? evaluate(unary(operator, new Constant(value.getAsLong()))) : value;
            }
            case Binary(BinaryOperator operator, Expression left, Expression right) -> {
                OptionalLong a = evaluate(left);
                OptionalLong b = evaluate(right);
                yield a.isPresent() && b.isPresent() ? fold(operator, a.getAsLong(), b.getAsLong()) : OptionalLong.empty();
            }
            case Expression.Conditional(Expression condition, Expression whenTrue, Expression whenFalse) -> {
                OptionalLong value = evaluate(condition);
                yield value.isEmpty() ? value : evaluate(value.getAsLong() != 0 ? whenTrue : whenFalse);
            }
            default -> OptionalLong.empty();
        };
    }

    private static long truncate(long value, long size, boolean signed) {
        int shift = (int) (64 - size * 8);
        return shift <= 0 ? value : signed ? value << shift >> shift : value << shift >>> shift;
    }

    private static OptionalLong fold(BinaryOperator operator, long a, long b) {
        return switch (operator) {
            case ADD -> OptionalLong.of(a + b);
            case SUBTRACT -> OptionalLong.of(a - b);
            case MULTIPLY -> OptionalLong.of(a * b);
            case DIVIDE -> b == 0 ? OptionalLong.empty() : OptionalLong.of(a / b);
            case REMAINDER -> b == 0 ? OptionalLong.empty() : OptionalLong.of(a % b);
            case AND -> OptionalLong.of(a & b);
            case OR -> OptionalLong.of(a | b);
            case XOR -> OptionalLong.of(a ^ b);
            case SHIFT_LEFT -> b < 0 || b > 63 ? OptionalLong.empty() : OptionalLong.of(a << b);
            case SHIFT_RIGHT -> b < 0 || b > 63 ? OptionalLong.empty() : OptionalLong.of(a >> b);
            case EQUAL -> truth(a == b);
            case NOT_EQUAL -> truth(a != b);
            case LESS -> truth(a < b);
            case LESS_EQUAL -> truth(a <= b);
            case GREATER -> truth(a > b);
            case GREATER_EQUAL -> truth(a >= b);
            case LOGICAL_AND -> truth(a != 0 && b != 0);
            case LOGICAL_OR -> truth(a != 0 || b != 0);
        };
    }

    private static OptionalLong truth(boolean value) {
        return OptionalLong.of(value ? 1 : 0);
    }
}
