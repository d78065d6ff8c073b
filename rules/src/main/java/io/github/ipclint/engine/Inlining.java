package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which calls of functions of the analysed set are followed in one exploration. */
final class Inlining {
    private static final int MAX_DEPTH = 9;

    /** For library code, whose callers are unknown: what lies deeper is judged from roots of its own. */
    private static final int MAX_LIBRARY_DEPTH = 4;

    /** Activations of one function in one exploration, and again in each handler; beyond, it counts as unknown. */
    private static final int MAX_ACTIVATIONS = 24;

    private final Relevance relevance;
    private final UncheckedResults unchecked;
    private final int maxDepth;
    private final Map<@Nullable ProcessInstance, Map<Function, Integer>> activations = new HashMap<>();

    /** @param program whether the exploration starts with the main of a program */
    Inlining(Relevance relevance, UncheckedResults unchecked, boolean program) {
        this.relevance = relevance;
        this.unchecked = unchecked;
        this.maxDepth = program ? MAX_DEPTH : MAX_LIBRARY_DEPTH;
    }

    /**
     * Functions of no interest by themselves are followed where they pass handles on, where they are asked about the result of a call,
     * where they can see shared memory, and in a handler: calls that elsewhere only print may be deadly there.
     */
    boolean isWanted(Function callee, CallPath from, List<Value> arguments, State state) {
        if (asksForResult(callee, arguments)
                || relevance.isPredicate(callee) && arguments.stream().anyMatch(Value.Number.class::isInstance)) {
            // It is small and calls nothing: no bound is needed.
            return true;
        }
        boolean wanted = relevance.isRelevant(callee)
                || (relevance.carries(callee) && Carriage.isSmall(callee))
                || (relevance.mayEnd(callee) && arguments.stream().anyMatch(argument -> decidesEnd(argument, state)))
                || state.process.role() == ProcessInstance.Role.HANDLER
                || MemoryEffects.reachesMapping(arguments, state);
        return wanted && from.depth() < maxDepth && !from.isActive(callee);
    }

    /** Whether the argument may be what the end of the process depends on: a result, or where a call has failed the number of that failure. */
    private boolean decidesEnd(Value argument, State state) {
        return unchecked.isOpen(argument, state) || (state.failureBranch && argument instanceof Value.Number);
    }

    /** Counts an activation; false when there have been enough. */
    boolean isAllowed(Function callee, ProcessInstance process) {
        if (relevance.isPredicate(callee)) {
            return true;
        }
        ProcessInstance handler = process.role() == ProcessInstance.Role.HANDLER ? process : null;
        return activations.computeIfAbsent(handler, key -> new IdentityHashMap<>()).merge(callee, 1, Integer::sum) <= MAX_ACTIVATIONS;
    }

    /** Whether the function is asked about what a call delivered: the branch on its answer is a branch on the outcome of that call. */
    boolean asksForResult(Function callee, List<Value> arguments) {
        return relevance.isPredicate(callee) && arguments.stream().anyMatch(unchecked::isResult);
    }
}
