package io.github.ipclint.rule;

import io.github.ipclint.ir.Type;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.HandleKind;
import java.util.List;

/** How much there is to fear from a call in a signal handler that POSIX does not list as safe. */
final class HandlerRisk {
    private HandlerRisk() {}

    /**
     * Whether no system is known where it does harm: it has no lock and no buffer that could be half-way changed, or it is the end, of
     * a program that has found a mistake in itself.
     */
    static boolean isSmall(FunctionModel model) {
        return isSystemCall(model) || formatsForItself(model) || aborts(model) || isComparison(model);
    }

    /** It makes a number of numbers, without memory of its own or of others; and nothing else that a model tells. */
    private static boolean isComparison(FunctionModel model) {
        return model.effects().isEmpty() && !model.parameters().isEmpty() && model.result().type() instanceof Type.Primitive
                && model.parameters().stream().noneMatch(parameter -> parameter.type() instanceof Type.Pointer);
    }

    private static boolean aborts(FunctionModel model) {
        return model.all(Effect.EndsProcess.class).stream().anyMatch(end -> end.ending() == Effect.Ending.ABORT);
    }

    /** Whether the library only hands it to the kernel: it makes, or is given the number of, a kernel object, and no stream or format. */
    static boolean isLeftToKernel(FunctionModel model) {
        List<Effect.Acquires> made = model.all(Effect.Acquires.class);
        boolean numbered = !model.parameters().isEmpty() && !(model.parameters().getFirst().type() instanceof Type.Pointer);
        return made.isEmpty()
                ? numbered && model.has(Effect.Uses.class) && !model.has(Effect.Formats.class)
                : made.stream().allMatch(object -> isNumber(object.kind()));
    }

    private static boolean isNumber(String kind) {
        return HandleKind.of(kind).map(known -> known.isDescriptor() || known.isIdentifier()).orElse(false);
    }

    /** Nothing but a system call on a kernel object. */
    private static boolean isSystemCall(FunctionModel model) {
        return model.effects().stream().anyMatch(effect -> switch (effect) {
            case Effect.Removes ignored -> true;
            case Effect.Unmaps ignored -> true;
            case Effect.Maps ignored -> true;
            case Effect.Releases(var slot, String kind, var condition) ->
                    kind != null && isNumber(kind);
            default -> false;
        });
    }

    /** Like snprintf and dprintf: into memory of the caller or through a descriptor, past the streams. */
    private static boolean formatsForItself(FunctionModel model) {
        return model.has(Effect.Formats.class) && !model.takesStream()
                && (model.has(Effect.FillsMemory.class) || model.has(Effect.Transfers.class));
    }
}
