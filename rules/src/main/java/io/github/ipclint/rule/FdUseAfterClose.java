package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import java.util.List;

/** A descriptor or stream is used after the same process has closed it. */
final class FdUseAfterClose implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "fd-use-after-close",
            Level.ERROR,
            List.of("C"),
            "a descriptor is used after it was closed: the call fails, or hits whatever got the number in between",
            List.of("CWE-910", "CWE-672", "CERT FIO46-C"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            for (List<Event.Used> mistake : ClosedHandles.mistakes(exploration)) {
                if (!mistake.getFirst().release()) {
                    report(mistake, exploration, findings);
                }
            }
        }
    }

    private static void report(List<Event.Used> mistake, Exploration exploration, FindingSink findings) {
        Event.Used used = mistake.getFirst();
        HandleState handle = used.handle();
        Site closed = handle == null ? null : handle.releasedAt();
        if (handle == null || closed == null) {
            return;
        }
        String name = Naming.handle(used.symbol(), handle);
        Story story = Story.of(INFO)
                .forks(used.process())
                .acquired(handle, name, used.process())
                .failedExecs(exploration, closed, used.process())
                .step(closed, name + " is closed here", Meaning.RELEASE, used.process())
                .failedExecs(exploration, used.site(), used.process())
                .step(used.site(), name + " is used here", Meaning.USE, used.process());
        ClosedHandles.elsewhere(used, mistake)
                .forEach(later -> story.step(later.site(), "and used again here", Meaning.CALL, later.process()));
        findings.report(
                story
                        .at(
                                used,
                                Level.ERROR,
                                "'" + Naming.called(used.site()) + "' uses " + name + Naming.in(used.process())
                                        + " after it was closed at line "
                                        + closed.at().line()
                                        + "; it fails with EBADF or hits another file"));
    }
}
