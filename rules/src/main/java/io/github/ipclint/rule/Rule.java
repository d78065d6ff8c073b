package io.github.ipclint.rule;

import io.github.ipclint.finding.RuleInfo;

/** One mistake. A rule asks the engine's events and the system; it names no function. */
public interface Rule {
    /** What there is to know of it. */
    RuleInfo info();

    /** Reports every place where the mistake is made; the order does not matter. */
    void check(RuleContext context, FindingSink findings);
}
