package io.github.ipclint.rule;

import io.github.ipclint.engine.Event.Transferred;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ResultLog.Result;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Transfers;
import io.github.ipclint.model.HandleKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads of Java whose result says how much of a buffer is new, and whether there will be more; failures throw. */
final class ReadCounts {
    /** What another process writes to, at its own pace. */
    private static final Set<String> PEERS = Set.of(
            HandleKind.JAVA_SOCKET.word(), HandleKind.JAVA_PROCESS_OUTPUT.word(), HandleKind.JAVA_PROCESS_ERROR.word(),
            HandleKind.JAVA_PIPED.word());

    private ReadCounts() {}

    /** Whether the count may be ignored: what fills the buffer is no peer, or nobody looks into the buffer afterwards. */
    static boolean isOfNoConsequence(Result result, Exploration exploration) {
        Transfers counted = counted(result);
        return counted != null && (!isFromPeer(result, exploration) || !isReadLater(result, counted));
    }

    /** The transfer into a buffer that reports its end by the result. */
    static @Nullable Transfers counted(Result result) {
        return result.model().receiver() == null ? null : result.model().all(Transfers.class).stream()
                .filter(transfer -> transfer.direction() == Effect.Direction.IN && transfer.pointer() != null && transfer.eof() != null)
                .findFirst()
                .orElse(null);
    }

    private static boolean isFromPeer(Result result, Exploration exploration) {
        return exploration.log().all(Transferred.class).stream()
                .anyMatch(transfer -> transfer.site() == result.site() && PEERS.contains(transfer.handle().kind()));
    }

    private static boolean isReadLater(Result result, Transfers counted) {
        if (!(result.site().instruction() instanceof Call call)
                || !(counted.pointer() instanceof Expression.Read(Place.Cell(Variable parameter)))) {
            return false;
        }
        int index = result.model().parameters().indexOf(parameter);
        return index >= 0 && index < call.arguments().size()
                && call.arguments().get(index) instanceof Expression.Read(Place.Cell(Variable buffer))
                && buffer.kind() == Variable.Kind.LOCAL
                && Reads.after(result.site().function(), call, buffer);
    }
}
