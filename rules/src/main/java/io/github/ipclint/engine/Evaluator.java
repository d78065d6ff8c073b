package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of expressions and locations of places in one activation. */
final class Evaluator {
    private static final int MAX_DERIVATION = 3;

    private final Models models;
    private final Linker linker;
    private final CallPath frame;
    private final Map<Variable, Value> bindings;
    private final MemoryWatch watch;
    /** How many conditionals are being evaluated: what one of their arms looks at is not looked at for certain. */
    private int undecided;

    /** @param bindings values of a model's parameters, empty for the program's own code */
    Evaluator(Models models, Linker linker, CallPath frame, Map<Variable, Value> bindings, MemoryWatch watch) {
        this.models = models;
        this.watch = watch;
        this.linker = linker;
        this.frame = frame;
        this.bindings = bindings;
    }

    /** The same activation, seen from a model whose parameters have these values. */
    Evaluator binding(Map<Variable, Value> parameters) {
        return new Evaluator(models, linker, frame, parameters, watch);
    }

    CallPath frame() {
        return frame;
    }

    List<Value> evaluateAll(List<Expression> expressions, State state) {
        List<Value> values = new ArrayList<>(expressions.size());
        expressions.forEach(expression -> values.add(evaluate(expression, state)));
        return values;
    }

    Value evaluate(Expression expression, State state) {
        return switch (expression) {
            case Expression.Constant(long value) -> new Value.Number(value);
            case Expression.Text(String value) -> new Value.Text(value);
            case Expression.NamedConstant(String name) -> named(name, state);
            case Expression.Read(Place.Cell(Variable variable)) when bindings.containsKey(variable) -> bindings.get(variable);
            case Expression.Read(Place.Element(Place.Dereference(Expression.Read(Place.Cell(Variable variable))), Expression index)) when bindings
                    .get(variable) instanceof Value.Text text -> TextValues.character(text, evaluate(index, state));
            case Expression.Read(Place.Cell(Variable variable)) when ErrorNumber.is(variable) -> ErrorNumber.in(state);
            case Expression.Read(Place place) -> read(place, state);
            case Expression.AddressOf(Place place) -> address(locate(place, state));
            case Expression.FunctionReference(String name) -> new Value.FunctionValue(name);
            case Expression.SizeOf(var type, String source) ->
                    type.size() >= 0 ? new Value.Number(type.size()) : Value.of(new Symbol.Named("sizeof " + source));
            case Expression.Unary(var operator, Expression operand) -> unary(operator, evaluate(operand, state), state);
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) ->
                    binary(operator, evaluate(left, state), evaluate(right, state), state);
            case Expression.Cast(Type type, Expression operand) ->
                    type.equals(Type.VOID) ? dissolved(evaluate(operand, state)) : evaluate(operand, state);
            case Expression.Conditional(Expression condition, Expression whenTrue, Expression whenFalse) -> {
                Value chosen = evaluate(condition, state);
                if (bindings.isEmpty()) {
                    watch.treated(chosen, ResultLog.Treatment.SEPARATED);
                }
                undecided++;
                Value result = conditional(chosen, evaluate(whenTrue, state), evaluate(whenFalse, state), state);
                undecided--;
                yield result;
            }
            case Expression.Floating ignored -> Value.UNKNOWN;
            case Expression.OffsetOf ignored -> Value.UNKNOWN;
            case Expression.Unknown ignored -> Value.UNKNOWN;
        };
    }

    private Value named(String name, State state) {
        if (name.equals(Models.ERRNO)) {
            return ErrorNumber.in(state);
        }
        var constant = models.constant(name);
        return constant.isPresent() ? new Value.Number(constant.getAsLong()) : Value.of(new Symbol.Named(name));
    }

    private static Value address(@Nullable Location location) {
        return location == null ? Value.UNKNOWN : new Value.Pointer(location);
    }

    /** The cell that a place names, null where the pointer is not known at all. */
    @Nullable Location locate(Place place, State state) {
        return switch (place) {
            case Place.Cell(Variable cell) ->
                    cell.isStatic() ? new Location.Cell(linker.canonical(cell), null) : new Location.Cell(cell, frame);
            case Place.Field(Place base, String name) -> {
                Location location = locate(base, state);
                yield location == null ? null : new Location.Field(location, name);
            }
            case Place.Element(Place.Dereference(Expression pointer), var ignored) -> behind(evaluate(pointer, state), place, state);
            case Place.Element(Place base, Expression index) -> {
                Location location = locate(base, state);
                Value at = index(index, state);
                yield location == null ? null
                        : new Location.Element(location,
                                ValueRanges.isExact(at, state) ? ValueRanges.exact(at, state) : Location.Element.ANY);
            }
            case Place.Dereference(Expression pointer) -> target(evaluate(pointer, state));
        };
    }

    private Value index(Expression index, State state) {
        Value at = evaluate(index, state);
        watch.used(state, at, ResultLog.Purpose.INDEX);
        return at;
    }

    /** What a pointer value points to. */
    static @Nullable Location target(Value pointer) {
        return switch (pointer) {
            case Value.Pointer(Location location) -> location;
            case Value.Symbolic(Symbol symbol, long offset) ->
                    offset == 0 ? new Location.Pointee(symbol)
                            : new Location.Element(new Location.Pointee(symbol), offset > 0 ? offset : Location.Element.ANY);
            case Value.Number _,Value.Text _,Value.FunctionValue _,Value.Opaque _ -> null;
        };
    }

    /** A pointer is evaluated once: pointers to pointers may be nested deeply. */
    private Value read(Place place, State state) {
        Value pointer = switch (place) {
            case Place.Dereference(Expression to) -> evaluate(to, state);
            case Place.Element(Place.Dereference(Expression to), var ignored) -> evaluate(to, state);
            default -> null;
        };
        if (pointer instanceof Value.Text text) {
            Expression at = place instanceof Place.Element element ? element.index() : new Expression.Constant(0);
            return TextValues.character(text, evaluate(at, state));
        }
        Location location = pointer == null ? locate(place, state) : behind(pointer, place, state);
        return location == null ? Value.UNKNOWN : load(location, state);
    }

    /** Where a place lies that is reached through the pointer. */
    private @Nullable Location behind(Value pointer, Place place, State state) {
        Location target = target(pointer);
        if (!(place instanceof Place.Element(var base, Expression index))) {
            return target;
        }
        Value at = index(index, state);
        return target == null ? null : target.shifted(ValueRanges.exact(at, state), ValueRanges.isExact(at, state));
    }

    /** The value in a cell; an unknown one gets a symbol, so that the next read is the same. */
    private Value load(Location location, State state) {
        if (location.root() instanceof Location.Pointee(Symbol pointer)) {
            watch.used(state, Value.of(pointer), ResultLog.Purpose.ADDRESS);
            followed(pointer, state);
        }
        Symbol mapping = mappingOf(location, state);
        if (mapping != null) {
            watch.accessed(state, mapping, location, false);
            return Value.UNKNOWN;
        }
        Value value = state.memory.get(location);
        if (location instanceof Location.Element(Location array, long index) && index == Location.Element.ANY) {
            touchElements(array, state);
        }
        if (value instanceof Value.Symbolic(Symbol symbol, long ignored) && isSomeElement(location)) {
            // One of several, nobody knows which: what happens to it need not happen to the one that was stored last.
            HandleState handle = state.handles.get(symbol);
            if (handle != null) {
                state.handles.put(symbol, handle.asEscaped());
                return Value.UNKNOWN;
            }
        }
        boolean changing = watch.mayChange(location, value);
        if (value != null && !(value instanceof Value.Opaque) && !(changing && isPassing(value, state))) {
            return value;
        }
        if (changing || isSomeElement(location)) {
            return Value.UNKNOWN;
        }
        Symbol symbol = new Symbol.Initial(location);
        if (value != null) {
            Handles.renew(symbol, state);
        }
        state.memory.put(location, Value.of(symbol));
        return Value.of(symbol);
    }

    /** Who gets past a look behind a pointer that it was given has learnt that it is none to nowhere. */
    private void followed(Symbol pointer, State state) {
        if (pointer instanceof Symbol.Initial && bindings.isEmpty() && undecided == 0 && state.rangeOf(pointer).contains(0)) {
            state.ranges.put(pointer, state.rangeOf(pointer).satisfying(BinaryOperator.NOT_EQUAL, 0));
        }
    }

    /** Whether something else may well have replaced the value: it is no handle, no address and no result of a call. */
    private static boolean isPassing(Value value, State state) {
        return value instanceof Value.Number || value instanceof Value.Symbolic(Symbol symbol, long ignored)
                && !(symbol instanceof Symbol.Delivered) && !state.handles.contains(symbol);
    }

    /** Whatever is done with some element may be done with each. */
    private void touchElements(Location array, State state) {
        state.memory.forEachWithin(array, (cell, stored) -> {
            if (cell instanceof Location.Element(Location base, long ignored) && base.equals(array)) {
                watch.treated(stored, ResultLog.Treatment.DISSOLVED);
            }
        });
    }

    /** The shared mapping that a cell lies in, null for private memory. */
    static @Nullable Symbol mappingOf(Location location, State state) {
        if (location.root() instanceof Location.Pointee(Symbol symbol)) {
            HandleState handle = state.handles.get(symbol);
            return handle != null && handle.kind().equals(Handles.MAPPING) && !handle.isClosed() ? symbol : null;
        }
        return null;
    }

    /** Whether the location stands for one of several elements, nobody knows which. */
    static boolean isSomeElement(Location location) {
        return switch (location) {
            case Location.Element(Location base, long index) -> index == Location.Element.ANY || isSomeElement(base);
            case Location.Field(Location base, String ignored) -> isSomeElement(base);
            case Location.Cell ignored -> false;
            case Location.Pointee ignored -> false;
            case Location.Heap ignored -> false;
        };
    }

    private Value unary(Expression.UnaryOperator operator, Value operand, State state) {
        return switch (operator) {
            case NOT -> {
                Truth truth = truth(operand, state);
                yield truth == Truth.UNKNOWN ? derived(BinaryOperator.EQUAL, operand, new Value.Number(0))
                        : new Value.Number(truth == Truth.FALSE ? 1 : 0);
            }
            case NEGATE -> {
                dissolved(operand);
                yield binary(BinaryOperator.SUBTRACT, new Value.Number(0), operand, state);
            }
            case COMPLEMENT -> operand instanceof Value.Number(long value) ? new Value.Number(~value) : dissolved(operand);
        };
    }

    private Value binary(BinaryOperator operator, Value left, Value right, State state) {
        if (operator.isComparison()) {
            Truth truth = ValueRanges.compare(operator, left, right, state);
            return truth == Truth.UNKNOWN ? derived(operator, left, right) : new Value.Number(truth == Truth.TRUE ? 1 : 0);
        }
        if (operator == BinaryOperator.LOGICAL_AND || operator == BinaryOperator.LOGICAL_OR) {
            return logical(operator == BinaryOperator.LOGICAL_AND, truth(left, state), truth(right, state));
        }
        if (left instanceof Value.Text(String head) && operator == BinaryOperator.ADD && !(right instanceof Value.Number)) {
            return new Value.Text(head + (right instanceof Value.Text(String tail) ? tail : Value.Text.HOLE));
        }
        if (ValueRanges.isExact(left, state) && ValueRanges.isExact(right, state)) {
            return arithmetic(operator, ValueRanges.exact(left, state), ValueRanges.exact(right, state));
        }
        boolean additive = operator == BinaryOperator.ADD || operator == BinaryOperator.SUBTRACT;
        if (left instanceof Value.Pointer(Location target) && additive) {
            boolean known = ValueRanges.isExact(right, state);
            long distance = known ? ValueRanges.exact(right, state) : 0;
            return new Value.Pointer(target.shifted(operator == BinaryOperator.ADD ? distance : -distance, known));
        }
        if (left instanceof Value.Symbolic(Symbol symbol, long offset) && right instanceof Value.Number(long distance) && additive) {
            return new Value.Symbolic(symbol, operator == BinaryOperator.ADD ? offset + distance : offset - distance);
        }
        if (left instanceof Value.Number(long distance) && right instanceof Value.Symbolic(Symbol symbol, long offset)
                && operator == BinaryOperator.ADD) {
            return new Value.Symbolic(symbol, offset + distance);
        }
        Value masked = operator == BinaryOperator.AND ? Masks.of(left, right) : null;
        return masked == null ? derived(operator, left, right) : masked;
    }

    private static boolean isZero(Value value) {
        return value instanceof Value.Number(long number) && number == 0;
    }

    private static Value logical(boolean and, Truth left, Truth right) {
        Truth result = and ? left.and(right) : left.or(right);
        return result == Truth.UNKNOWN ? Value.UNKNOWN : new Value.Number(result == Truth.TRUE ? 1 : 0);
    }

    private Value derived(BinaryOperator operator, Value left, Value right) {
        if (left instanceof Value.Opaque || right instanceof Value.Opaque
                || Math.max(derivation(left), derivation(right)) >= MAX_DERIVATION) {
            dissolved(left);
            return dissolved(right);
        }
        return Value.of(new Symbol.Derived(operator, left, right));
    }

    /** The value goes into one that is not followed: what becomes of it is not known. */
    private Value dissolved(Value operand) {
        watch.treated(operand, ResultLog.Treatment.DISSOLVED);
        return Value.UNKNOWN;
    }

    private static int derivation(Value value) {
        return value instanceof Value.Symbolic(Symbol.Derived(var ignored, Value left, Value right), long offset)
                ? 1 + Math.max(derivation(left), derivation(right))
                : 0;
    }

    private static Value arithmetic(BinaryOperator operator, long left, long right) {
        return switch (operator) {
            case ADD -> new Value.Number(left + right);
            case SUBTRACT -> new Value.Number(left - right);
            case MULTIPLY -> new Value.Number(left * right);
            case DIVIDE -> right == 0 ? Value.UNKNOWN : new Value.Number(left / right);
            case REMAINDER -> right == 0 ? Value.UNKNOWN : new Value.Number(left % right);
            case AND -> new Value.Number(left & right);
            case OR -> new Value.Number(left | right);
            case XOR -> new Value.Number(left ^ right);
            case SHIFT_LEFT -> new Value.Number(left << right);
            case SHIFT_RIGHT -> new Value.Number(left >> right);
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, LOGICAL_AND, LOGICAL_OR -> Value.UNKNOWN;
        };
    }

    private Value conditional(Value chosen, Value whenTrue, Value whenFalse, State state) {
        return switch (truth(chosen, state)) {
            case TRUE -> whenTrue;
            case FALSE -> whenFalse;
            case UNKNOWN -> whenTrue.equals(whenFalse) ? whenTrue
                    : isOne(whenTrue) && isZero(whenFalse) ? derived(BinaryOperator.NOT_EQUAL, chosen, whenFalse)
                            : isZero(whenTrue) && isOne(whenFalse) ? derived(BinaryOperator.EQUAL, chosen, whenTrue) : Value.UNKNOWN;
        };
    }

    private static boolean isOne(Value value) {
        return value instanceof Value.Number(long number) && number == 1;
    }

    /** Whether a value is non-zero. */
    Truth truth(Value value, State state) {
        return ValueRanges.compare(BinaryOperator.NOT_EQUAL, value, new Value.Number(0), state);
    }
}
