package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Expression.UnaryOperator;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lowers the part of expressions that only gives values; the rest goes to {@link Effects}. */
final class ExpressionLowering implements TypeReader.Constants {
    private static final Map<String, BinaryOperator> OPERATORS = Map.ofEntries(
            Map.entry("+", BinaryOperator.ADD),
            Map.entry("-", BinaryOperator.SUBTRACT),
            Map.entry("*", BinaryOperator.MULTIPLY),
            Map.entry("/", BinaryOperator.DIVIDE),
            Map.entry("%", BinaryOperator.REMAINDER),
            Map.entry("&", BinaryOperator.AND),
            Map.entry("|", BinaryOperator.OR),
            Map.entry("^", BinaryOperator.XOR),
            Map.entry("<<", BinaryOperator.SHIFT_LEFT),
            Map.entry(">>", BinaryOperator.SHIFT_RIGHT),
            Map.entry("==", BinaryOperator.EQUAL),
            Map.entry("!=", BinaryOperator.NOT_EQUAL),
            Map.entry("<", BinaryOperator.LESS),
            Map.entry("<=", BinaryOperator.LESS_EQUAL),
            Map.entry(">", BinaryOperator.GREATER),
            Map.entry(">=", BinaryOperator.GREATER_EQUAL));

    /** Names of system variables, which headers that we don't have declare. */
    private static final Set<String> SYSTEM_VARIABLES =
            Set.of("errno", "environ", "optarg", "optind", "opterr", "optopt", "stdin", "stdout", "stderr");

    /** Operators nested deeper are not kept, so that no later phase meets an expression too deep for its stack. */
    private static final int DEEPEST = 200;

    private static final int LONGEST_UNKNOWN = 80;

    private final Names names;
    private final Types types;
    private final TypeReader reader;
    private final Effects effects;
    private final Casts casts;
    private int depth;

    private ExpressionLowering(Names names, @Nullable Effects effects) {
        this.names = names;
        this.types = new Types(names);
        this.reader = new TypeReader(names, this);
        this.casts = new Casts(this);
        this.effects = effects == null ? new NoEffects(this) : effects;
    }

    /** For expressions that are evaluated, whose effects go there. */
    static ExpressionLowering evaluated(Names names, Effects effects) {
        return new ExpressionLowering(names, effects);
    }

    /** For expressions that are not evaluated. */
    static ExpressionLowering unevaluated(Names names) {
        return new ExpressionLowering(names, null);
    }

    Names names() {
        return names;
    }

    Types types() {
        return types;
    }

    TypeReader reader() {
        return reader;
    }

    Casts casts() {
        return casts;
    }

    static boolean isSystemVariable(String name) {
        return SYSTEM_VARIABLES.contains(name);
    }

    static @Nullable BinaryOperator operator(String symbol) {
        return OPERATORS.get(symbol);
    }

    @Override
    public OptionalLong constant(Syntax expression) {
        return Folding.evaluate(unevaluated(names).value(expression));
    }

    /** The value of an expression, arrays and functions decayed. */
    Expression value(Syntax expression) {
        depth++;
        Expression value = lower(expression);
        depth--;
        boolean deep = depth > DEEPEST && (value instanceof Expression.Binary || value instanceof Expression.Unary
                || value instanceof Expression.Conditional || value instanceof Expression.Cast || value instanceof Expression.Read);
        return deep ? unknown(expression) : value;
    }

    /** The value of a child, unknown where the parser found none. */
    Expression child(Syntax parent, String role) {
        Syntax child = parent.child(role);
        return child == null ? unknown(parent) : value(child);
    }

    Expression unknown(Syntax source) {
        int end = Math.min(source.end(), source.start() + LONGEST_UNKNOWN);
        return new Expression.Unknown(source.text(end));
    }

    private Expression lower(Syntax expression) {
        return switch (expression.type()) {
            case "identifier", "type_identifier", "field_identifier" -> identifier(expression);
            case "number_literal" -> Literals.number(expression.text());
            case "char_literal" -> new Expression.Constant(Literals.character(expression.text()));
            case "string_literal", "concatenated_string" -> new Expression.Text(string(expression));
            case "true" -> new Expression.Constant(1);
            case "false" -> new Expression.Constant(0);
            case "null" -> new Expression.NamedConstant("NULL");
            case "parenthesized_expression", "extension_expression" -> inner(expression);
            case "compound_statement" -> effects.statements(expression);
            case "field_expression", "subscript_expression" -> read(place(expression));
            case "compound_literal_expression" -> read(effects.compoundLiteral(expression));
            case "pointer_expression" -> pointer(expression);
            case "unary_expression" -> unary(expression);
            case "binary_expression" -> binary(expression);
            case "conditional_expression" -> effects.conditional(expression);
            case "call_expression" -> {
                Expression cast = casts.ofCall(expression);
                yield cast == null ? effects.call(expression) : cast;
            }
            case "assignment_expression" -> effects.assignment(expression);
            case "update_expression" -> effects.update(expression);
            case "comma_expression" -> effects.comma(expression);
            case "cast_expression" -> casts.cast(expression);
            case "sizeof_expression" -> casts.sizeOf(expression);
            case "offsetof_expression" -> offsetOf(expression);
            default -> unknown(expression);
        };
    }

    private Expression inner(Syntax parent) {
        Syntax last = null;
        for (Syntax child : parent.children()) {
            last = child.isError() ? last : child;
        }
        return last == null ? unknown(parent) : value(last);
    }

    private Expression identifier(Syntax name) {
        return switch (names.meaning(name.text())) {
            case Names.VariableName(var variable) -> read(new Place.Cell(variable));
            case Names.Enumerator(long value) -> new Expression.Constant(value);
            case Names.FunctionName ignored -> new Expression.FunctionReference(name.text());
            case Names.TypeName ignored -> new Expression.NamedConstant(name.text());
            case null -> {
                Variable meant = Misspelling.meant(name, names);
                yield meant != null ? read(effects.misspelt(name, meant))
                        : isSystemVariable(name.text()) ? read(effects.undeclared(name)) : new Expression.NamedConstant(name.text());
            }
        };
    }

    private static String string(Syntax literal) {
        if (!literal.is("concatenated_string")) {
            return Literals.string(literal.text());
        }
        StringBuilder joined = new StringBuilder();
        for (Syntax part : literal.children()) {
            // A name between literals is a macro of the system, such as PRIu64: a hole in a format.
            joined.append(part.is("string_literal") ? Literals.string(part.text()) : part.is("identifier") ? "s" : "");
        }
        return joined.toString();
    }

    /** The value in a place; an array gives the address of its first element. */
    Expression read(Place place) {
        return types.isArray(types.of(place))
                ? new Expression.AddressOf(new Place.Element(place, new Expression.Constant(0)))
                : new Expression.Read(place);
    }

    private Expression pointer(Syntax expression) {
        Syntax operand = expression.child("argument");
        if (operand == null) {
            return unknown(expression);
        }
        if (expression.textOf("operator").equals("*")) {
            Expression pointer = value(operand);
            return pointer instanceof Expression.FunctionReference ? pointer : read(dereference(pointer));
        }
        Syntax stripped = strip(operand);
        if (stripped.is("pointer_expression") && stripped.textOf("operator").equals("&")) {
            return new Expression.Unknown("&&" + stripped.textOf("argument"));
        }
        if (stripped.is("identifier") && names.meaning(stripped.text()) instanceof Names.FunctionName) {
            return new Expression.FunctionReference(stripped.text());
        }
        return address(place(operand));
    }

    static Expression address(Place place) {
        return place instanceof Place.Dereference(Expression pointer) ? pointer : new Expression.AddressOf(place);
    }

    static Place dereference(Expression pointer) {
        return pointer instanceof Expression.AddressOf(Place place) ? place : new Place.Dereference(pointer);
    }

    private Expression unary(Syntax expression) {
        Expression operand = child(expression, "argument");
        return switch (expression.textOf("operator")) {
            case "-" -> Folding.unary(UnaryOperator.NEGATE, operand);
            case "!", "not" -> Folding.unary(UnaryOperator.NOT, operand);
            case "~", "compl" -> Folding.unary(UnaryOperator.COMPLEMENT, operand);
            default -> operand;
        };
    }

    private Expression binary(Syntax expression) {
        String symbol = expression.textOf("operator");
        BinaryOperator operator = OPERATORS.get(symbol);
        if (operator == null) {
            return symbol.equals("&&") || symbol.equals("||") ? effects.logical(expression) : unknown(expression);
        }
        Syntax left = expression.child("left");
        if (left != null && casts.isParenthesizedType(left)) {
            return casts.ofUnary(left, symbol, expression);
        }
        return combine(operator, child(expression, "left"), child(expression, "right"));
    }

    /** Applies an operator, the pointer of pointer arithmetic on the left. */
    Expression combine(BinaryOperator operator, Expression left, Expression right) {
        boolean swap = operator == BinaryOperator.ADD && types.isPointer(types.of(right)) && !types.isPointer(types.of(left));
        return swap ? Folding.binary(operator, right, left) : Folding.binary(operator, left, right);
    }

    private Expression offsetOf(Syntax expression) {
        Syntax type = expression.child("type");
        return type == null ? unknown(expression) : new Expression.OffsetOf(
                types.complete(reader.typeName(type)), expression.textOf("member").replace(BuiltInMacros.SEPARATOR, '.'));
    }

    /** Removes parentheses. */
    static Syntax strip(Syntax expression) {
        Syntax stripped = expression;
        while (stripped.is("parenthesized_expression") && stripped.children().size() == 1) {
            stripped = stripped.children().getFirst();
        }
        return stripped;
    }

    /** The place that an expression designates; a fresh one where it has only a value. */
    Place place(Syntax expression) {
        depth++;
        Place place = lowerPlace(expression);
        depth--;
        return depth > DEEPEST && !(place instanceof Place.Cell) ? effects.holder(unknown(expression), expression) : place;
    }

    private Place lowerPlace(Syntax expression) {
        return switch (expression.type()) {
            case "identifier", "type_identifier" -> variable(expression);
            case "parenthesized_expression" -> {
                Syntax stripped = strip(expression);
                yield stripped == expression ? effects.holder(value(expression), expression) : place(stripped);
            }
            case "field_expression" -> field(expression);
            case "subscript_expression" -> element(expression);
            case "compound_literal_expression" -> effects.compoundLiteral(expression);
            case "pointer_expression" -> expression.textOf("operator").equals("*")
                    ? dereference(child(expression, "argument"))
                    : effects.holder(value(expression), expression);
            default -> effects.holder(value(expression), expression);
        };
    }

    private Place variable(Syntax name) {
        if (names.meaning(name.text()) instanceof Names.VariableName(var variable)) {
            return new Place.Cell(variable);
        }
        Variable meant = Misspelling.meant(name, names);
        return meant == null ? effects.undeclared(name) : effects.misspelt(name, meant);
    }

    private Place field(Syntax expression) {
        Syntax object = expression.child("argument");
        if (object == null) {
            return effects.holder(unknown(expression), expression);
        }
        Place base = expression.textOf("operator").equals("->") ? dereference(value(object)) : place(object);
        return types().member(base, expression.textOf("field"));
    }

    private Place element(Syntax expression) {
        Expression base = child(expression, "argument");
        Expression index = child(expression, "index");
        if (types.isPointer(types.of(index)) && !types.isPointer(types.of(base))) {
            return element(index, base);
        }
        return element(base, index);
    }

    /** The element at {@code pointer[index]}. */
    Place element(Expression pointer, Expression index) {
        if (pointer instanceof Expression.AddressOf(Place.Element(Place array, Expression first))) {
            return new Place.Element(array,
                    first instanceof Expression.Constant(long at) && at == 0 ? index : combine(BinaryOperator.ADD, first, index));
        }
        return new Place.Element(dereference(pointer), index);
    }
}
