package io.github.ipclint.rule;

import java.util.List;

/** The registry: every rule, sorted by id. */
public final class Rules {
    public static final List<Rule> ALL = List.of();

    private Rules() {}
}
