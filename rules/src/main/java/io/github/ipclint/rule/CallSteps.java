package io.github.ipclint.rule;

import io.github.ipclint.engine.CallPath;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.TraceStep;
import io.github.ipclint.finding.TraceStep.Meaning;
import java.util.ArrayList;
import java.util.List;

/** The calls by which a path goes from one step to the next, where that lies in another function. */
final class CallSteps {
    private CallSteps() {}

    /** A step whose activation and process are still known. */
    record Step(Site site, String text, Meaning meaning, ProcessInstance process) {
        /** Whether readers could not tell the two apart. */
        boolean isTheSame(Step other) {
            return told().equals(other.told());
        }

        TraceStep told() {
            return new TraceStep(site.at(), text, meaning, process.name());
        }
    }

    /**
     * Steps with the calls that enter functions on the way from each to the next. How the first one came about is left out: the
     * path begins there.
     */
    static List<TraceStep> between(List<Step> steps) {
        List<TraceStep> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                all.addAll(entering(steps.get(i - 1).site(), steps.get(i).site(), steps.get(i).process()));
            }
            all.add(steps.get(i).told());
        }
        return all;
    }

    /** The calls that lead from one place to another, each by the process that made it: a fork may lie in between. */
    static List<TraceStep> entering(Site from, Site to, ProcessInstance process) {
        List<TraceStep> calls = new ArrayList<>();
        for (CallPath entered = to.path(); entered.callSite() != null && !from.path().isWithin(entered);
                entered = entered.callSite().path()) {
            ProcessInstance caller = process;
            while (caller.parent() != null && caller.origin() != null && caller.origin().path().isWithin(entered)) {
                caller = caller.parent();
            }
            // What starts a thread or a handler calls nothing.
            if (caller.origin() != entered.callSite()) {
                calls.addFirst(new TraceStep(
                        entered.callSite().at(), "calls " + Naming.called(entered.callSite()), Meaning.CALL, caller.name()));
            }
        }
        return calls;
    }

    /** Whether one place stands before another, or before the calls that lead there, in the activation that it is in itself. */
    static boolean comesBefore(Site earlier, Site later) {
        Site there = later;
        while (there.path() != earlier.path() && there.path().callSite() != null) {
            there = there.path().callSite();
        }
        return there.path() == earlier.path() && earlier.at().compareTo(there.at()) < 0;
    }
}
