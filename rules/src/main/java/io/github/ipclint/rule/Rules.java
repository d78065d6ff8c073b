package io.github.ipclint.rule;

import java.util.List;

/** The registry: every rule, sorted by id. */
public final class Rules {
    public static final List<Rule> ALL = List.of(
            new ChildFallsThrough(),
            new FdDoubleClose(),
            new FdLeak(),
            new FdOpenAtExit(),
            new FdUseAfterClose(),
            new FdWrongMode(),
            new ForkFailureUnhandled(),
            new MapFailureMiscompared(),
            new MsgSizeIncludesMtype(),
            new OpenCreatWithoutMode(),
            new PipeEndInheritedBySibling(),
            new PipeUnclosedEnd(),
            new PipeWrongEnd(),
            new SignalUnsafeCall(),
            new SocketWrongPhase(),
            new SocketWrongType(),
            new UncheckedResult(),
            new UnreapedChild(),
            new WaitBeforeDrain());

    private Rules() {}
}
