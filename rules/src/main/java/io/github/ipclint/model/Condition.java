package io.github.ipclint.model;

import io.github.ipclint.ir.Expression;
import org.jspecify.annotations.Nullable;

/**
 * When an effect holds: {@code when(e)} needs it true, {@code unless(e)} false; three-valued, unknown means it may.
 *
 * @param always holds also when the call fails
 */
public record Condition(@Nullable Expression when, @Nullable Expression unless, boolean always) {
    public static final Condition ON_SUCCESS = new Condition(null, null, false);
}
