package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Fact;
import io.github.ipclint.model.Effect.Need;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.HandleKind;
import io.github.ipclint.model.Models;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A socket goes through new, bound, listening or connected; a call comes in a phase that does not allow it. */
final class SocketWrongPhase implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "socket-wrong-phase",
            Level.ERROR,
            List.of("C"),
            "bind, listen, accept, connect or a transfer comes out of order: the call always fails",
            List.of("CWE-666"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            for (Event.Used used : exploration.log().all(Event.Used.class)) {
                HandleState handle = used.handle();
                if (handle == null || !handle.isOpen() || used.release()) {
                    continue;
                }
                String reason = reason(handle, used.needs(), givesName(used, context.models()));
                Site before = CheckedCalls.neededBy(used);
                if (reason != null && used.failed() != null) {
                    // To go on after a failure is the mistake, and the call that failed its place.
                    continue;
                } else if (reason != null) {
                    report(used, handle, reason, findings);
                } else if (before != null && new CheckedCalls(exploration, context).isIgnoredByMistake(before)) {
                    reportUnconfirmed(used, handle, before, findings);
                }
            }
        }
    }

    /** The failed call that the path goes on after, null where there is none; to connect in the background fails with EINPROGRESS at first. */
    static @Nullable Site passedOver(Event.Used used) {
        HandleState handle = used.handle();
        return handle != null && handle.isOpen() && !used.release() && used.failed() != null && !handle.is(Fact.NONBLOCKING)
                && reason(handle, used.needs(), false) != null ? used.failed() : null;
    }

    /** Why the phase is wrong, null when it is right or not known. */
    private static @Nullable String reason(HandleState handle, Set<Need> needs, boolean givesName) {
        boolean datagram = handle.is(Fact.DATAGRAM);
        boolean known = handle.acquiredAt() != null && handle.kind().equals(HandleKind.SOCKET.word()) && !handle.escaped();
        boolean stream = handle.is(Fact.STREAM) && !datagram;
        boolean fresh = known && !handle.is(Fact.BOUND) && !handle.is(Fact.CONNECTED) && !handle.is(Fact.LISTENING);
        if (needs.contains(Need.UNCONNECTED) || givesName) {
            return handle.is(Fact.LISTENING) ? "is listening already"
                    : handle.is(Fact.CONNECTED) && stream ? "is connected already"
                            : givesName && handle.is(Fact.BOUND) ? "is bound already" : null;
        }
        if (needs.contains(Need.LISTENING)) {
            return handle.is(Fact.CONNECTED) ? "is connected, not listening"
                    : !datagram && handle.refusesConnections() ? "is not listening yet" : null;
        }
        if (needs.contains(Need.BOUND)) {
            return handle.is(Fact.CONNECTED) && !datagram ? "is connected already"
                    : fresh && !datagram ? "has not been bound to an address" : null;
        }
        if (needs.contains(Need.READABLE) || needs.contains(Need.WRITABLE)) {
            return handle.is(Fact.LISTENING) ? "is listening; the connection is what accept returns"
                    : stream && known && !handle.is(Fact.CONNECTED) ? "is not connected" : null;
        }
        return null;
    }

    /** Whether the call binds its socket to an address. */
    private static boolean givesName(Event.Used used, Models models) {
        FunctionModel model = used.site().instruction() instanceof Call call ? models.of(call.target()) : null;
        return model != null && used.needs().contains(Need.UNCONNECTED)
                && model.all(Effect.Becomes.class).stream().anyMatch(becomes -> becomes.facts().contains(Fact.BOUND));
    }

    private static void report(Event.Used used, HandleState handle, String reason, FindingSink findings) {
        String name = Naming.handle(used.symbol(), handle);
        findings.report(
                Story.of(INFO)
                        .acquired(handle, name, used.process())
                        .step(used.site(), name + " " + reason, Meaning.USE, used.process())
                        .at(used, Level.ERROR,
                                "'" + Naming.called(used.site()) + "' comes in the wrong phase: " + name + " " + reason));
    }

    /** To listen without an address is no failure on the Internet: the system chooses a port that no client knows. */
    private static void reportUnconfirmed(Event.Used used, HandleState handle, Site before, FindingSink findings) {
        String name = Naming.handle(used.symbol(), handle);
        String earlier = "'" + Naming.called(before) + "'";
        findings.report(
                Story.of(INFO)
                        .acquired(handle, name, used.process())
                        .step(before, earlier + " may fail here, and nobody looks", Meaning.BRANCH, used.process())
                        .step(used.site(), name + " may have no address here", Meaning.USE, used.process())
                        .at(used, Level.WARNING,
                                "'" + Naming.called(used.site()) + "' comes in the wrong phase when " + earlier + " at line "
                                        + before.at().line() + " has failed, which nobody looks at: " + name + " has no address then"));
    }
}
