package io.github.ipclint.rule;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Mentions;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;

/** Where a function reads a variable. */
final class Reads {
    private Reads() {}

    /** Whether any instruction of the function does. */
    static boolean anywhere(Function function, Variable variable) {
        return function.cfg().blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .anyMatch(instruction -> in(instruction, variable));
    }

    private static boolean in(Instruction instruction, Variable variable) {
        return switch (instruction) {
            case Instruction.Assign(Place target, Expression value, var at) -> inTarget(target, variable) || Mentions.of(value, variable);
            case Instruction.Call call -> call.arguments().stream().anyMatch(argument -> Mentions.of(argument, variable))
                    || (call.receiver() != null && Mentions.of(call.receiver(), variable))
                    || (call.target() instanceof Instruction.Target.Indirect(Expression function) && Mentions.of(function, variable))
                    || (call.result() != null && inTarget(call.result(), variable));
            case Instruction.Assume(Expression condition, boolean truth, var at) -> Mentions.of(condition, variable);
            case Instruction.Leave ignored -> false;
            case Instruction.Return(Expression value, var at) -> value != null && Mentions.of(value, variable);
            case Instruction.Throw(Expression value, var at) -> Mentions.of(value, variable);
        };
    }

    private static boolean inTarget(Place place, Variable variable) {
        return !(place instanceof Place.Cell) && Mentions.of(place, variable);
    }
}
