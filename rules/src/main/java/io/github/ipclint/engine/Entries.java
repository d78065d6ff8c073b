package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Type;

/** Functions that end the process when they return as {@code main} does: entries of commands that one program holds, and tests. */
final class Entries {
    private static final String SUFFIX = "_main";
    private static final String PREFIX = "cmd_";

    private Entries() {}

    /** Whether it is called, looks and ends as {@code main} does: the process ends when it returns, or soon after. */
    static boolean isEntry(Function function) {
        return function.is(Function.Mark.TEST) || isCommand(function);
    }

    private static boolean isCommand(Function function) {
        return (function.name().endsWith(SUFFIX) || function.name().startsWith(PREFIX))
                && function.result().equals(Type.INT)
                && function.parameters().size() >= 2
                && function.parameters().getFirst().type().equals(Type.INT)
                && function.parameters().get(1).type() instanceof Type.Pointer(Type.Pointer(Type text)) && text.equals(Type.CHAR);
    }
}
