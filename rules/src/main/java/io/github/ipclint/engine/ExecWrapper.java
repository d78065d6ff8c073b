package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.Return;
import io.github.ipclint.ir.Place;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Functions that return what an exec returns, and so only ever its failure. */
final class ExecWrapper {
    /** What every function of the exec family returns, if it returns (POSIX.1-2024, exec). */
    private static final Value FAILURE = new Value.Number(-1);

    private ExecWrapper() {}

    /** The outcomes of a call that is not followed; what such a function returns is known all the same. */
    static List<CallOutcome> returning(List<CallOutcome> outcomes, Function callee, Models models) {
        return !is(callee, models) ? outcomes
                : outcomes.stream().map(outcome -> new CallOutcome(outcome.state(), FAILURE, outcome.thrown())).toList();
    }

    private static boolean is(Function function, Models models) {
        Set<Place> failures = new HashSet<>();
        for (Block block : function.cfg().blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction instanceof Call call && call.result() != null && execs(call, models)) {
                    failures.add(call.result());
                }
            }
        }
        return !failures.isEmpty() && function.cfg().blocks().stream().flatMap(block -> block.instructions().stream())
                .allMatch(instruction -> !(instruction instanceof Return(Expression value, var at))
                        || value instanceof Expression.Read(Place place) && failures.contains(place));
    }

    private static boolean execs(Call call, Models models) {
        FunctionModel model = models.of(call.target(), call.arguments().size());
        return model != null && model.has(Effect.Execs.class);
    }
}
