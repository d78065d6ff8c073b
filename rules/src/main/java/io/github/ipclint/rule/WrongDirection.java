package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.model.Effect.Need;
import io.github.ipclint.model.HandleKind;

/** What the rules on data that goes the wrong way have in common. */
final class WrongDirection {
    private WrongDirection() {}

    /** Whether the call reads what only writes, or writes what only reads. */
    static boolean isUse(Event.Used used) {
        HandleState handle = used.handle();
        if (handle == null || !handle.isOpen()) {
            return false;
        }
        return (used.needs().contains(Need.READABLE) && handle.access() == HandleState.Access.WRITE)
                || (used.needs().contains(Need.WRITABLE) && handle.access() == HandleState.Access.READ);
    }

    /** Whether the handle is one end of a pipe, which has a direction of its own. */
    static boolean isPipeEnd(HandleState handle) {
        return handle.kind().equals(HandleKind.PIPE_READ_END.word()) || handle.kind().equals(HandleKind.PIPE_WRITE_END.word());
    }
}
