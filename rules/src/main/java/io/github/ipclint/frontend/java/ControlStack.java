package io.github.ipclint.frontend.java;

import io.github.ipclint.frontend.java.ClassTable.Kinship;
import io.github.ipclint.ir.Cfg.Edge;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Instruction.Leave;
import io.github.ipclint.ir.Instruction.Throw;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a jump or an exception passes on its way out of nested statements: scopes that end, handlers, clean-up code. Clean-up
 * code is lowered once for each way through it, when its statement is complete and the ways are known.
 */
final class ControlStack {
    private static final String THROWABLE = "java.lang.Throwable";
    private static final String NULL_POINTER = "java.lang.NullPointerException";
    private static final Set<String> UNCHECKED = Set.of("java.lang.RuntimeException", "java.lang.Error");

    /** Something that ends with a statement. */
    sealed interface Frame {}

    /** Variables of one scope. */
    record ScopeFrame(List<Variable> variables, SourceRange end) implements Frame {}

    /**
     * The handlers of one try statement.
     *
     * @param calls the blocks under its protection that end with a call
     * @param ofText those of them that call a method of a text, with no clean-up code on the way to the handlers
     */
    record TryFrame(List<Handler> handlers, List<Integer> calls, List<Integer> ofText, int entry) implements Frame {
        TryFrame(List<Handler> handlers, int entry) {
            this(handlers, new ArrayList<>(), new ArrayList<>(), entry);
        }
    }

    /** @param types qualified names that the catch clause lists */
    record Handler(List<String> types, int block, Variable caught) {}

    /** A finally block, the release of a monitor, the implicit close of a resource. */
    static final class CleanupFrame implements Frame {
        private final CleanupCode code;
        private final Variable caught;
        private final SourceRange at;
        private final Map<JumpTarget, Integer> copies = new LinkedHashMap<>();
        private final Set<String> thrown = new LinkedHashSet<>();
        private int exceptional = -1;

        private CleanupFrame(CleanupCode code, Variable caught, SourceRange at) {
            this.code = code;
            this.caught = caught;
            this.at = at;
        }
    }

    /** Lowers the clean-up code into the current block. */
    @FunctionalInterface
    interface CleanupCode {
        /** @param pending whether an exception is under way, so that further ones are suppressed (JLS 14.20.3.1) */
        void emit(boolean pending);
    }

    /** Where a jump ends; {@code depth} is the number of frames that stay. Leaving the function ends all scopes by itself. */
    static final class JumpTarget {
        private final int depth;
        private final boolean endsScopes;
        private final Runnable arrival;

        private JumpTarget(int depth, boolean endsScopes, Runnable arrival) {
            this.depth = depth;
            this.endsScopes = endsScopes;
            this.arrival = arrival;
        }
    }

    private final GraphBuilder graph;
    private final ClassTable classes;
    private final Supplier<Variable> newEscaping;
    private final List<Frame> frames = new ArrayList<>();
    private final Map<Integer, Integer> exits = new HashMap<>();
    private @Nullable Variable escaping;

    /** @param newEscaping makes the variable that holds an exception that leaves the function */
    ControlStack(GraphBuilder graph, ClassTable classes, Supplier<Variable> newEscaping) {
        this.graph = graph;
        this.classes = classes;
        this.newEscaping = newEscaping;
    }

    JumpTarget target(int block) {
        return new JumpTarget(frames.size(), true, () -> graph.jump(block));
    }

    /** The end of the function; {@code arrival} adds the Return. */
    JumpTarget functionEnd(Runnable arrival) {
        return new JumpTarget(0, false, arrival);
    }

    boolean crossesCleanup() {
        return frames.stream().anyMatch(CleanupFrame.class::isInstance);
    }

    void push(TryFrame frame) {
        frames.add(frame);
    }

    ScopeFrame pushScope(SourceRange end) {
        ScopeFrame frame = new ScopeFrame(new ArrayList<>(), end);
        frames.add(frame);
        return frame;
    }

    CleanupFrame pushCleanup(CleanupCode code, Variable caught, SourceRange at) {
        CleanupFrame frame = new CleanupFrame(code, caught, at);
        frames.add(frame);
        return frame;
    }

    /** The variable ends with the innermost scope. */
    void register(Variable variable) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (frames.get(i) instanceof ScopeFrame scope) {
                scope.variables().add(variable);
                return;
            }
        }
    }

    void popScope() {
        ScopeFrame frame = (ScopeFrame) frames.removeLast();
        leave(frame);
    }

    private void leave(ScopeFrame frame) {
        if (!frame.variables().isEmpty()) {
            graph.add(new Leave(frame.variables(), frame.end()));
        }
    }

    /** Jumps outwards through everything between here and the target. */
    void leaveTo(JumpTarget target) {
        for (int i = frames.size() - 1; i >= target.depth && graph.isReachable(); i--) {
            switch (frames.get(i)) {
                case ScopeFrame scope -> {
                    if (target.endsScopes) {
                        leave(scope);
                    }
                }
                case TryFrame ignored -> {}
                case CleanupFrame cleanup -> {
                    graph.jump(cleanup.copies.computeIfAbsent(target, key -> graph.newBlock()));
                    return;
                }
            }
        }
        if (graph.isReachable()) {
            target.arrival.run();
        }
    }

    /** Ends a try body. A handler that nothing declared reaches takes an edge from every call: something unchecked may happen. */
    void popTry() {
        TryFrame frame = (TryFrame) frames.removeLast();
        for (Handler handler : frame.handlers()) {
            if (!graph.hasEdgeTo(handler.block())) {
                List<Integer> sources = frame.calls().isEmpty() ? List.of(frame.entry()) : frame.calls();
                sources.forEach(source -> connect(source, handler));
            }
        }
        // A text that is null tells the end of a file; the first handler that takes what comes of that gets it.
        frame.handlers().stream()
                .filter(handler -> handler.types().stream().anyMatch(type -> classes.kinship(NULL_POINTER, type) == Kinship.SUBTYPE))
                .findFirst()
                .ifPresent(handler -> frame.ofText()
                        .forEach(source -> graph.exceptional(source, handler.block(), NULL_POINTER, handler.caught())));
    }

    /** Ends a protected region: the normal way on, then the copies for jumps and for exceptions. */
    void popCleanup() {
        CleanupFrame frame = (CleanupFrame) frames.removeLast();
        int after = graph.newBlock();
        if (graph.isReachable()) {
            frame.code.emit(false);
            graph.jump(after);
        }
        frame.copies.forEach(
                (target, block) -> {
                    graph.select(block);
                    frame.code.emit(false);
                    leaveTo(target);
                });
        if (frame.exceptional >= 0) {
            graph.select(frame.exceptional);
            frame.code.emit(true);
            if (graph.isReachable()) {
                graph.add(new Throw(new Read(new Cell(frame.caught)), frame.at));
                endThrow(frame.thrown);
            }
        }
        if (graph.hasEdgeTo(after)) {
            graph.select(after);
        } else {
            graph.stop();
        }
    }

    /**
     * The last instruction of the current block is a call.
     *
     * @param thrown declared exceptions; null when the callee is not known
     */
    void callEnds(@Nullable List<String> thrown) {
        if (!graph.isReachable()) {
            return;
        }
        int from = graph.current();
        int next = graph.proceed();
        boolean ofText = graph.callsMethodOf(from, "java.lang.String");
        for (Frame frame : frames.reversed()) {
            ofText &= !(frame instanceof CleanupFrame);
            if (frame instanceof TryFrame protecting) {
                protecting.calls().add(from);
                if (ofText) {
                    protecting.ofText().add(from);
                }
            }
        }
        for (String type : thrown == null ? List.<String>of() : thrown) {
            if (isUnchecked(type)) {
                propagateUnchecked(from, type);
            } else {
                propagate(from, type);
            }
        }
        graph.select(next);
    }

    /** The current block ends with a Throw of this static type. */
    void throwEnds(String type) {
        if (graph.isReachable()) {
            endThrow(List.of(type));
        }
    }

    private void endThrow(Collection<String> types) {
        int from = graph.current();
        types.forEach(type -> propagate(from, type));
        Integer exit = exits.get(from);
        if (exit != null) {
            // A Throw that nothing may catch ends the function itself.
            graph.unlink(from, exit);
        }
        graph.stop();
    }

    private boolean isUnchecked(String type) {
        return UNCHECKED.stream().anyMatch(root -> classes.kinship(type, root) == Kinship.SUBTYPE);
    }

    /** A declared unchecked exception reaches only handlers that the user wrote for its family. */
    private void propagateUnchecked(int from, String type) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (frames.get(i) instanceof TryFrame protecting) {
                for (Handler handler : protecting.handlers()) {
                    if (handler.types().stream().anyMatch(caught -> isUnchecked(caught) && mayCatch(type, caught))) {
                        connect(from, handler);
                        return;
                    }
                }
            }
        }
    }

    private boolean mayCatch(String thrown, String caught) {
        return classes.kinship(thrown, caught) == Kinship.SUBTYPE || classes.kinship(caught, thrown) == Kinship.SUBTYPE;
    }

    private void propagate(int from, String type) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            switch (frames.get(i)) {
                case ScopeFrame ignored -> {}
                case TryFrame protecting -> {
                    if (offer(from, type, protecting)) {
                        return;
                    }
                }
                case CleanupFrame cleanup -> {
                    if (cleanup.exceptional < 0) {
                        cleanup.exceptional = graph.newBlock();
                    }
                    cleanup.thrown.add(type);
                    graph.exceptional(from, cleanup.exceptional, Edge.EVERY_TYPE, cleanup.caught);
                    return;
                }
            }
        }
        escape(from, type);
    }

    /** Edges to the handlers that may take the exception; true when one takes it for certain. */
    private boolean offer(int from, String type, TryFrame protecting) {
        for (Handler handler : protecting.handlers()) {
            for (String caught : handler.types()) {
                Kinship up = caught.equals(THROWABLE) ? Kinship.SUBTYPE : classes.kinship(type, caught);
                if (up != Kinship.UNRELATED || classes.kinship(caught, type) == Kinship.SUBTYPE) {
                    graph.exceptional(from, handler.block(), caught, handler.caught());
                }
                if (up == Kinship.SUBTYPE) {
                    return true;
                }
            }
        }
        return false;
    }

    private void connect(int from, Handler handler) {
        handler.types().forEach(type -> graph.exceptional(from, handler.block(), type, handler.caught()));
    }

    /** The exception leaves the function; each source has an end of its own, so that the end has a place in the text. */
    private void escape(int from, String type) {
        Variable thrown = escaping;
        if (thrown == null) {
            thrown = newEscaping.get();
            escaping = thrown;
        }
        Integer exit = exits.get(from);
        if (exit == null) {
            exit = graph.newBlock();
            exits.put(from, exit);
            int current = graph.current();
            graph.select(exit);
            graph.add(new Throw(new Read(new Cell(thrown)), graph.lastAt(from)));
            graph.select(current);
        }
        graph.exceptional(from, exit, type, thrown);
    }
}
