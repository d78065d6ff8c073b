package io.github.ipclint.cli;

import io.github.ipclint.driver.Analyzer;

/** What stands behind the commands; made once per run, replaced in tests. */
record Wiring(Analysis analysis, RuleLibrary rules, ReportWriter reports) {
    static Wiring standard() {
        Analysis analysis =
                request -> new Analyzer(request.root(), request.profile() == Profile.STRICT, request.threads()).run(request.paths());
        return new Wiring(analysis, new PublishedRules(), new StandardReports());
    }
}
