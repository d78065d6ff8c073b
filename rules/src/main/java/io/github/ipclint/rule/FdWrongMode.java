package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import java.util.List;

/** A descriptor is read that was opened for writing only, or written that was opened for reading only. */
final class FdWrongMode implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "fd-wrong-mode",
            Level.ERROR,
            List.of("C"),
            "a descriptor is used in a way that its access mode forbids: the call fails every time",
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
                if (handle != null && !WrongDirection.isPipeEnd(handle)) {
                    report(used, handle, findings);
                }
            }
        }
    }

    private static void report(Event.Used used, HandleState handle, FindingSink findings) {
        String name = Naming.handle(used.symbol(), handle);
        boolean readOnly = handle.access() == HandleState.Access.READ;
        String opened = readOnly ? "reading" : "writing";
        String needed = readOnly ? "written" : "read";
        findings.report(
                Story.of(INFO)
                        .acquired(handle, name, used.process())
                        .step(used.site(), name + " must be open for " + (readOnly ? "writing" : "reading") + " here", Meaning.USE,
                                used.process())
                        .at(
                                used,
                                Level.ERROR,
                                name + " is open for " + opened + " only and '" + Naming.called(used.site())
                                        + "' needs one that can be " + needed + "; the call always fails"));
    }
}
