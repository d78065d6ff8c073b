package io.github.ipclint.rule;

import io.github.ipclint.finding.Finding;

/** Takes findings; repeated ones (same rule, place and message) are kept once. */
@FunctionalInterface
public interface FindingSink {
    void report(Finding finding);
}
