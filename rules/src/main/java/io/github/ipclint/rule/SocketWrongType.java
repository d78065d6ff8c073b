package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.model.Effect.Fact;
import io.github.ipclint.model.Effect.Need;
import io.github.ipclint.model.HandleKind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A call that only stream sockets, only datagram sockets or only sockets know gets something else. */
final class SocketWrongType implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "socket-wrong-type",
            Level.ERROR,
            List.of("C"),
            "a socket call is made on a descriptor of a type that does not have it: it always fails",
            List.of("CWE-666"));

    /** Kinds that are sockets, or may be: a descriptor that came from outside. */
    private static final Set<HandleKind> SOCKETS =
            Set.of(HandleKind.SOCKET, HandleKind.CONNECTION, HandleKind.SOCKET_END, HandleKind.DESCRIPTOR);

    /** What the handle may be of the wrong one of. */
    private static final Set<Need> TYPES = Set.of(Need.SOCKET, Need.STREAM, Need.DATAGRAM);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            List<Event.Used> uses = exploration.log().all(Event.Used.class).stream()
                    .filter(used -> !Collections.disjoint(used.needs(), TYPES) && used.handle() != null && used.handle().isOpen())
                    .toList();
            // Where another path of the program comes with a handle that will do, something beside the descriptor says which call is right.
            Set<SourceRange> rightAtTimes =
                    uses.stream().filter(used -> mismatch(used) == null).map(used -> used.site().at()).collect(Collectors.toSet());
            for (Event.Used used : uses) {
                HandleState handle = used.handle();
                String mismatch = mismatch(used);
                if (handle != null && mismatch != null && !rightAtTimes.contains(used.site().at())) {
                    report(used, handle, mismatch, findings);
                }
            }
        }
    }

    private static @Nullable String mismatch(Event.Used used) {
        return used.handle() == null ? null : mismatch(used.handle(), used.needs());
    }

    /** What the handle is and what it should be, null when it will do. */
    private static @Nullable String mismatch(HandleState handle, Set<Need> needs) {
        Optional<HandleKind> kind = HandleKind.of(handle.kind());
        if (needs.contains(Need.SOCKET) && kind.isPresent() && kind.get().isDescriptor() && !SOCKETS.contains(kind.get())) {
            return "is no socket";
        }
        if (needs.contains(Need.STREAM) && handle.is(Fact.DATAGRAM) && !handle.is(Fact.STREAM)) {
            return "is a datagram socket, which has no connections to wait for";
        }
        if (needs.contains(Need.DATAGRAM) && handle.is(Fact.STREAM) && !handle.is(Fact.DATAGRAM)) {
            return "is a stream socket, which has no datagrams";
        }
        return null;
    }

    private static void report(Event.Used used, HandleState handle, String mismatch, FindingSink findings) {
        String name = Naming.handle(used.symbol(), handle);
        findings.report(
                Story.of(INFO)
                        .acquired(handle, name, used.process())
                        .step(used.site(), name + " " + mismatch, Meaning.USE, used.process())
                        .at(used, Level.ERROR, "'" + Naming.called(used.site()) + "' always fails: " + name + " " + mismatch));
    }
}
