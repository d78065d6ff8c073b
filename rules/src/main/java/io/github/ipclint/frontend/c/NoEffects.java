package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.Set;

/** For expressions that are not evaluated: operands of sizeof, constant expressions, arguments of attributes. */
final class NoEffects implements Effects {
    private final ExpressionLowering expressions;

    NoEffects(ExpressionLowering expressions) {
        this.expressions = expressions;
    }

    @Override
    public Expression call(Syntax call) {
        return expressions.unknown(call);
    }

    @Override
    public Expression assignment(Syntax assignment) {
        return child(assignment, "left");
    }

    @Override
    public Expression update(Syntax update) {
        return child(update, "argument");
    }

    @Override
    public Expression comma(Syntax comma) {
        return child(comma, "right");
    }

    @Override
    public Expression logical(Syntax binary) {
        BinaryOperator operator = binary.textOf("operator").equals("&&") ? BinaryOperator.LOGICAL_AND : BinaryOperator.LOGICAL_OR;
        return Folding.binary(operator, child(binary, "left"), child(binary, "right"));
    }

    @Override
    public Expression conditional(Syntax conditional) {
        Expression condition = child(conditional, "condition");
        Expression whenTrue = conditional.child("consequence") == null ? condition : child(conditional, "consequence");
        return Folding.conditional(condition, whenTrue, child(conditional, "alternative"));
    }

    @Override
    public Expression statements(Syntax compound) {
        return expressions.unknown(compound);
    }

    @Override
    public Place compoundLiteral(Syntax literal) {
        Syntax type = literal.child("type");
        return cell("", type == null ? Type.UNKNOWN : expressions.reader().typeName(type), literal);
    }

    @Override
    public Place holder(Expression value, Syntax source) {
        return cell("", expressions.types().of(value), source);
    }

    @Override
    public Place undeclared(Syntax name) {
        return cell(name.text(), Type.UNKNOWN, name);
    }

    @Override
    public Place misspelt(Syntax name, Variable meant) {
        return new Place.Cell(meant);
    }

    private static Place cell(String name, Type type, Syntax source) {
        return new Place.Cell(new Variable(name, type, Variable.Kind.TEMPORARY, Set.of(), source.range()));
    }

    private Expression child(Syntax parent, String role) {
        Syntax child = parent.child(role);
        return child == null ? expressions.unknown(parent) : expressions.value(child);
    }
}
