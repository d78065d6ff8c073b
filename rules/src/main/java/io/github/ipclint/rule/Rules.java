package io.github.ipclint.rule;

import java.util.List;

/** The registry: every rule, sorted by id. */
public final class Rules {
    public static final List<Rule> ALL = List.of(
            new ChildFallsThrough(),
            new ForkFailureUnhandled(),
            new PipeEndInheritedBySibling(),
            new PipeUnclosedEnd(),
            new UnreapedChild(),
            new WaitBeforeDrain());

    private Rules() {}
}
