package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Functions that never return: some call on every path through them ends the process. The set grows from the calls that end by themselves to
 * the functions that make them, and to their callers.
 */
final class NeverReturning {
    private final Linker linker;
    private final Models models;
    private final Set<Function> found = CallGraph.identitySet();

    /** @param candidates functions that may end the process on some path */
    NeverReturning(Collection<Function> candidates, CallGraph graph, Linker linker, Models models) {
        this.linker = linker;
        this.models = models;
        graph.spread(candidates, function -> !found.contains(function) && endsAlways(function) && found.add(function));
    }

    boolean contains(Function function) {
        return found.contains(function);
    }

    /** Whether some call in it ends the process and no path returns; what only loops for ever has more to it than an end. */
    private boolean endsAlways(Function function) {
        boolean anyEnd = false;
        BitSet seen = new BitSet();
        Deque<Integer> work = new ArrayDeque<>(List.of(0));
        while (!work.isEmpty()) {
            int id = work.pop();
            if (seen.get(id) || id >= function.cfg().blocks().size()) {
                continue;
            }
            seen.set(id);
            Block block = function.cfg().blocks().get(id);
            // A call is the last instruction of its block.
            boolean ends =
                    !block.instructions().isEmpty() && block.instructions().getLast() instanceof Call call && ends(function, call);
            anyEnd |= ends;
            if (!ends) {
                if (block.edges().isEmpty()) {
                    return false;
                }
                block.edges().forEach(edge -> work.push(edge.target()));
            }
        }
        return anyEnd;
    }

    private boolean ends(Function function, Call call) {
        FunctionModel described = models.of(call.target(), call.arguments().size());
        Function callee = linker.resolve(function, call.target(), call.arguments().size(), described != null);
        if (callee != null) {
            return found.contains(callee);
        }
        FunctionModel model = described == null ? models.partial(call.target()) : described;
        return model != null
                && (model.is(FunctionModel.Trait.NORETURN)
                        || model.all(Effect.EndsProcess.class).stream()
                                .anyMatch(ending -> ending.condition().when() == null && ending.condition().unless() == null));
    }
}
