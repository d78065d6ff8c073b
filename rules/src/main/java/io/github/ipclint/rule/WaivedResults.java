package io.github.ipclint.rule;

import io.github.ipclint.engine.ResultLog.Result;
import io.github.ipclint.engine.Site;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.ResultUse;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;

/** Results of which the source says that nobody wants them. */
final class WaivedResults {
    private WaivedResults() {}

    static boolean isWaived(Result result) {
        Site blamed = result.blamed();
        return blamed.instruction() instanceof Call call
                && (call.use() == ResultUse.CAST_TO_VOID || isEvaluatedForNothing(call, blamed.function()));
    }

    /** {@code (void) !write(…)}, the way to tell gcc that a result is not wanted. */
    private static boolean isEvaluatedForNothing(Call call, Function function) {
        return call.use() == ResultUse.USED && call.result() instanceof Place.Cell(Variable result)
                && result.kind() == Variable.Kind.TEMPORARY && !Reads.anywhere(function, result);
    }
}
