package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types of expressions and places, as far as declarations tell them. */
final class Types {
    /** More steps than this are a circle of typedefs. */
    private static final int MOST_STEPS = 32;

    private final Names names;

    Types(Names names) {
        this.names = names;
    }

    /** Follows typedef names and completes structures that were only mentioned by tag. */
    Type resolve(Type type) {
        Type current = type;
        for (int i = 0; i < MOST_STEPS; i++) {
            Type next = explained(current);
            if (next == null) {
                return current;
            }
            current = next;
        }
        return current;
    }

    private @Nullable Type explained(Type type) {
        return switch (type) {
            case Type.Named(String name) when names.meaning(name) instanceof Names.TypeName(Type meant) -> meant;
            case Type.Struct struct when !struct.complete() -> names.tag(struct.tag());
            default -> null;
        };
    }

    Type of(Place place) {
        return switch (place) {
            case Place.Cell(var variable) -> resolve(variable.type());
            case Place.Dereference(Expression pointer) -> target(of(pointer));
            case Place.Element(Place.Dereference(Expression pointer), Expression ignored) -> target(of(pointer));
            case Place.Element(Place base, Expression ignored) -> target(of(base));
            case Place.Field(Place base, String name) -> {
                Type field = field(of(base), name);
                yield field == null ? Type.UNKNOWN : resolve(field);
            }
        };
    }

    Type of(Expression expression) {
        return switch (expression) {
            case Expression.Constant(long value) -> value == (int) value ? Type.INT : Type.LONG;
            case Expression.Floating ignored -> new Type.Primitive("double", 8, true);
            case Expression.Text(String value) -> new Type.Array(Type.CHAR, value.length() + 1L);
            case Expression.Read(Place place) -> of(place);
            case Expression.AddressOf(Place place) -> new Type.Pointer(of(place));
            case Expression.Cast(Type type, Expression ignored) -> resolve(type);
            case Expression.FunctionReference(String name) ->
                    names.meaning(name) instanceof Names.FunctionName(Type type) ? new Type.Pointer(type) : Type.UNKNOWN;
            case Expression.SizeOf ignored -> new Type.Named("size_t");
            case Expression.OffsetOf ignored -> new Type.Named("size_t");
            case Expression.Unary(var operator, Expression operand) -> operator == Expression.UnaryOperator.NOT ? Type.INT : of(operand);
            case Expression.Binary binary -> ofBinary(binary);
            case Expression.Conditional(Expression ignored, Expression whenTrue, Expression whenFalse) -> {
                Type first = of(whenTrue);
                yield first instanceof Type.Primitive || first.equals(Type.UNKNOWN) ? of(whenFalse) : first;
            }
            case Expression.NamedConstant ignored -> Type.UNKNOWN;
            case Expression.Unknown ignored -> Type.UNKNOWN;
        };
    }

    private Type ofBinary(Expression.Binary binary) {
        if (binary.operator().isComparison()) {
            return Type.INT;
        }
        Type left = decay(of(binary.left()));
        Type right = decay(of(binary.right()));
        boolean pointers = left instanceof Type.Pointer && right instanceof Type.Pointer;
        if (pointers) {
            return Type.LONG;
        }
        if (left instanceof Type.Pointer || right.equals(Type.UNKNOWN)) {
            return left;
        }
        return right instanceof Type.Pointer || right.size() > left.size() ? right : left;
    }

    /** What an array or a function becomes as a value. */
    Type decay(Type type) {
        return switch (resolve(type)) {
            case Type.Array(Type element, long ignored) -> new Type.Pointer(element);
            case Type.FunctionType function -> new Type.Pointer(function);
            case Type other -> other;
        };
    }

    /** What a pointer points to or an array holds. */
    Type target(Type type) {
        return switch (resolve(type)) {
            case Type.Pointer(Type target) -> resolve(target);
            case Type.Array(Type element, long ignored) -> resolve(element);
            default -> Type.UNKNOWN;
        };
    }

    /** Type of a member, also one of an anonymous member. */
    @Nullable Type field(Type type, String name) {
        if (!(resolve(type) instanceof Type.Struct(String tag, List<Type.Field> fields, boolean union, boolean complete))) {
            return null;
        }
        for (Type.Field field : fields) {
            if (field.name().equals(name)) {
                return field.type();
            }
            Type nested = field.name().isEmpty() ? field(field.type(), name) : null;
            if (nested != null) {
                return nested;
            }
        }
        return null;
    }

    /**
     * A member of what lies at the place. Those members of a union that are pointers are one: the first stands for all, such as {@code
     * sa_handler} for {@code sa_sigaction}.
     */
    Place.Field member(Place base, String name) {
        return new Place.Field(base, of(base) instanceof Type.Struct struct ? cell(struct, name) : name);
    }

    private String cell(Type.Struct struct, String name) {
        for (Type.Field field : struct.fields()) {
            boolean here = field.name().equals(name);
            if (here && struct.union() && isPointer(field.type())) {
                return struct.fields().stream().filter(other -> isPointer(other.type())).findFirst().orElse(field).name();
            }
            if (!here && field.name().isEmpty() && resolve(field.type()) instanceof Type.Struct nested && field(nested, name) != null) {
                return cell(nested, name);
            }
        }
        return name;
    }

    /** The type with all names inside resolved, so that its size is known without this scope. */
    Type complete(Type type) {
        return complete(type, 0);
    }

    private Type complete(Type type, int depth) {
        if (depth > MOST_STEPS) {
            return type;
        }
        return switch (resolve(type)) {
            case Type.Array(Type element, long length) -> new Type.Array(complete(element, depth + 1), length);
            case Type.Struct(String tag, List<Type.Field> fields, boolean union, boolean known) ->
                    new Type.Struct(
                            tag,
                            fields.stream().map(field -> new Type.Field(field.name(), complete(field.type(), depth + 1))).toList(),
                            union,
                            known);
            case Type other -> other;
        };
    }

    boolean isPointer(Type type) {
        return resolve(type) instanceof Type.Pointer;
    }

    boolean isArray(Type type) {
        return resolve(type) instanceof Type.Array;
    }
}
