package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Type;

/** What functions do, or find, that somebody else than the program calls: entries of commands that one program holds, tests, handlers. */
final class Entries {
    private static final String SUFFIX = "_main";
    private static final String PREFIX = "cmd_";

    private Entries() {}

    /** Whether it is called, looks and ends as {@code main} does: the process ends when it returns, or soon after. */
    static boolean isEntry(Function function) {
        return function.is(Function.Mark.TEST) || isCommand(function);
    }

    /** A handler gets the number of some signal, which is positive (POSIX.1-2024, signal.h). */
    static void giveSignal(Function handler, CallPath path, State state) {
        if (!handler.parameters().isEmpty()) {
            Location cell = new Location.Cell(handler.parameters().getFirst(), path);
            Symbol signal = new Symbol.Initial(cell);
            state.memory.put(cell, Value.of(signal));
            state.ranges.put(signal, Range.of(1, Long.MAX_VALUE));
        }
    }

    private static boolean isCommand(Function function) {
        return (function.name().endsWith(SUFFIX) || function.name().startsWith(PREFIX))
                && function.result().equals(Type.INT)
                && function.parameters().size() >= 2
                && function.parameters().getFirst().type().equals(Type.INT)
                && function.parameters().get(1).type() instanceof Type.Pointer(Type.Pointer(Type text)) && text.equals(Type.CHAR);
    }
}
