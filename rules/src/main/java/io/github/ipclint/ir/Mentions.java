package io.github.ipclint.ir;

import java.util.Collection;
import java.util.List;

/** Whether expressions and places mention one of some variables. */
public final class Mentions {
    private Mentions() {}

    /** Whether the expression mentions this variable. */
    public static boolean of(Expression expression, Variable variable) {
        return any(expression, List.of(variable));
    }

    /** Whether the place mentions this variable. */
    public static boolean of(Place place, Variable variable) {
        return any(place, List.of(variable));
    }

    /** Whether the expression reads one of the variables, or takes its address. */
    public static boolean any(Expression expression, Collection<Variable> variables) {
        return switch (expression) {
            case Expression.Read(Place place) -> any(place, variables);
            case Expression.AddressOf(Place place) -> any(place, variables);
            case Expression.Unary(var ignored, Expression operand) -> any(operand, variables);
            case Expression.Cast(var ignored, Expression operand) -> any(operand, variables);
            case Expression.Binary(var ignored, Expression left, Expression right) -> any(left, variables) || any(right, variables);
            case Expression.Conditional(Expression condition, Expression whenTrue, Expression whenFalse) ->
                    any(condition, variables) || any(whenTrue, variables) || any(whenFalse, variables);
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

    private static boolean any(Place place, Collection<Variable> variables) {
        return switch (place) {
            case Place.Cell(Variable variable) -> variables.contains(variable);
            case Place.Field(Place base, String ignored) -> any(base, variables);
            case Place.Element(Place base, Expression index) -> any(base, variables) || any(index, variables);
            case Place.Dereference(Expression pointer) -> any(pointer, variables);
        };
    }
}
