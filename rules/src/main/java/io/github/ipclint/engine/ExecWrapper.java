package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Assign;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.Return;
import io.github.ipclint.ir.Place;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions that return what an exec returns, or its failure value: what comes back from them has failed. */
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
        if (!mayExec(function, models)) {
            return false;
        }
        Set<Place> failures = new HashSet<>();
        Set<Place> others = new HashSet<>();
        for (Instruction instruction : instructions(function)) {
            if (instruction instanceof Call call && call.result() != null) {
                (execs(call, models) ? failures : others).add(call.result());
            } else if (instruction instanceof Assign(Place target, Expression value, var at)) {
                (isFailure(value, failures) ? failures : others).add(target);
            }
        }
        failures.removeAll(others);
        return instructions(function).stream()
                .allMatch(instruction -> !(instruction instanceof Return(Expression value, var at)) || isFailure(value, failures));
    }

    private static boolean mayExec(Function function, Models models) {
        for (Block block : function.cfg().blocks()) {
            // A call is the last instruction of its block.
            if (!block.instructions().isEmpty() && block.instructions().getLast() instanceof Call call && execs(call, models)) {
                return true;
            }
        }
        return false;
    }

    private static List<Instruction> instructions(Function function) {
        return function.cfg().blocks().stream().map(Block::instructions).flatMap(List::stream).toList();
    }

    private static boolean isFailure(@Nullable Expression value, Set<Place> failures) {
        return value instanceof Expression.Constant(long number) && number == -1
                || value instanceof Expression.Read(Place place) && failures.contains(place);
    }

    private static boolean execs(Call call, Models models) {
        FunctionModel model = models.of(call.target(), call.arguments().size());
        return model != null && model.has(Effect.Execs.class);
    }
}
