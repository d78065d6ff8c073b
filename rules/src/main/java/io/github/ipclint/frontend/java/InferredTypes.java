package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.expr.Expression;

/** Types that need inference over a whole expression, such as those of lambda parameters in a stream. */
interface InferredTypes {
    InferredTypes NONE = expression -> JavaType.UNKNOWN;

    /** The static type, unknown when it cannot be found. */
    JavaType of(Expression expression);
}
