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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A later child inherits the write end of a pipe that an earlier child, or the parent, reads to its end. */
final class PipeEndInheritedBySibling implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "pipe-end-inherited-by-sibling",
            Level.ERROR,
            List.of("C"),
            "a later child inherits a pipe end made for an earlier one, which then does not see end-of-file",
            List.of("CWE-403", "CWE-775"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            ProcessGraph graph = new ProcessGraph(exploration);
            Set<List<Object>> reported = new HashSet<>();
            for (PipeUse read : graph.uses()) {
                if (read.direction() == Direction.IN && read.toTheEnd() && read.process().role() == ProcessInstance.Role.CHILD) {
                    for (Event.Forked fork : exploration.log().all(Event.Forked.class)) {
                        checkSibling(graph, read, fork.child(), reported, findings);
                    }
                }
            }
        }
    }

    private static void checkSibling(ProcessGraph graph, PipeUse read, ProcessInstance sibling, Set<List<Object>> reported,
            FindingSink findings) {
        ProcessInstance reader = read.process();
        if (sibling == reader || sibling.parent() != reader.parent()) {
            return;
        }
        for (Event standstill : graph.standstills(sibling)) {
            read.pair().opposite(read.end(), ProcessGraph.table(standstill)).forEach((symbol, kept) -> {
                boolean used = graph.uses(sibling, kept, Direction.OUT);
                boolean meant = !graph.otherUsers(sibling, kept, Direction.OUT).isEmpty();
                if (!used && meant && reported.add(List.of(sibling, symbol))) {
                    report(graph, read, sibling, standstill, kept, findings);
                }
            });
        }
    }

    private static void report(
            ProcessGraph graph, PipeUse read, ProcessInstance sibling, Event standstill, HandleState kept,
            FindingSink findings) {
        ProcessInstance reader = read.process();
        ProcessInstance parent = reader.parent();
        String end = Naming.handle(kept.origin(), kept);
        boolean cycle = parent != null && !graph.waits(parent, reader).isEmpty() && waitsForParent(standstill);
        findings.report(Story.of(INFO)
                .acquired(kept, end, sibling)
                .forks(reader)
                .forks(sibling)
                .step(read.site(), "the " + reader.name() + " reads to end-of-file", Meaning.USE, reader)
                .at(
                        standstill.site(),
                        cycle ? Level.ERROR : Level.WARNING,
                        "the " + sibling.name() + " inherits " + end + " and keeps it open here; the " + reader.name()
                                + (cycle ? ", which the parent waits for," : "") + " does not see end-of-file before the " + sibling.name()
                                + " ends"));
    }

    /** A read whose data the parent has to send: the sibling ends only after the parent has gone on. */
    private static boolean waitsForParent(Event standstill) {
        return standstill instanceof Event.Transferred || standstill instanceof Event.Executed
                || standstill instanceof Event.EnteredEndlessLoop;
    }
}
