package io.github.ipclint.rule;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
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
            case Instruction.Assign(Place target, Expression value, var at) -> inTarget(target, variable) || in(value, variable);
            case Instruction.Call call -> call.arguments().stream().anyMatch(argument -> in(argument, variable))
                    || (call.receiver() != null && in(call.receiver(), variable))
                    || (call.target() instanceof Instruction.Target.Indirect(Expression function) && in(function, variable))
                    || (call.result() != null && inTarget(call.result(), variable));
            case Instruction.Assume(Expression condition, boolean truth, var at) -> in(condition, variable);
            case Instruction.Leave ignored -> false;
            case Instruction.Return(Expression value, var at) -> value != null && in(value, variable);
            case Instruction.Throw(Expression value, var at) -> in(value, variable);
        };
    }

    private static boolean inTarget(Place place, Variable variable) {
        return !(place instanceof Place.Cell) && in(place, variable);
    }

    private static boolean in(Place place, Variable variable) {
        return switch (place) {
            case Place.Cell(Variable cell) -> cell == variable;
            case Place.Field(Place base, String name) -> in(base, variable);
            case Place.Element(Place base, Expression index) -> in(base, variable) || in(index, variable);
            case Place.Dereference(Expression pointer) -> in(pointer, variable);
        };
    }

    private static boolean in(Expression expression, Variable variable) {
        return switch (expression) {
            case Expression.Read(Place place) -> in(place, variable);
            case Expression.AddressOf(Place place) -> in(place, variable);
            case Expression.Unary(var operator, Expression operand) -> in(operand, variable);
            case Expression.Binary(var operator, Expression left, Expression right) -> in(left, variable) || in(right, variable);
            case Expression.Cast(var type, Expression operand) -> in(operand, variable);
            case Expression.Conditional(Expression condition, Expression whenTrue, Expression whenFalse) ->
                    in(condition, variable) || in(whenTrue, variable) || in(whenFalse, variable);
            case Expression.Constant ignored -> false;
            case Expression.NamedConstant ignored -> false;
            case Expression.Floating ignored -> false;
            case Expression.Text ignored -> false;
            case Expression.FunctionReference ignored -> false;
            case Expression.SizeOf ignored -> false;
            case Expression.OffsetOf ignored -> false;
            case Expression.Unknown ignored -> false;
        };
    }
}
