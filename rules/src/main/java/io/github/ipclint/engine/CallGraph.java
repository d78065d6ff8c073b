package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
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
     * Spreads what is known of functions to their callers until nothing more is found out. Who is called comes before its callers, so that most
     * are looked at once.
     *
     * @param changes looks at a function; asked of each, and again of those that call one of whom it has said true
     */
    void spread(Collection<Function> functions, Predicate<Function> changes) {
        Deque<Function> work = new ArrayDeque<>(calleesFirst(functions));
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

    private record Visit(Function function, Iterator<Function> callees) {}

    /** The functions in the order in which a walk over the calls of each leaves them. */
    private List<Function> calleesFirst(Collection<Function> functions) {
        Set<Function> left = identitySet();
        left.addAll(functions);
        List<Function> order = new ArrayList<>(left.size());
        Deque<Visit> open = new ArrayDeque<>();
        for (Function root : functions) {
            if (left.remove(root)) {
                open.push(new Visit(root, callees(root).iterator()));
            }
            while (!open.isEmpty()) {
                Visit visit = open.element();
                if (!visit.callees().hasNext()) {
                    order.add(open.pop().function());
                    continue;
                }
                Function callee = visit.callees().next();
                if (left.remove(callee)) {
                    open.push(new Visit(callee, callees(callee).iterator()));
                }
            }
        }
        return order;
    }
}
