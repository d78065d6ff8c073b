package io.github.ipclint.engine;

import io.github.ipclint.model.Effect.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * A kernel object as far as a program names it.
 *
 * @param name folded key, name, path or port; may contain {@link Value.Text#HOLE}, and is nothing else where nothing folds; null for
 *     objects that have no name (IPC_PRIVATE, anonymous memory)
 * @param identity the handle that stands for it where the name does not; null for both when not even that is known
 */
public record KernelObject(Namespace namespace, @Nullable String name, @Nullable Symbol identity) {
    /** Equal in every run, so that the order of maps is too. */
    @Override
    public int hashCode() {
        return (namespace.name().hashCode() * 31 + (name == null ? 0 : name.hashCode())) * 31
                + (identity == null ? 0 : identity.hashCode());
    }

    /** Whether two programs that give this name mean one object. */
    public boolean isNamed() {
        return name != null && name.indexOf(Value.Text.HOLE) < 0;
    }
}
