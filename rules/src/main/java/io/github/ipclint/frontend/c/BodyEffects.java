package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.TranslationUnit.Problem;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;

/** Effects of expressions that are evaluated: they become instructions and edges. */
final class BodyEffects implements Effects {
    private final Body body;

    BodyEffects(Body body) {
        this.body = body;
    }

    @Override
    public Expression call(Syntax call) {
        return body.calls().value(call);
    }

    @Override
    public Expression assignment(Syntax assignment) {
        return body.expressions().read(body.assignments().assign(assignment));
    }

    @Override
    public Expression update(Syntax update) {
        return body.assignments().update(update);
    }

    @Override
    public Expression comma(Syntax comma) {
        Syntax left = comma.child("left");
        if (left != null) {
            body.statements().effect(left);
        }
        return body.expressions().child(comma, "right");
    }

    @Override
    public Expression logical(Syntax binary) {
        return body.conditions().truth(binary);
    }

    @Override
    public Expression conditional(Syntax conditional) {
        return body.conditions().choice(conditional);
    }

    @Override
    public Expression statements(Syntax compound) {
        return body.statements().value(compound);
    }

    @Override
    public Place compoundLiteral(Syntax literal) {
        Syntax descriptor = literal.child("type");
        Syntax value = literal.child("value");
        Type type = descriptor == null ? Type.UNKNOWN : body.types().complete(body.expressions().reader().typeName(descriptor));
        Place place = body.temporary(value == null ? type : body.initializers().sized(type, value), literal.range());
        if (value != null) {
            body.initializers().initialize(place, value);
        }
        return place;
    }

    @Override
    public Place holder(Expression value, Syntax source) {
        return value instanceof Expression.Read(Place place) ? place : body.hold(value, body.types().of(value), source.range());
    }

    @Override
    public Place undeclared(Syntax name) {
        return new Place.Cell(body.unit().undeclared(name.text(), name.range()));
    }

    @Override
    public Place misspelt(Syntax name, Variable meant) {
        body.unit().problem(new Problem(name.range(), "nothing declares '" + name.text() + "'; taken for '" + meant.name() + "'"));
        return new Place.Cell(meant);
    }
}
