package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ProcessGraph;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Value;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.model.Effect;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A long-running process forks and nobody waits: every child that ends stays as a zombie. */
final class UnreapedChild implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "unreaped-child",
            Level.WARNING,
            List.of("C"),
            "children are never waited for in a process that lives on: zombies pile up until fork fails",
            List.of("CWE-772"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            if (exploration.isCut()) {
                // A bound was reached: a wait may lie beyond it.
                continue;
            }
            ProcessGraph graph = new ProcessGraph(exploration);
            Set<Site> reported = new HashSet<>();
            for (Event.Forked fork : exploration.log().all(Event.Forked.class)) {
                ProcessInstance parent = fork.process();
                boolean unreaped = exploration.isProgram() && !graph.reaps(parent) && !reapsBySignal(exploration);
                if (unreaped && graph.mayEnd(fork.child()) && livesOn(graph, fork) && reported.add(fork.site())) {
                    findings.report(Story.of(INFO)
                            .at(
                                    fork.site(),
                                    fork.repeats() ? Level.WARNING : Level.NOTE,
                                    "the " + parent.name() + " lives on and never waits for "
                                            + (fork.repeats() ? "the children that it forks here; each that ends"
                                                    : "the child that it forks here, which")
                                            + " stays as a zombie"));
                }
            }
        }
    }

    private static boolean livesOn(ProcessGraph graph, Event.Forked fork) {
        return fork.repeats()
                || graph.endlessLoops(fork.process()).stream()
                        .anyMatch(loop -> loop.children().contains(fork.child()) || isAround(loop, fork));
    }

    /** The loop's body leads to the fork. */
    private static boolean isAround(Event.EnteredEndlessLoop loop, Event.Forked fork) {
        return fork.site().path().isWithin(loop.site().path());
    }

    /** SIGCHLD ignored, or with a disposition that nobody knows: the kernel or a handler reaps. */
    private static boolean reapsBySignal(Exploration exploration) {
        return exploration.log().all(Event.Called.class).stream()
                .filter(called -> called.model().has(Effect.Disposition.class))
                .anyMatch(called -> called.arguments().stream()
                        .anyMatch(argument -> argument instanceof Value.Number(long signal) && signal == SIGCHLD)
                        && !installsProjectHandler(exploration, called));
    }

    private static final long SIGCHLD = 17;

    private static boolean installsProjectHandler(Exploration exploration, Event.Called called) {
        return exploration.log().all(Event.InstalledHandler.class).stream().anyMatch(installed -> installed.site() == called.site());
    }
}
