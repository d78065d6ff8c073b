package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.model.HandleKind;

/** What the rules on closed descriptors have in common. */
final class ClosedHandles {
    private ClosedHandles() {}

    /** Whether the event concerns a descriptor or stream that the process has closed. Memory and kernel objects have rules of their own. */
    static boolean isUse(Event.Used used) {
        HandleState handle = used.handle();
        return handle != null && handle.isClosed() && handle.releasedAt() != null
                && HandleKind.of(handle.kind()).map(HandleKind::holdsDescriptor).orElse(false);
    }
}
