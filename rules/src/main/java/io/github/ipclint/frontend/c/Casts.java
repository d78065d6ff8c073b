package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Expression.UnaryOperator;
import io.github.ipclint.ir.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lowers expressions that name a type: casts and sizeof. What stands between parentheses, type or value, the grammar of C cannot
 * tell without declarations, so here the declarations decide.
 */
final class Casts {
    private static final Set<String> PLACES =
            Set.of("identifier", "type_identifier", "field_expression", "subscript_expression", "compound_literal_expression");

    private final ExpressionLowering expressions;

    Casts(ExpressionLowering expressions) {
        this.expressions = expressions;
    }

    Expression cast(Syntax expression) {
        Syntax type = expression.child("type");
        Syntax operand = expression.child("value");
        if (type == null || operand == null) {
            return expressions.unknown(expression);
        }
        Syntax name = valueName(type);
        return name == null ? Folding.cast(named(type), expressions.value(operand)) : binary(name, operand);
    }

    private Type named(Syntax descriptor) {
        return expressions.types().complete(expressions.reader().typeName(descriptor));
    }

    /** The name of a variable or constant that the grammar takes for a type; null for types. */
    private @Nullable Syntax valueName(Syntax descriptor) {
        Syntax name = descriptor.child("type");
        boolean single = name != null && name.is("type_identifier") && descriptor.children().size() == 1;
        Names.Meaning meaning = single && name != null ? expressions.names().meaning(name.text()) : null;
        return meaning == null || meaning instanceof Names.TypeName ? null : name;
    }

    /** {@code (a) - b}, which the grammar takes for a cast of {@code -b}. */
    private Expression binary(Syntax left, Syntax right) {
        BinaryOperator operator = ExpressionLowering.operator(right.textOf("operator"));
        return operator == null
                ? expressions.unknown(right)
                : expressions.combine(operator, expressions.value(left), expressions.child(right, "argument"));
    }

    /** The value of {@code (key_t)(x)}, which the grammar takes for a call; null for calls. */
    @Nullable Expression ofCall(Syntax call) {
        Syntax operand = operandOfCall(call);
        Syntax type = call.child("function");
        return operand == null || type == null ? null : Folding.cast(parenthesized(type), expressions.value(operand));
    }

    /** The operand of a cast that the grammar takes for a call; null for calls. */
    @Nullable Syntax operandOfCall(Syntax call) {
        Syntax function = call.child("function");
        Syntax arguments = call.child("arguments");
        if (function == null || arguments == null || arguments.children().size() != 1 || !isParenthesizedType(function)) {
            return null;
        }
        return arguments.children().getFirst();
    }

    boolean isParenthesizedType(Syntax expression) {
        if (!expression.is("parenthesized_expression")) {
            return false;
        }
        Syntax name = ExpressionLowering.strip(expression);
        Names.Meaning meaning = expressions.names().meaning(name.text());
        return name.is("identifier") && (meaning instanceof Names.TypeName || (meaning == null && name.text().endsWith("_t")));
    }

    private Type parenthesized(Syntax type) {
        return expressions.types().complete(new Type.Named(ExpressionLowering.strip(type).text()));
    }

    /** {@code (key_t) -1}, which the grammar takes for a subtraction. */
    Expression ofUnary(Syntax type, String operator, Syntax expression) {
        Syntax operand = expression.child("right");
        if (operand == null) {
            return expressions.unknown(expression);
        }
        return switch (operator) {
            case "-" -> Folding.cast(parenthesized(type), Folding.unary(UnaryOperator.NEGATE, expressions.value(operand)));
            case "+" -> Folding.cast(parenthesized(type), expressions.value(operand));
            case "*" -> Folding.cast(parenthesized(type), expressions.read(ExpressionLowering.dereference(expressions.value(operand))));
            case "&" -> Folding.cast(parenthesized(type), ExpressionLowering.address(expressions.place(operand)));
            default -> expressions.unknown(expression);
        };
    }

    Expression sizeOf(Syntax expression) {
        Syntax type = expression.child("type");
        Syntax name = type == null ? null : valueName(type);
        Syntax operand = name == null ? expression.child("value") : name;
        if (operand == null) {
            return type == null ? expressions.unknown(expression) : new Expression.SizeOf(named(type), type.text());
        }
        Syntax measured = ExpressionLowering.strip(operand);
        Type size = measured.is("identifier") && isType(measured.text()) ? new Type.Named(measured.text()) : measured(measured);
        return new Expression.SizeOf(expressions.types().complete(size), measured.text());
    }

    /** Whether a name after sizeof is that of a type, also one of the system. */
    private boolean isType(String name) {
        Names.Meaning meaning = expressions.names().meaning(name);
        return meaning instanceof Names.TypeName || (meaning == null && !ExpressionLowering.isSystemVariable(name));
    }

    /** Type of an expression before arrays decay. It is not evaluated. */
    private Type measured(Syntax expression) {
        ExpressionLowering unevaluated = ExpressionLowering.unevaluated(expressions.names());
        boolean dereference = expression.is("pointer_expression") && expression.textOf("operator").equals("*");
        return PLACES.contains(expression.type()) || dereference
                ? unevaluated.types().of(unevaluated.place(expression))
                : unevaluated.types().of(unevaluated.value(expression));
    }
}
