package io.github.ipclint.rule;

import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.HandleKind;

/** How much there is to fear from a call in a signal handler that POSIX does not list as safe. */
final class HandlerRisk {
    private HandlerRisk() {}

    /** Whether no system is known where it does harm: it has no lock and no buffer that could be half-way changed. */
    static boolean isSmall(FunctionModel model) {
        return isSystemCall(model) || formatsForItself(model);
    }

    /** Nothing but a system call on a kernel object. */
    private static boolean isSystemCall(FunctionModel model) {
        return model.effects().stream().anyMatch(effect -> switch (effect) {
            case Effect.Removes ignored -> true;
            case Effect.Unmaps ignored -> true;
            case Effect.Maps ignored -> true;
            case Effect.Releases(var slot, String kind, var condition) ->
                    kind != null && HandleKind.of(kind).map(known -> known.isDescriptor() || known.isIdentifier()).orElse(false);
            default -> false;
        });
    }

    /** Like snprintf and dprintf: into memory of the caller or through a descriptor, past the streams. */
    private static boolean formatsForItself(FunctionModel model) {
        return model.has(Effect.Formats.class) && !model.takesStream()
                && (model.has(Effect.FillsMemory.class) || model.has(Effect.Transfers.class));
    }
}
