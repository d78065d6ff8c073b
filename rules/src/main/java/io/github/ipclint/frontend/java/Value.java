package io.github.ipclint.frontend.java;

import io.github.ipclint.ir.Expression;

/** A lowered expression and its static type. */
record Value(Expression expression, JavaType type) {}
