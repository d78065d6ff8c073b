package io.github.ipclint.model;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit.Argument;
import io.github.ipclint.ir.TranslationUnit.Attribute;
import io.github.ipclint.ir.TranslationUnit.Prototype;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The expressions in the attributes of one prototype: every name in them must mean something there. */
final class Slots {
    private static final String REST = "args";
    private static final Pattern ONE_OF_REST = Pattern.compile(REST + "\\s*\\(\\s*(\\d+)\\s*\\)");

    private final Prototype prototype;
    private final Set<Variable> variables;
    private final Predicate<String> constants;
    private final Map<Integer, Variable> rest = new TreeMap<>();

    Slots(Prototype prototype, Predicate<String> constants) {
        this.prototype = prototype;
        this.constants = constants;
        this.variables = new HashSet<>(prototype.parameters());
        variables.add(prototype.result());
    }

    /** The variadic arguments that were mentioned so far. */
    Map<Integer, Variable> rest() {
        return rest;
    }

    /** An argument as an expression over the parameters. */
    Expression read(Argument argument, SourceRange at) throws MalformedAttribute {
        Attribute nested = argument.nested();
        if (nested != null) {
            return nested.name().equals(REST) ? ofRest(index(nested), nested.at())
                    : fail(nested.at(), "'" + nested.name() + "(…)' cannot stand here");
        }
        Expression expression = argument.expression();
        return expression == null ? fail(at, "empty argument") : resolve(expression, at);
    }

    /** The constant number that an argument is. */
    static int number(Argument argument, SourceRange at) throws MalformedAttribute {
        if (argument.expression() instanceof Expression.Constant(long value) && value >= 0 && value < 100) {
            return (int) value;
        }
        throw new MalformedAttribute(at, "a small number is needed here");
    }

    private static int index(Attribute rest) throws MalformedAttribute {
        if (rest.arguments().size() != 1) {
            throw new MalformedAttribute(rest.at(), "'args' takes the index of one variadic argument");
        }
        return number(rest.arguments().getFirst(), rest.at());
    }

    private Expression ofRest(int index, SourceRange at) throws MalformedAttribute {
        if (!prototype.variadic()) {
            return fail(at, "'" + prototype.name() + "' has no variadic arguments");
        }
        String name = index == FunctionModel.ALL_REST ? REST : Effect.rest(index);
        Variable variable =
                rest.computeIfAbsent(index, ignored -> new Variable(name, Type.UNKNOWN, Variable.Kind.PARAMETER, Set.of(), prototype.at()));
        return new Expression.Read(new Place.Cell(variable));
    }

    private Expression resolve(Expression expression, SourceRange at) throws MalformedAttribute {
        return switch (expression) {
            case Expression.Constant constant -> constant;
            case Expression.Floating floating -> floating;
            case Expression.Text text -> text;
            case Expression.SizeOf size -> size;
            case Expression.OffsetOf offset -> offset;
            case Expression.NamedConstant(String name) -> named(name, expression, at);
            case Expression.FunctionReference(String name) -> named(name, expression, at);
            case Expression.Unknown(String source) -> unknown(source, at);
            case Expression.Read(Place place) -> new Expression.Read(resolve(place, at));
            case Expression.AddressOf(Place place) -> new Expression.AddressOf(resolve(place, at));
            case Expression.Unary(var operator, var operand) -> new Expression.Unary(operator, resolve(operand, at));
            case Expression.Binary(var operator, var left, var right) ->
                    new Expression.Binary(operator, resolve(left, at), resolve(right, at));
            case Expression.Cast(var type, var operand) -> new Expression.Cast(type, resolve(operand, at));
            case Expression.Conditional(var condition, var whenTrue, var whenFalse) ->
                    new Expression.Conditional(resolve(condition, at), resolve(whenTrue, at), resolve(whenFalse, at));
        };
    }

    private Place resolve(Place place, SourceRange at) throws MalformedAttribute {
        return switch (place) {
            case Place.Cell(Variable variable) -> {
                if (!variables.contains(variable) && !rest.containsValue(variable)) {
                    throw new MalformedAttribute(at, unexplained(variable.name()));
                }
                yield place;
            }
            case Place.Field(Place base, String name) -> new Place.Field(resolve(base, at), name);
            case Place.Element(Place base, Expression index) -> new Place.Element(resolve(base, at), resolve(index, at));
            case Place.Dereference(Expression pointer) -> new Place.Dereference(resolve(pointer, at));
        };
    }

    private Expression named(String name, Expression expression, SourceRange at) throws MalformedAttribute {
        if (name.equals(REST)) {
            return ofRest(FunctionModel.ALL_REST, at);
        }
        return constants.test(name) ? expression : fail(at, unexplained(name));
    }

    private Expression unknown(String source, SourceRange at) throws MalformedAttribute {
        Matcher one = ONE_OF_REST.matcher(source);
        return one.matches() ? ofRest(Integer.parseInt(one.group(1)), at) : fail(at, "'" + source + "' is not understood");
    }

    private String unexplained(String name) {
        return "'" + name + "' is neither a parameter of '" + prototype.name() + "' nor a known constant";
    }

    private static Expression fail(@Nullable SourceRange at, String message) throws MalformedAttribute {
        throw new MalformedAttribute(at == null ? SourceRange.NONE : at, message);
    }
}
