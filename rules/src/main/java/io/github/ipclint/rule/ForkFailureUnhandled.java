package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ResultLog;
import io.github.ipclint.engine.ResultLog.Treatment;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.model.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When fork fails, the program goes on as if there were a child, or as if it were the child. */
final class ForkFailureUnhandled implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "fork-failure-unhandled",
            Level.WARNING,
            List.of("C"),
            "fork's failure has no branch of its own: -1 is taken for the child, for a process id, or ignored",
            List.of("CWE-252", "CWE-391"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        Map<Object, Boolean> handled = new HashMap<>();
        for (Exploration exploration : context.explorations()) {
            for (ResultLog.Result result : exploration.log().results().all()) {
                if (result.model().has(Effect.Forks.class)) {
                    handled.merge(result.site().instruction().at(), isHandled(exploration, result), Boolean::logicalOr);
                }
            }
        }
        for (Exploration exploration : context.explorations()) {
            for (ResultLog.Result result : exploration.log().results().all()) {
                if (Boolean.FALSE.equals(handled.get(result.site().at()))) {
                    findings.report(Story.of(INFO).at(result.site(), Level.WARNING, message(result)));
                }
            }
        }
    }

    private static boolean isHandled(Exploration exploration, ResultLog.Result result) {
        boolean handedOn = (result.was(Treatment.HANDED_ON) || result.was(Treatment.DISSOLVED)) && !result.was(Treatment.COMPARED);
        return handedOn || result.was(Treatment.RETURNED) || result.was(Treatment.NAMED) || !exploration.isFollowedFrom(result.site())
                || parentOnlyEnds(exploration, result)
                || exploration.log().results().handlesFailure(result.site());
    }

    /** {@code if (fork() != 0) exit(0)}: on failure too there is nothing else to do than to end. */
    private static boolean parentOnlyEnds(Exploration exploration, ResultLog.Result result) {
        List<Event.Called> byParent = exploration.log().all(Event.Called.class).stream()
                .filter(called -> called.children().stream().anyMatch(child -> child.origin() == result.site()))
                .toList();
        return !byParent.isEmpty() && byParent.stream().allMatch(called -> called.model().has(Effect.EndsProcess.class));
    }

    private static String message(ResultLog.Result result) {
        String call = Naming.called(result.site());
        if (!result.was(Treatment.COMPARED)) {
            return "the result of " + call + " is not examined; when it fails the program goes on as if there were a child";
        }
        return result.was(Treatment.SEPARATED)
                ? "when " + call + " fails its -1 takes a branch that is not meant for it: the failure goes unnoticed"
                : "when " + call + " fails its -1 is taken for the process id of a child";
    }
}
