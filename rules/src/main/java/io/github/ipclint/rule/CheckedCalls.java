package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.ResultLog.Result;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Value;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.ResultUse;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.HandleKind;
import java.util.HashSet;
import java.util.Set;

/** Which calls of an explored program have a result that somebody has to look at. */
final class CheckedCalls {
    private static final long STANDARD_ERROR = 2;

    private final Exploration exploration;
    private final RuleContext context;
    private final ErrorExits exits;
    private final Set<Site> toStandardError = new HashSet<>();
    private final Set<Site> wakeUps = new HashSet<>();

    CheckedCalls(Exploration exploration, RuleContext context) {
        this.exploration = exploration;
        this.context = context;
        this.exits = new ErrorExits(context);
        for (Event.Called called : exploration.log().all(Event.Called.class)) {
            if (writesToStandardError(called)) {
                toStandardError.add(called.site());
            }
            if (isWakeUp(called)) {
                wakeUps.add(called.site());
            }
        }
    }

    /** Whether ignoring this result is a mistake, and no other rule's. */
    boolean mustBeChecked(Result result) {
        FunctionModel model = result.model();
        return result.mustBeChecked()
                && !model.has(Effect.Forks.class)
                && !isHeapOnly(model)
                && !isThrownAwayOnPurpose(result)
                && !result.onlyAfterFailure()
                && !exits.areAhead(result.site())
                && result.processes().stream().anyMatch(process -> process.role() != ProcessInstance.Role.HANDLER)
                && !toStandardError.contains(result.site())
                && !wakeUps.contains(result.site())
                && !MapFailureMiscompared.concerns(result.site(), exploration, context.models());
    }

    /** Running out of heap is every program's matter, not one of communication. */
    private static boolean isHeapOnly(FunctionModel model) {
        return !model.has(Effect.Maps.class)
                && model.all(Effect.Acquires.class).stream().anyMatch(acquires -> acquires.kind().equals(HandleKind.MEMORY.word()));
    }

    private static boolean isThrownAwayOnPurpose(Result result) {
        Site blamed = result.deliveredTo() == null ? result.site() : result.deliveredTo();
        return blamed.instruction() instanceof Call call
                && (call.use() == ResultUse.CAST_TO_VOID || isEvaluatedForNothing(call, blamed.function()));
    }

    /** {@code (void) !write(…)}, the way to tell gcc that a result is not wanted. */
    private static boolean isEvaluatedForNothing(Call call, Function function) {
        return call.use() == ResultUse.USED && call.result() instanceof Place.Cell(Variable result)
                && result.kind() == Variable.Kind.TEMPORARY && !Reads.anywhere(function, result);
    }

    /** One constant byte wakes somebody up; where the pipe is full, he has been woken already (the self-pipe trick). */
    private static boolean isWakeUp(Event.Called called) {
        return called.model().all(Effect.Transfers.class).stream().anyMatch(transfer -> transfer.direction() == Effect.Direction.OUT)
                && called.arguments().contains(new Value.Number(1))
                && called.arguments().stream().anyMatch(Value.Text.class::isInstance);
    }

    /** A program that can't write its complaints has nowhere left to complain. */
    private static boolean writesToStandardError(Event.Called called) {
        for (Effect.Transfers transfer : called.model().all(Effect.Transfers.class)) {
            if (transfer.slot() instanceof Expression.Read(Place.Cell(Variable slot))) {
                int index = called.model().parameters().indexOf(slot);
                if (index >= 0 && index < called.arguments().size()
                        && called.arguments().get(index) instanceof Value.Number(long number) && number == STANDARD_ERROR) {
                    return true;
                }
            }
        }
        return false;
    }
}
