package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Assign;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.Return;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.stream.Stream;

/**
 * Functions of Java that move references without doing anything to them: constructors, setters, getters, what passes its parameter
 * on. Objects are built of them, so a handle would be lost from sight where they are not followed.
 */
final class Carriage {
    /** More than this is no accessor. */
    private static final int MAX_SIZE = 60;

    private Carriage() {}

    static boolean carries(Function function) {
        return function.is(Function.Mark.JAVA) && instructions(function).anyMatch(instruction -> moves(instruction, function));
    }

    static boolean isSmall(Function function) {
        return instructions(function).limit(MAX_SIZE + 1).count() <= MAX_SIZE;
    }

    private static Stream<Instruction> instructions(Function function) {
        return function.cfg().blocks().stream().flatMap(block -> block.instructions().stream());
    }

    private static boolean moves(Instruction instruction, Function function) {
        return switch (instruction) {
            case Assign(Place target, Expression value, var ignored) -> !(target instanceof Place.Cell) && isReference(value);
            case Return(Expression value, var ignored) ->
                    value != null && isReference(value) && function.result() instanceof Type.Pointer;
            case Call call -> call.arguments().stream().anyMatch(argument -> isParameter(argument, function));
            default -> false;
        };
    }

    private static boolean isReference(Expression value) {
        return value instanceof Expression.Read || value instanceof Expression.FunctionReference || value instanceof Expression.Conditional;
    }

    private static boolean isParameter(Expression value, Function function) {
        return value instanceof Expression.Read(Place.Cell(Variable variable))
                && variable.type() instanceof Type.Pointer
                && function.parameters().contains(variable);
    }
}
