package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;

/** What becomes of expressions that do more than give a value. Each method gives the value that is left. */
interface Effects {
    Expression call(Syntax call);

    Expression assignment(Syntax assignment);

    /** {@code i++} and its like. */
    Expression update(Syntax update);

    Expression comma(Syntax comma);

    /** {@code &&} and {@code ||}. */
    Expression logical(Syntax binary);

    Expression conditional(Syntax conditional);

    /** {@code ({ … })}. */
    Expression statements(Syntax compound);

    /** {@code (T) { … }}. */
    Place compoundLiteral(Syntax literal);

    /** A cell that holds a value which has no address in C. */
    Place holder(Expression value, Syntax source);

    /** The variable behind a name that nothing declares but that is used as one. */
    Place undeclared(Syntax name);

    /** The variable that a name stands for which is nearly its name. */
    Place misspelt(Syntax name, Variable meant);
}
