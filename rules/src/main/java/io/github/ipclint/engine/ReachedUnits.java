package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.TranslationUnit;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Into which files calls lead from each function, its own included: sets of numbers in the order of the files. */
final class ReachedUnits {
    private static final BitSet NONE = new BitSet();

    private final Map<Function, BitSet> reached = new IdentityHashMap<>();

    /** @param callers who calls a function */
    ReachedUnits(Collection<TranslationUnit> units, Map<Function, Set<Function>> callers) {
        Deque<Function> work = new ArrayDeque<>();
        int number = 0;
        for (TranslationUnit unit : units) {
            for (Function function : unit.functions()) {
                known(function).set(number);
                work.add(function);
            }
            number++;
        }
        Set<Function> queued = new HashSet<>(work);
        while (!work.isEmpty()) {
            Function function = work.poll();
            queued.remove(function);
            for (Function caller : callers.getOrDefault(function, Set.of())) {
                BitSet known = known(caller);
                int before = known.cardinality();
                known.or(known(function));
                if (known.cardinality() > before && queued.add(caller)) {
                    work.add(caller);
                }
            }
        }
    }

    /** The files that the function reaches; not to be changed. */
    BitSet of(Function function) {
        return reached.getOrDefault(function, NONE);
    }

    private BitSet known(Function function) {
        return reached.computeIfAbsent(function, key -> new BitSet());
    }
}
