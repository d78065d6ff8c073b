package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.ResultLog;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.model.Effect;
import io.github.ipclint.topology.Reachability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A statement behind the branch on fork's result is reached by the child and by its live parent, and it matters who runs it. */
final class ChildFallsThrough implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "child-falls-through",
            Level.ERROR,
            List.of("C"),
            "a child goes on in its parent's code: it forks, waits, removes or blocks a second time",
            List.of("CWE-705"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            Set<Site> branched = branchedForks(exploration);
            Map<ProcessInstance, Runnable> fallen = new LinkedHashMap<>();
            for (Event.Forked fork : exploration.log().all(Event.Forked.class)) {
                if (branched.contains(fork.site()) && fork.child().visit() == 1 && !fork.child().repeatsForebear()) {
                    check(exploration, fork, finding -> fallen.put(fork.child(), () -> findings.report(finding)));
                }
            }
            // What the children of one that has fallen through do follows from that.
            fallen.forEach((child, report) -> {
                if (fallen.keySet().stream().noneMatch(child::descendsFrom)) {
                    report.run();
                }
            });
        }
    }

    private static Set<Site> branchedForks(Exploration exploration) {
        Set<Site> sites = new HashSet<>();
        for (ResultLog.Result result : exploration.log().results().all()) {
            if (result.model().has(Effect.Forks.class) && result.was(ResultLog.Treatment.COMPARED)) {
                sites.add(result.site());
            }
        }
        return sites;
    }

    /** Whether the parent waits for the child, and then comes back to fork the next. */
    private static boolean forksAgain(Exploration exploration, Event.Forked fork) {
        return exploration.log().all(Event.Waited.class).stream()
                .anyMatch(wait -> wait.process() == fork.process() && wait.awaited().contains(fork.child())
                        && Reachability.mayFollow(fork.site(), wait.site()));
    }

    private static void check(Exploration exploration, Event.Forked fork, FindingSink findings) {
        Set<Site> byParent = new HashSet<>();
        if (forksAgain(exploration, fork)) {
            byParent.add(fork.site());
        }
        List<Event.Called> byChild = new ArrayList<>();
        for (Event.Called called : exploration.log().all(Event.Called.class)) {
            if (called.process() == fork.process() && called.children().contains(fork.child())) {
                byParent.add(called.site());
            } else if (called.process() == fork.child() && ParentsWork.matters(called)) {
                byChild.add(called);
            }
        }
        byChild.stream()
                .filter(called -> byParent.contains(called.site()))
                .min(Comparator.comparing(Event.Called::site))
                .ifPresent(called -> findings.report(Story.of(INFO)
                        .forks(fork.child())
                        .failedExecs(exploration, called.site(), fork.child())
                        .step(called.site(), "parent and " + fork.child().name() + " both get here", Meaning.USE, fork.child())
                        .at(
                                called,
                                Level.ERROR,
                                "the " + fork.child().name() + " falls through into its parent's code and "
                                        + ParentsWork.consequence(called.model()))));
    }
}
