package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;

/**
 * Small functions that only look at what they are given and answer with a number, such as {@code int failed(int result) { return
 * result < 0; }}. What a branch learns from the answer it learns of the argument, so they are followed where a result is asked about.
 */
final class Predicates {
    /** More than this is a computation. */
    private static final int MAX_SIZE = 24;

    private Predicates() {}

    static boolean isPredicate(Function function) {
        return function.result() instanceof Type.Primitive
                && function.parameters().stream().anyMatch(Predicates::isAskedAbout)
                && function.cfg().blocks().stream().mapToInt(block -> block.instructions().size()).sum() <= MAX_SIZE
                && function.cfg().blocks().stream().flatMap(block -> block.instructions().stream())
                        .noneMatch(Instruction.Call.class::isInstance);
    }

    private static boolean isAskedAbout(Variable parameter) {
        return parameter.type() instanceof Type.Primitive || parameter.type() instanceof Type.Pointer;
    }
}
