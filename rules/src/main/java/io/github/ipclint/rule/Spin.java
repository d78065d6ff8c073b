package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Event.Repeated;
import io.github.ipclint.engine.Event.Repetition;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.HandleState.Access;
import io.github.ipclint.engine.KernelObject;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.model.HandleKind;
import io.github.ipclint.topology.Channel;
import io.github.ipclint.topology.Node;
import io.github.ipclint.topology.SystemGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that one process makes again and again with the same outcome: the common ground of the rules on loops that spin.
 *
 * @param fifo the FIFO that it reads, null when it reads something else
 */
record Spin(Repeated event, @Nullable Channel fifo) {
    /** One per call, end of file before failure; those that cannot happen, because the process itself can still write, left out. */
    static List<Spin> in(Exploration program, SystemGraph system) {
        Map<Site, Spin> bySite = new LinkedHashMap<>();
        for (Repeated event : program.log().all(Repeated.class)) {
            if (event.repetition() == Repetition.END_OF_FILE && holdsWriter(program, event)) {
                continue;
            }
            Spin spin = new Spin(event, fifo(program, event, system));
            bySite.merge(event.site(), spin, (one, other) -> one.event.repetition().compareTo(other.event.repetition()) <= 0 ? one : other);
        }
        return new ArrayList<>(bySite.values());
    }

    boolean isEndOfFile() {
        return event.repetition() == Repetition.END_OF_FILE;
    }

    /** Whether it reads the end of a FIFO as if it were "nothing yet". */
    boolean isOnFifo() {
        return isEndOfFile() && fifo != null;
    }

    private static @Nullable Channel fifo(Exploration program, Repeated event, SystemGraph system) {
        HandleState handle = event.handle();
        if (handle == null || handle.object() == null || handle.access() != Access.READ) {
            return null;
        }
        Channel channel = system.channel(program, handle.object());
        return channel != null && channel.node() == Node.FIFO ? channel : null;
    }

    /** On every path to the call the process holds, or may hold, an end that keeps end of file away. */
    private static boolean holdsWriter(Exploration program, Repeated event) {
        HandleState read = event.handle();
        if (read == null) {
            return false;
        }
        List<Event.Called> calls = program.log().all(Event.Called.class).stream()
                .filter(call -> call.site() == event.site() && call.process() == event.process())
                .toList();
        // What has been lost is open all the same; where a call had failed, the path leads elsewhere.
        return program.log().all(Event.Lost.class).stream()
                .anyMatch(lost -> lost.failure() == null && lost.process() == event.process() && keepsOpen(lost.handle(), read))
                || !calls.isEmpty()
                        && calls.stream().allMatch(call -> call.table().values().stream().anyMatch(held -> keepsOpen(held, read)));
    }

    private static boolean keepsOpen(HandleState held, HandleState read) {
        boolean writes =
                held.access() == Access.WRITE || held.access() == Access.BOTH || held.kind().equals(HandleKind.PIPE_WRITE_END.word());
        return !held.isClosed() && writes && (isSameObject(held.object(), read.object()) || isSamePipe(held, read));
    }

    private static boolean isSameObject(@Nullable KernelObject one, @Nullable KernelObject other) {
        return one != null && one.equals(other);
    }

    private static boolean isSamePipe(HandleState writeEnd, HandleState readEnd) {
        return writeEnd.kind().equals(HandleKind.PIPE_WRITE_END.word()) && readEnd.kind().equals(HandleKind.PIPE_READ_END.word())
                && writeEnd.origin() instanceof Symbol.Delivered(Site site, String ignored, int copy)
                && readEnd.origin() instanceof Symbol.Delivered(Site other, String role, int otherCopy)
                && site == other && copy == otherCopy;
    }
}
