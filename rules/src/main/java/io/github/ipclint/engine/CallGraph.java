package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who calls whom, callbacks of library functions included. */
final class CallGraph {
    private final Map<Function, Set<Function>> callees = new IdentityHashMap<>();
    private final Map<Function, Set<Function>> callers = new IdentityHashMap<>();

    static Set<Function> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    void connect(Function caller, Function callee) {
        callees.computeIfAbsent(caller, key -> identitySet()).add(callee);
        callers.computeIfAbsent(callee, key -> identitySet()).add(caller);
    }

    Set<Function> callees(Function caller) {
        return callees.getOrDefault(caller, Set.of());
    }

    Set<Function> callers(Function callee) {
        return callers.getOrDefault(callee, Set.of());
    }

    /**
     * Spreads what is known of functions to their callers until nothing more is found out.
     *
     * @param changes looks at a function; asked of each, and again of those that call one of whom it has said true
     */
    void spread(Collection<Function> functions, Predicate<Function> changes) {
        Deque<Function> work = new ArrayDeque<>(functions);
        Set<Function> queued = identitySet();
        queued.addAll(functions);
        while (!work.isEmpty()) {
            Function function = work.poll();
            queued.remove(function);
            if (changes.test(function)) {
                callers(function).stream().filter(queued::add).forEach(work::add);
            }
        }
    }
}
