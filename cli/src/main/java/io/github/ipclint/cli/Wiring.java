package io.github.ipclint.cli;

import io.github.ipclint.driver.Analyzer;
import io.github.ipclint.finding.Confirmation;
import io.github.ipclint.probe.confirmation.ConfirmationRun;
import io.github.ipclint.probe.sandbox.Sandbox;

/** What stands behind the commands; made once per run, replaced in tests. */
record Wiring(Analysis analysis, RuleLibrary rules, ReportWriter reports, Confirming confirming) {
    /** Without anything that runs programs. */
    Wiring(Analysis analysis, RuleLibrary rules, ReportWriter reports) {
        this(analysis, rules, reports, (_, _, _) -> Confirmation.NONE);
    }

    static Wiring standard() {
        Analysis analysis =
                request -> new Analyzer(request.root(), request.profile() == Profile.STRICT, request.threads()).run(request.paths());
        return new Wiring(analysis, new PublishedRules(), new StandardReports(),
                (result, root, progress) -> ConfirmationRun.run(result, root, Sandbox.detect(), progress));
    }
}
