package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Need;
import io.github.ipclint.model.HandleKind;
import io.github.ipclint.topology.Reachability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules on closed descriptors have in common: a mistake is one close too early, and all that comes after it. */
final class ClosedHandles {
    /** What is made at one place is closed at another, in whatever process and on whatever way to the function that closes and uses it. */
    private record Closing(SourceRange at, @Nullable SourceRange made, @Nullable Symbol symbol, @Nullable Function common) {}

    private ClosedHandles() {}

    /** The others of these uses, one for each place in the source. */
    static List<Event.Used> elsewhere(Event.Used first, List<Event.Used> uses) {
        Set<SourceRange> told = new HashSet<>(Set.of(first.site().at()));
        return uses.stream().filter(use -> told.add(use.site().at())).toList();
    }

    /** Per mistake the uses and further closes of the handle, in the order of exploration. */
    static Collection<List<Event.Used>> mistakes(Exploration exploration) {
        Map<Closing, List<Event.Used>> mistakes = new LinkedHashMap<>();
        for (Event.Used used : exploration.log().all(Event.Used.class)) {
            Site closed = closedAt(used);
            if (closed != null && !isInParentsCode(used, exploration)) {
                Site made = used.handle() == null ? null : used.handle().acquiredAt();
                Closing closing = new Closing(closed.at(), made == null ? null : made.at(), made == null ? used.symbol() : null,
                        Reachability.commonFunction(closed, used.site()));
                mistakes.computeIfAbsent(closing, key -> new ArrayList<>()).add(used);
            }
        }
        return mistakes.values();
    }

    /**
     * A child whose exec has failed, or that forks where its parent did, and that has gone on into its parent's code: that is the mistake,
     * whatever it finds closed there.
     */
    private static boolean isInParentsCode(Event.Used used, Exploration exploration) {
        ProcessInstance child = used.process();
        if (child.repeatsForebear()) {
            return true;
        }
        return child.role() == ProcessInstance.Role.CHILD
                && exploration.log().all(Event.Called.class).stream()
                        .anyMatch(called -> called.process() == child && called.model().has(Effect.Execs.class))
                && exploration.log().all(Event.Called.class).stream()
                        .anyMatch(
                                called -> called.site() == used.site() && called.process() == child.parent()
                                        && called.children().contains(child));
    }

    /** Where the descriptor or stream was closed, null where it is open. Memory and kernel objects have rules of their own. */
    static @Nullable Site closedAt(Event.Used used) {
        HandleState handle = used.handle();
        boolean onlyNumber = used.needs().equals(Set.of(Need.SELECTABLE));
        return handle != null && handle.isClosed() && !onlyNumber && holdsDescriptor(handle) ? handle.releasedAt() : null;
    }

    private static boolean holdsDescriptor(HandleState handle) {
        return HandleKind.of(handle.kind()).map(HandleKind::holdsDescriptor).orElse(false);
    }
}
