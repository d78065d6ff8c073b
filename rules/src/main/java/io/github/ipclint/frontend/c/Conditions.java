package io.github.ipclint.frontend.c;

import io.github.ipclint.frontend.c.CfgBuilder.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.Type;
import org.jspecify.annotations.Nullable;

/** Lowers choices: conditions of statements, {@code &&}, {@code ||} and {@code ?:}. */
final class Conditions {
    private final Body body;

    Conditions(Body body) {
        this.body = body;
    }

    /** Leads to one of two blocks. Afterwards nothing is reached until a block is started. */
    void branch(@Nullable Syntax condition, Block whenTrue, Block whenFalse) {
        if (condition == null) {
            body.cfg().fork(new Expression.Unknown(""), SourceRange.NONE, whenTrue, whenFalse);
            return;
        }
        Syntax stripped = ExpressionLowering.strip(condition);
        Syntax transparent = Calls.transparentArgument(stripped);
        if (transparent != null) {
            branch(transparent, whenTrue, whenFalse);
            return;
        }
        switch (stripped.type() + " " + stripped.textOf("operator")) {
            case "unary_expression !" -> branch(stripped.child("argument"), whenFalse, whenTrue);
            case "binary_expression &&" -> both(stripped, whenTrue, whenFalse);
            case "binary_expression ||" -> either(stripped, whenTrue, whenFalse);
            case "comma_expression " -> {
                Syntax left = stripped.child("left");
                if (left != null) {
                    body.statements().effect(left);
                }
                branch(stripped.child("right"), whenTrue, whenFalse);
            }
            case "conditional_expression " -> choice(stripped, whenTrue, whenFalse);
            case "binary_expression ==" -> compared(stripped, true, whenTrue, whenFalse);
            case "binary_expression !=" -> compared(stripped, false, whenTrue, whenFalse);
            default -> onValue(stripped, whenTrue, whenFalse);
        }
    }

    private void both(Syntax binary, Block whenTrue, Block whenFalse) {
        Block next = body.cfg().block();
        branch(binary.child("left"), next, whenFalse);
        body.cfg().startAt(next);
        branch(binary.child("right"), whenTrue, whenFalse);
    }

    private void either(Syntax binary, Block whenTrue, Block whenFalse) {
        Block next = body.cfg().block();
        branch(binary.child("left"), whenTrue, next);
        body.cfg().startAt(next);
        branch(binary.child("right"), whenTrue, whenFalse);
    }

    /** {@code c ? a : b} as a condition: each arm decides by itself. */
    private void choice(Syntax conditional, Block whenTrue, Block whenFalse) {
        Syntax consequence = conditional.child("consequence");
        if (consequence == null || !needsFlow(conditional)) {
            onValue(conditional, whenTrue, whenFalse);
            return;
        }
        Block first = body.cfg().block();
        Block second = body.cfg().block();
        branch(conditional.child("condition"), first, second);
        body.cfg().startAt(first);
        branch(consequence, whenTrue, whenFalse);
        body.cfg().startAt(second);
        branch(conditional.child("alternative"), whenTrue, whenFalse);
    }

    /** {@code (c ? 1 : 0) != 0}, as macros write it, is {@code c}. */
    private void compared(Syntax comparison, boolean equal, Block whenTrue, Block whenFalse) {
        Syntax left = comparison.child("left") == null ? comparison : ExpressionLowering.strip(comparison.child("left"));
        Syntax transparent = Calls.transparentArgument(left);
        Syntax chosen = transparent == null ? left : ExpressionLowering.strip(transparent);
        if (chosen.is("conditional_expression") && constant(chosen.child("consequence")) instanceof Expression.Constant(long one)
                && constant(chosen.child("alternative")) instanceof Expression.Constant(long other)
                && constant(comparison.child("right")) instanceof Expression.Constant(long wanted)
                && (one == wanted) != (other == wanted)) {
            boolean straight = (one == wanted) == equal;
            branch(chosen.child("condition"), straight ? whenTrue : whenFalse, straight ? whenFalse : whenTrue);
        } else {
            onValue(comparison, whenTrue, whenFalse);
        }
    }

    private void onValue(Syntax condition, Block whenTrue, Block whenFalse) {
        Expression value = body.expressions().value(condition);
        if (value instanceof Expression.Constant(long constant)) {
            body.cfg().jump(constant != 0 ? whenTrue : whenFalse);
        } else if (value instanceof Expression.Text) {
            // As in assert(found && "must be there").
            body.cfg().jump(whenTrue);
        } else {
            body.cfg().fork(value, condition.range(), whenTrue, whenFalse);
        }
    }

    /** The value of {@code &&} or {@code ||}: 1 or 0, by control flow. */
    Expression truth(Syntax binary) {
        Expression constant = constant(binary);
        if (constant != null) {
            return constant;
        }
        Place result = body.temporary(Type.INT, binary.range());
        Block whenTrue = body.cfg().block();
        Block whenFalse = body.cfg().block();
        Block after = body.cfg().block();
        branch(binary, whenTrue, whenFalse);
        arm(whenTrue, after, () -> body.assign(result, new Expression.Constant(1), binary.range()));
        arm(whenFalse, after, () -> body.assign(result, new Expression.Constant(0), binary.range()));
        body.cfg().startAt(after);
        return new Expression.Read(result);
    }

    private @Nullable Expression constant(@Nullable Syntax expression) {
        if (expression == null || expression.hasEffects()) {
            return null;
        }
        Expression value = ExpressionLowering.unevaluated(body.names()).value(expression);
        return value instanceof Expression.Constant ? value : null;
    }

    /** Whether {@code c ? a : b} needs control flow. */
    static boolean needsFlow(Syntax conditional) {
        Syntax decides = conditional.child("consequence") == null ? conditional.child("condition") : conditional.child("consequence");
        Syntax other = conditional.child("alternative");
        return conditional.hasLogic() || (decides != null && decides.hasEffects()) || (other != null && other.hasEffects());
    }

    /** The value of {@code c ? a : b}. */
    Expression choice(Syntax conditional) {
        if (needsFlow(conditional)) {
            Type type = body.types().of(ExpressionLowering.unevaluated(body.names()).value(conditional));
            Place result = body.temporary(type, conditional.range());
            choose(conditional, result);
            return body.expressions().read(result);
        }
        Expression tested = body.expressions().child(conditional, "condition");
        Expression whenTrue = conditional.child("consequence") == null ? tested : body.expressions().child(conditional, "consequence");
        return Folding.conditional(tested, whenTrue, body.expressions().child(conditional, "alternative"));
    }

    /** Gives a place the value of {@code c ? a : b}, by control flow. */
    void choose(Syntax conditional, Place result) {
        Syntax condition = conditional.child("condition");
        Syntax whenTrue = conditional.child("consequence");
        Syntax whenFalse = conditional.child("alternative");
        if (condition == null || whenFalse == null) {
            body.assign(result, body.expressions().unknown(conditional), conditional.range());
        } else if (whenTrue == null) {
            elvis(condition, whenFalse, result);
        } else {
            Block first = body.cfg().block();
            Block second = body.cfg().block();
            Block after = body.cfg().block();
            branch(condition, first, second);
            arm(first, after, () -> body.assignments().set(result, whenTrue, whenTrue));
            arm(second, after, () -> body.assignments().set(result, whenFalse, whenFalse));
            body.cfg().startAt(after);
        }
    }

    /** {@code a ?: b} (a GNU extension): the condition is evaluated once. */
    private void elvis(Syntax condition, Syntax whenFalse, Place result) {
        Block after = body.cfg().block();
        Block otherwise = body.cfg().block();
        body.assignments().set(result, condition, condition);
        body.cfg().fork(body.expressions().read(result), condition.range(), after, otherwise);
        arm(otherwise, after, () -> body.assignments().set(result, whenFalse, whenFalse));
        body.cfg().startAt(after);
    }

    private void arm(Block start, Block after, Runnable lowering) {
        body.cfg().startAt(start);
        lowering.run();
        body.cfg().jump(after);
    }

    static boolean isLogical(Syntax binary) {
        String operator = binary.textOf("operator");
        return operator.equals("&&") || operator.equals("||");
    }

    /** Lowers {@code &&}, {@code ||} or {@code ?:} as a statement: only the effects count. */
    void effect(Syntax expression) {
        Block after = body.cfg().block();
        Block first = body.cfg().block();
        Block second = body.cfg().block();
        if (expression.is("conditional_expression")) {
            branch(expression.child("condition"), first, second);
            arm(first, after, () -> effectOf(expression.child("consequence")));
            arm(second, after, () -> effectOf(expression.child("alternative")));
        } else {
            boolean and = expression.textOf("operator").equals("&&");
            branch(expression.child("left"), and ? first : after, and ? after : first);
            arm(first, after, () -> effectOf(expression.child("right")));
        }
        body.cfg().startAt(after);
    }

    private void effectOf(@Nullable Syntax expression) {
        if (expression != null) {
            body.statements().effect(expression);
        }
    }
}
