package io.github.ipclint.cli;

/** What stands behind the commands; made once per run, replaced in tests. */
record Wiring(Analysis analysis, RuleLibrary rules, ReportWriter reports) {}
