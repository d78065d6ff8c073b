package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.ResultLog.Purpose;
import io.github.ipclint.engine.ResultLog.Result;
import io.github.ipclint.engine.ResultLog.Treatment;
import io.github.ipclint.engine.ResultLog.UncheckedUse;
import io.github.ipclint.engine.Site;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.ResultUse;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Fact;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.HandleKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which calls of an explored program have a result that somebody has to look at. */
final class CheckedCalls {
    private final Exploration exploration;
    private final RuleContext context;
    private final ErrorExits exits;
    private final Set<Site> needed = new HashSet<>();
    /** Made when it is asked for, which is rare: it goes through all that the program does. */
    private @Nullable Predicate<Site> ofNoConsequence;

    CheckedCalls(Exploration exploration, RuleContext context) {
        this.exploration = exploration;
        this.context = context;
        this.exits = new ErrorExits(context);
        for (Event.Used used : exploration.log().all(Event.Used.class)) {
            Site before = neededBy(used);
            if (before != null) {
                needed.add(before);
            }
        }
    }

    /** Whether nobody has looked at this result on any path, nor handed it on; not known where what comes after is not followed. */
    boolean isIgnored(Result result) {
        Site blamed = result.blamed();
        return List.of(Treatment.values()).stream().noneMatch(result::was)
                && (!isStored(blamed) || exploration.isFollowedFrom(blamed));
    }

    static boolean isStored(Site call) {
        return call.instruction() instanceof Call made && made.use() == ResultUse.USED;
    }

    /** The call that a use of a socket rests on while the path has not looked whether it succeeded, null where there is none. */
    static @Nullable Site neededBy(Event.Used used) {
        HandleState handle = used.handle();
        boolean inOrder = handle != null && handle.isOpen() && !handle.is(Fact.DATAGRAM) && !handle.is(Fact.CONNECTED);
        return inOrder ? used.unconfirmed() : null;
    }

    /** Whether the failure of the call at the site goes unnoticed by mistake. */
    boolean isIgnoredByMistake(Site site) {
        return exploration.log().results().all().stream()
                .anyMatch(result -> result.site() == site && isIgnored(result) && mustBeChecked(result));
    }

    /** Whether what comes of ignoring the result is told where it comes, by the rule on the phases of sockets. */
    boolean isToldLater(Result result) {
        return needed.contains(result.site()) && isIgnored(result);
    }

    /** Whether ignoring this result is a mistake, and no other rule's. */
    boolean mustBeChecked(Result result) {
        return result.mustBeChecked() && isJudged(result);
    }

    /** Whether this use of the result is a mistake while it is unchecked: also as a handle where ignoring it would be none. */
    static boolean mustBeCheckedBefore(UncheckedUse use, Result result) {
        return result.mustBeChecked() || (result.model().has(Effect.Duplicates.class) && use.purpose() == Purpose.HANDLE);
    }

    /** Whether a result of the call at the site is one to be looked at. */
    boolean isJudged(Site site) {
        return exploration.log().results().all().stream().anyMatch(result -> result.site() == site && isJudged(result));
    }

    /** Whether the result is one to be looked at, and no other rule's. */
    boolean isJudged(Result result) {
        FunctionModel model = result.model();
        return !model.has(Effect.Forks.class)
                && !isHeapOnly(model)
                && !WaivedResults.isWaived(result)
                && !result.onlyAfterFailure()
                && !exits.areAhead(result.site())
                && result.processes().stream().anyMatch(process -> process.role() != ProcessInstance.Role.HANDLER)
                && !isOfNoConsequence(result.site())
                && !ReadCounts.isOfNoConsequence(result, exploration)
                && !MapFailureMiscompared.concerns(result.site(), exploration, context.models());
    }

    private boolean isOfNoConsequence(Site site) {
        if (ofNoConsequence == null) {
            ObjectCalls objects = new ObjectCalls(exploration.log());
            ExpendableWrites expendable = new ExpendableWrites(exploration);
            ofNoConsequence = call -> expendable.contains(call) || objects.isOfNoConsequence(call);
        }
        return ofNoConsequence.test(site);
    }

    /** Running out of heap is every program's matter, not one of communication. */
    private static boolean isHeapOnly(FunctionModel model) {
        return !model.has(Effect.Maps.class)
                && model.all(Effect.Acquires.class).stream().anyMatch(acquires -> acquires.kind().equals(HandleKind.MEMORY.word()));
    }
}
