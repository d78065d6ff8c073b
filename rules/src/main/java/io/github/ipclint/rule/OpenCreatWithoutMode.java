package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.model.Effect;
import java.util.List;

/** A file is created without saying with which permissions. */
final class OpenCreatWithoutMode implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "open-creat-without-mode",
            Level.ERROR,
            List.of("C"),
            "a file is created without a mode: its permissions are what happens to lie on the stack",
            List.of("CWE-686", "CWE-732", "CERT FIO06-C"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            for (Event.MissedArgument missed : exploration.log().all(Event.MissedArgument.class)) {
                if (missed.model().has(Effect.Creates.class)) {
                    findings.report(
                            Story.of(INFO)
                                    .at(
                                            missed.site(),
                                            Level.ERROR,
                                            "'" + Naming.called(missed.site()) + "' creates a file without argument " + (missed.index() + 1)
                                                    + ", the mode; its permissions are stack garbage"));
                }
            }
        }
    }
}
