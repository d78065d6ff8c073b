package io.github.ipclint.engine;

import org.jspecify.annotations.Nullable;

/**
 * One way in which a call, or a whole activation, returns.
 *
 * @param result what it returns
 * @param thrown type of the exception that it throws instead, null when it returns
 */
record CallOutcome(State state, Value result, @Nullable String thrown) {}
