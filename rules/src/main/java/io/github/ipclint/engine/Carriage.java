package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Assign;
import io.github.ipclint.ir.Instruction.Return;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import java.util.List;

/**
 * Functions of Java that move references without doing anything to them: constructors, setters and getters. Objects are built of
 * them, so a handle would be lost from sight where they are not followed.
 */
final class Carriage {
    /** More than this is no accessor. */
    private static final int MAX_SIZE = 60;

    private Carriage() {}

    static boolean carries(Function function) {
        if (!function.is(Function.Mark.JAVA)) {
            return false;
        }
        List<Instruction> instructions =
                function.cfg().blocks().stream().flatMap(block -> block.instructions().stream()).limit(MAX_SIZE + 1).toList();
        return instructions.size() <= MAX_SIZE && instructions.stream().anyMatch(instruction -> moves(instruction, function));
    }

    private static boolean moves(Instruction instruction, Function function) {
        return switch (instruction) {
            case Assign(Place target, Expression value, var ignored) -> !(target instanceof Place.Cell) && isReference(value);
            case Return(Expression value, var ignored) -> value != null && isReference(value) && returnsObject(function);
            default -> false;
        };
    }

    private static boolean isReference(Expression value) {
        return value instanceof Expression.Read || value instanceof Expression.FunctionReference || value instanceof Expression.Conditional;
    }

    private static boolean returnsObject(Function function) {
        return function.result() instanceof Type.Pointer;
    }
}
