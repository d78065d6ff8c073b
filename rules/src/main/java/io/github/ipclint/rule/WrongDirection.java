package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.HandleState.Access;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.model.Effect.Need;
import io.github.ipclint.model.HandleKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the rules on data that goes the wrong way have in common. */
final class WrongDirection {
    private WrongDirection() {}

    /**
     * Calls that read what only writes, or write what only reads. A place that the same process also comes to with the right end of the same
     * pipe chooses between them, and is not blamed for a choice that nobody has followed.
     */
    static List<Event.Used> in(Exploration exploration) {
        List<Event.Used> uses = exploration.log().all(Event.Used.class);
        Set<List<Object>> right = new HashSet<>();
        uses.stream().filter(WrongDirection::isRight).forEach(used -> right.add(choice(used)));
        return uses.stream()
                .filter(used -> isWrong(used) && !right.contains(choice(used)))
                .toList();
    }

    /** The place, what it needs, and the call that made both ends. */
    private static List<Object> choice(Event.Used used) {
        Object made = used.handle() != null && used.handle().origin() instanceof Symbol.Delivered(Site site, String role, int copy) ? site
                : used;
        return List.of(used.site(), used.process(), used.needs(), made);
    }

    private static boolean isWrong(Event.Used used) {
        HandleState handle = used.handle();
        return handle != null && handle.isOpen()
                && ((used.needs().contains(Need.READABLE) && handle.access() == Access.WRITE)
                        || (used.needs().contains(Need.WRITABLE) && handle.access() == Access.READ));
    }

    private static boolean isRight(Event.Used used) {
        HandleState handle = used.handle();
        return handle != null && handle.isOpen() && handle.access() != Access.UNKNOWN && !isWrong(used);
    }

    /** Whether the handle is one end of a pipe, which has a direction of its own. */
    static boolean isPipeEnd(HandleState handle) {
        return handle.kind().equals(HandleKind.PIPE_READ_END.word()) || handle.kind().equals(HandleKind.PIPE_WRITE_END.word());
    }
}
