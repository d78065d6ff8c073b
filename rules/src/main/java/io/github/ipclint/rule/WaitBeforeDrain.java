package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.ProcessGraph;
import io.github.ipclint.engine.ProcessGraph.PipeUse;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.model.Effect.Direction;
import java.util.List;
import java.util.Optional;

/** A process waits for its child before it reads the pipe that the child may fill. */
final class WaitBeforeDrain implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "wait-before-drain",
            Level.ERROR,
            List.of("C", "Java"),
            "waits for a child before reading the pipe that the child may fill: both wait for ever",
            List.of("CWE-833"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            ChildOutput.of(exploration).forEach(child -> child.waitBeforeReading().ifPresent(wait -> report(child, wait, findings)));
            ProcessGraph graph = new ProcessGraph(exploration);
            for (PipeUse write : graph.uses()) {
                ProcessInstance child = write.process();
                if (write.direction() == Direction.OUT && child.parent() != null && (write.toTheEnd() || graph.overfills(write))) {
                    for (Event.Waited wait : graph.waits(child.parent(), child)) {
                        check(graph, write, wait, findings);
                    }
                }
            }
        }
    }

    /** A program that was started through a process object. */
    private static void report(ChildOutput child, Event.Waited wait, FindingSink findings) {
        findings.report(
                Story.of(INFO)
                        .step(child.start(), "the program is started here", Meaning.CREATION, child.process())
                        .at(
                                wait,
                                Level.ERROR,
                                "this waits for the program before its output is read; with 64 KiB in a pipe it blocks and both wait for ever"));
    }

    private static void check(ProcessGraph graph, PipeUse write, Event.Waited wait, FindingSink findings) {
        ProcessInstance child = write.process();
        Optional<HandleState> reader = write.pair().opposite(write.end(), wait.table()).values().stream().findFirst();
        List<PipeUse> reads = graph.uses().stream()
                .filter(use -> use.direction() == Direction.IN && use.process() == wait.process()
                        && write.pair().areOpposite(write.end(), use.end()))
                .toList();
        boolean drainedBefore =
                reads.stream().anyMatch(use -> use.event() instanceof Event.Transferred read && read.children().contains(child));
        if (reader.isEmpty() || drainedBefore || reads.isEmpty()) {
            return;
        }
        PipeUse read = reads.getFirst();
        findings.report(Story.of(INFO)
                .acquired(reader.get(), Naming.pair(reader.get().origin()), wait.process())
                .forks(child)
                .step(
                        write.site(),
                        "the " + child.name() + (write.toTheEnd() ? " writes as much as it likes" : " writes more here than a pipe holds"),
                        Meaning.USE,
                        child)
                .step(read.site(), "the pipe is read only here, after the wait", Meaning.END, wait.process())
                .at(
                        wait,
                        Level.ERROR,
                        "the " + wait.process().name() + " waits for the " + child.name() + " before it reads the pipe "
                                + Naming.pair(write.end().origin())
                                + "; once the pipe is full the " + child.name() + " blocks and both wait for ever"));
    }
}
