package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.TranslationUnit;
import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

/** Into which files calls lead from each function, its own included: sets of numbers in the order of the files. */
final class ReachedUnits {
    private static final BitSet NONE = new BitSet();

    private final Map<Function, BitSet> reached = new IdentityHashMap<>();

    ReachedUnits(Collection<TranslationUnit> units, CallGraph graph) {
        int number = 0;
        for (TranslationUnit unit : units) {
            for (Function function : unit.functions()) {
                known(function).set(number);
            }
            number++;
        }
        graph.spread(units.stream().flatMap(unit -> unit.functions().stream()).toList(), function -> {
            BitSet known = known(function);
            int before = known.cardinality();
            graph.callees(function).forEach(callee -> known.or(known(callee)));
            return known.cardinality() > before;
        });
    }

    /** The files that the function reaches; not to be changed. */
    BitSet of(Function function) {
        return reached.getOrDefault(function, NONE);
    }

    private BitSet known(Function function) {
        return reached.computeIfAbsent(function, key -> new BitSet());
    }
}
