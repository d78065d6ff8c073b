package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import java.util.List;

/** A descriptor or stream is closed twice by one process. */
final class FdDoubleClose implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "fd-double-close",
            Level.ERROR,
            List.of("C"),
            "a descriptor is closed twice: the second close hits whatever got the number in between",
            List.of("CWE-1341", "CWE-675"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            for (List<Event.Used> mistake : ClosedHandles.mistakes(exploration)) {
                if (mistake.getFirst().release()) {
                    report(mistake, findings);
                }
            }
        }
    }

    private static void report(List<Event.Used> mistake, FindingSink findings) {
        Event.Used used = mistake.getFirst();
        HandleState handle = used.handle();
        Site first = handle == null ? null : handle.releasedAt();
        if (handle == null || first == null) {
            return;
        }
        String name = Naming.handle(used.symbol(), handle);
        String where = first == used.site() ? "by this very call in an earlier round" : "after line " + first.at().line();
        Story story = Story.of(INFO)
                .forks(used.process())
                .acquired(handle, name, used.process())
                .step(first, name + " is closed here first", Meaning.RELEASE, used.process())
                .step(used.site(), name + " is closed again", Meaning.USE, used.process());
        ClosedHandles.elsewhere(used, mistake)
                .forEach(later -> story.step(later.site(), "and used again here", Meaning.CALL, later.process()));
        findings.report(
                story
                        .at(
                                used,
                                Level.ERROR,
                                name + " is closed a second time" + Naming.in(used.process()) + ", " + where
                                        + "; this closes whatever has the number by then"));
    }
}
