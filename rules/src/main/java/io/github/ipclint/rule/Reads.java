package io.github.ipclint.rule;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Cfg.Edge;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Mentions;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Where a function reads a variable. */
final class Reads {
    private Reads() {}

    /** Whether any instruction of the function does. */
    static boolean anywhere(Function function, Variable variable) {
        return function.cfg().blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .anyMatch(instruction -> in(instruction, variable));
    }

    /** Whether some path from a call does, before the variable gets another value. */
    static boolean after(Function function, Instruction.Call call, Variable variable) {
        List<Block> blocks = function.cfg().blocks();
        BitSet seen = new BitSet();
        Deque<Edge> open = new ArrayDeque<>();
        // A call is the last instruction of its block.
        blocks.stream().filter(block -> !block.instructions().isEmpty() && block.instructions().getLast() == call)
                .forEach(block -> open.addAll(block.edges()));
        while (!open.isEmpty()) {
            int id = open.poll().target();
            if (seen.get(id)) {
                continue;
            }
            seen.set(id);
            for (Instruction instruction : blocks.get(id).instructions()) {
                if (instruction != call && in(instruction, variable)) {
                    return true;
                }
                if (sets(instruction, variable)) {
                    break;
                }
            }
            if (blocks.get(id).instructions().stream().noneMatch(instruction -> sets(instruction, variable))) {
                open.addAll(blocks.get(id).edges());
            }
        }
        return false;
    }

    private static boolean sets(Instruction instruction, Variable variable) {
        Place target = switch (instruction) {
            case Instruction.Assign assign -> assign.target();
            case Instruction.Call call -> call.result();
            case Instruction.Assume ignored -> null;
            case Instruction.Leave ignored -> null;
            case Instruction.Return ignored -> null;
            case Instruction.Throw ignored -> null;
        };
        return target instanceof Place.Cell(Variable cell) && cell == variable;
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
