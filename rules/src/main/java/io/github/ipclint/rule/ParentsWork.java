package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.engine.Value;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import org.jspecify.annotations.Nullable;

/** Calls that one process is meant to make, and a child that falls through makes a second time. */
final class ParentsWork {
    private ParentsWork() {}

    /** Whether it matters that a child makes this call as well; on the way out of a failure only what others notice does. */
    static boolean matters(Event.Called called) {
        FunctionModel model = called.model();
        if (model.has(Effect.Forks.class) || model.has(Effect.Removes.class)) {
            return true;
        }
        if (model.has(Effect.Waits.class)) {
            // One that has forked by now waits for children of its own.
            return called.children().isEmpty();
        }
        return !called.afterFailure() && isForParent(called, model);
    }

    private static boolean isForParent(Event.Called called, FunctionModel model) {
        return model.has(Effect.Execs.class) || acceptsConnections(model) || blocksOnIpc(called);
    }

    private static boolean acceptsConnections(FunctionModel model) {
        return model.all(Effect.Acquires.class).stream().anyMatch(acquires -> acquires.kind().equals("connection"));
    }

    /** Waits on something that processes share: not on the terminal, not on a file. */
    private static boolean blocksOnIpc(Event.Called called) {
        boolean blocks = called.model().all(Effect.Blocks.class).stream().anyMatch(effect -> effect.reason() == Effect.BlockReason.SLOT);
        return blocks
                && called.model().has(Effect.Transfers.class)
                && called.arguments().stream().anyMatch(
                        argument -> argument instanceof Value.Symbolic(Symbol symbol, long ignored) && isIpc(called.table().get(symbol)));
    }

    private static boolean isIpc(@Nullable HandleState handle) {
        return handle != null && switch (handle.kind()) {
            case "pipe_read_end", "pipe_write_end", "socket", "connection", "socket_end", "mq", "sysv_msg", "sysv_sem" -> true;
            default -> false;
        };
    }

    /** What it comes to that the child makes the call too. */
    static String consequence(FunctionModel model) {
        if (model.has(Effect.Forks.class)) {
            return "forks children of its own here";
        }
        if (model.has(Effect.Waits.class)) {
            return "waits here for children that it does not have";
        }
        if (model.has(Effect.Execs.class)) {
            return "becomes its parent's program here";
        }
        if (model.has(Effect.Removes.class)) {
            return "removes here what its parent still uses";
        }
        return acceptsConnections(model) ? "takes connections meant for its parent" : "takes part here in its parent's communication";
    }
}
