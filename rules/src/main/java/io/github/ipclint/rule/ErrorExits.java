package io.github.ipclint.rule;

import io.github.ipclint.engine.Linker;
import io.github.ipclint.engine.Site;
import io.github.ipclint.ir.Cfg;
import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Cfg.Edge;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import java.util.List;

/** Whether code runs on a way that can only end in giving up: what fails there changes nothing any more. */
final class ErrorExits {
    private static final int MAX_HOPS = 12;

    private final Models models;
    private final Linker linker;

    ErrorExits(RuleContext context) {
        this.models = context.models();
        this.linker = context.linker();
    }

    /** Whether straight-line code leads from the site to an end with failure, or the whole function is for giving up. */
    boolean areAhead(Site site) {
        Function function = site.function();
        return function.is(Function.Mark.NORETURN) || straightOn(function, site.instruction());
    }

    private boolean straightOn(Function function, Instruction from) {
        Cfg cfg = function.cfg();
        // By identity, and not by a comparison of all that is in an instruction.
        Block block =
                cfg.blocks().stream().filter(candidate -> candidate.instructions().stream().anyMatch(each -> each == from)).findFirst()
                        .orElse(null);
        for (int hops = 0; block != null && hops < MAX_HOPS; hops++) {
            List<Instruction> instructions = block.instructions();
            if (instructions.stream().anyMatch(instruction -> instruction instanceof Call call && givesUp(function, call))) {
                return true;
            }
            List<Edge> edges = block.edges().stream().filter(edge -> !edge.isExceptional()).toList();
            block = edges.size() == 1 ? cfg.blocks().get(edges.getFirst().target()) : null;
        }
        return false;
    }

    private boolean givesUp(Function caller, Call call) {
        Function callee = linker.resolve(caller, call.target(), call.arguments().size());
        if (callee != null) {
            return callee.is(Function.Mark.NORETURN);
        }
        FunctionModel model = models.of(call.target());
        return model != null && model.all(Effect.EndsProcess.class).stream()
                .anyMatch(end -> end.ending() == Effect.Ending.ABORT || call.arguments().stream().anyMatch(this::isFailure));
    }

    private boolean isFailure(Expression status) {
        return switch (status) {
            case Expression.Constant(long value) -> value != 0;
            case Expression.NamedConstant(String name) -> models.constant(name).orElse(0) != 0;
            default -> false;
        };
    }
}
