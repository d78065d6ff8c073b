package io.github.ipclint.rule;

import java.util.List;

/** The registry: every rule, sorted by id. */
public final class Rules {
    public static final List<Rule> ALL = List.of(
            new ChildFallsThrough(),
            new ErrorBusyLoop(),
            new FdDoubleClose(),
            new FdLeak(),
            new FdOpenAtExit(),
            new FdUseAfterClose(),
            new FdWrongMode(),
            new FifoOpenDeadlock(),
            new FifoRdonlySpin(),
            new ForkFailureUnhandled(),
            new IpcSizeMismatch(),
            new MapFailureMiscompared(),
            new MissingIpcRmid(),
            new MissingUnlink(),
            new MsgSizeIncludesMtype(),
            new OpenCreatWithoutMode(),
            new PipeEndInheritedBySibling(),
            new PipeUnclosedEnd(),
            new PipeWrongEnd(),
            new ProcessOutputUndrained(),
            new ShmUnsynchronizedAccess(),
            new SignalUnsafeCall(),
            new SocketWrongPhase(),
            new SocketWrongType(),
            new UncheckedResult(),
            new UnreapedChild(),
            new WaitBeforeDrain());

    private Rules() {}
}
