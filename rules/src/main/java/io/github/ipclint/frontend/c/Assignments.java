package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import org.jspecify.annotations.Nullable;

/** Lowers assignments, increments and decrements. */
final class Assignments {
    private final Body body;

    Assignments(Body body) {
        this.body = body;
    }

    /** Lowers an assignment; the place that was assigned. */
    Place assign(Syntax assignment) {
        Syntax left = assignment.child("left");
        Syntax right = assignment.child("right");
        if (left == null || right == null) {
            return body.hold(body.expressions().unknown(assignment), Type.UNKNOWN, assignment.range());
        }
        Place place = body.expressions().place(left);
        String symbol = assignment.textOf("operator");
        BinaryOperator operator = ExpressionLowering.operator(symbol.substring(0, symbol.length() - 1));
        if (operator == null) {
            set(place, right, assignment);
        } else {
            Expression value = body.expressions().value(right);
            body.assign(place, body.expressions().combine(operator, body.expressions().read(place), value), assignment.range());
        }
        return place;
    }

    /** Gives a place the value of an expression; the result of a call goes there directly. */
    void set(Place place, Syntax value, Syntax source) {
        Syntax call = body.calls().callIn(value);
        Syntax stripped = ExpressionLowering.strip(value);
        if (call != null) {
            body.calls().into(call, place);
        } else if (stripped.is("conditional_expression") && Conditions.needsFlow(stripped)) {
            body.conditions().choose(stripped, place);
        } else {
            body.assign(place, body.expressions().value(value), source.range());
        }
    }

    /** Lowers an increment or decrement whose value is used. */
    Expression update(Syntax update) {
        Syntax operand = update.child("argument");
        if (operand == null) {
            return body.expressions().unknown(update);
        }
        Place place = body.expressions().place(operand);
        Syntax operator = update.child("operator");
        boolean prefix = operator != null && operator.start() < operand.start();
        if (prefix) {
            step(place, update, operator);
            return body.expressions().read(place);
        }
        Place before = body.hold(body.expressions().read(place), body.types().of(place), update.range());
        step(place, update, operator);
        return body.expressions().read(before);
    }

    /** Lowers an increment or decrement as a statement. */
    void updateOnly(Syntax update) {
        Syntax operand = update.child("argument");
        if (operand != null) {
            step(body.expressions().place(operand), update, update.child("operator"));
        }
    }

    private void step(Place place, Syntax update, @Nullable Syntax operator) {
        BinaryOperator step = operator != null && operator.text().equals("--") ? BinaryOperator.SUBTRACT : BinaryOperator.ADD;
        body.assign(place, Folding.binary(step, body.expressions().read(place), new Expression.Constant(1)), update.range());
    }
}
