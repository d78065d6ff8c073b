package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import java.util.List;

/** A process reads the end of a pipe that is for writing, or writes the end that is for reading. */
final class PipeWrongEnd implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "pipe-wrong-end",
            Level.ERROR,
            List.of("C"),
            "element 0 of a pipe is for reading and element 1 for writing; the other way round the call always fails",
            List.of("CWE-666"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            for (Event.Used used : WrongDirection.in(exploration)) {
                HandleState handle = used.handle();
                if (handle != null && WrongDirection.isPipeEnd(handle)) {
                    report(used, handle, findings);
                }
            }
        }
    }

    private static void report(Event.Used used, HandleState handle, FindingSink findings) {
        String name = Naming.handle(handle.origin(), handle);
        boolean reading = handle.access() == HandleState.Access.READ;
        String act = reading ? "writes to " : "reads from ";
        findings.report(
                Story.of(INFO)
                        .acquired(handle, name, used.process())
                        .forks(used.process())
                        .step(used.site(), name + " is used the wrong way round here", Meaning.USE, used.process())
                        .at(
                                used,
                                Level.ERROR,
                                "'" + Naming.called(used.site()) + "' " + act + name + Naming.in(used.process()) + ", which is the "
                                        + (reading ? "read" : "write") + " end of a pipe; the call always fails with EBADF"));
    }
}
