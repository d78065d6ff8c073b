package io.github.ipclint.rule;

import io.github.ipclint.engine.Event.Repeated;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A loop that comes back to a call whose end of file, or failure that does not go away, it has ignored. */
final class ErrorBusyLoop implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "error-busy-loop",
            Level.WARNING,
            List.of("C", "Java"),
            "a loop repeats a call that keeps failing, or keeps reporting end-of-file, without leaving, waiting or reopening",
            List.of("CWE-835", "CWE-391"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        Set<Site> reported = new HashSet<>();
        for (Exploration program : context.explorations()) {
            for (Spin spin : Spin.in(program, context.system())) {
                if (!spin.isOnFifo() && reported.add(spin.event().repeatedAt())) {
                    findings.report(finding(spin));
                }
            }
        }
    }

    private static Finding finding(Spin spin) {
        Repeated event = spin.event();
        String call = Naming.called(event.repeatedAt());
        String why = spin.isEndOfFile()
                ? "the loop does not leave on end-of-file: from then on " + call + " returns at once and the loop spins"
                : "the loop ignores the failure of " + call + ": one that does not go away makes it spin";
        return Story.of(INFO)
                .acquired(event.handle(), "the descriptor", event.process())
                .step(event.repeatedAt(), "called again with the same outcome", Meaning.USE, event.process())
                .at(event.repeatedAt(), INFO.level(), why);
    }
}
