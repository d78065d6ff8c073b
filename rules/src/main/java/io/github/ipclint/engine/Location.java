package io.github.ipclint.engine;

import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A cell of abstract memory. Equality is written out, and asks for identity first: locations are compared and hashed millions of times,
 * and what a record does by itself is slow as long as only the JVM's first compiler has seen it.
 */
public sealed interface Location extends PersistentMap.Clustered {
    /** A variable of an activation; statics have no frame. */
    record Cell(Variable variable, @Nullable CallPath frame) implements Location {
        @Override
        public int hashCode() {
            return variable.hashCode() * 31 + (frame == null ? 0 : frame.hashCode());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Cell cell && cell.variable == variable && cell.frame == frame;
        }
    }

    /** What a pointer that is not an address of ours points to: unknown memory, or the mapping that a call delivered. */
    record Pointee(Symbol pointer) implements Location {
        @Override
        public int hashCode() {
            return pointer.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Pointee that && pointer.equals(that.pointer));
        }
    }

    /** One object per allocation site and activation. */
    record Heap(Site site) implements Location {}

    record Field(Location base, String name) implements Location {
        @Override
        public int hashCode() {
            return base.hashCode() * 31 + name.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Field that && name.equals(that.name) && base.equals(that.base));
        }

        /**
         * The field that lies {@code distance} fields further, where all up to there are of one type: {@code pipe(&pair.read_end)} fills both
         * ends of a pair. Null where that is not known.
         */
        private @Nullable Field neighbour(long distance) {
            if (!(typeOf(base) instanceof Type.Struct struct) || struct.union()) {
                return null;
            }
            int first = struct.fields().stream().map(Type.Field::name).toList().indexOf(name);
            if (first < 0 || first + distance >= struct.fields().size()) {
                return null;
            }
            List<Type.Field> row = struct.fields().subList(first, first + (int) distance + 1);
            boolean alike =
                    row.stream().allMatch(field -> field.type() instanceof Type.Primitive type && type.equals(row.getFirst().type()));
            return alike ? new Field(base, row.getLast().name()) : null;
        }

        /** The type of what lies there, null where nobody has declared it. */
        private static @Nullable Type typeOf(Location location) {
            return switch (location) {
                case Cell(Variable variable, var ignored) -> variable.type();
                case Field(Location object, String member) when typeOf(object) instanceof Type.Struct struct ->
                        struct.fields().stream().filter(field -> field.name().equals(member)).map(Type.Field::type).findFirst()
                                .orElse(null);
                case Element(Location array, long ignored) when typeOf(array) instanceof Type.Array(Type element, long length) -> element;
                default -> null;
            };
        }
    }

    /** {@code index} -1 stands for some element. */
    record Element(Location base, long index) implements Location {
        static final long ANY = -1;

        @Override
        public int hashCode() {
            return base.hashCode() * 31 + Long.hashCode(index) + 7;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Element that && index == that.index && base.equals(that.base));
        }
    }

    /** The object that this location is part of. */
    default Location root() {
        Location location = this;
        while (true) {
            if (location instanceof Field field) {
                location = field.base;
            } else if (location instanceof Element element) {
                location = element.base;
            } else {
                return location;
            }
        }
    }

    @Override
    default Location cluster() {
        return root();
    }

    /** The way from the root to here, such as {@code .lock} or {@code [2].state}: equal in all programs that map one object. */
    default String withinRoot() {
        return switch (this) {
            case Field(Location base, String name) -> base.withinRoot() + "." + name;
            case Element(Location base, long index) ->
                    base.withinRoot() + (index == Element.ANY ? "[]" : index == 0 ? "" : "[" + index + "]");
            case Cell ignored -> "";
            case Pointee ignored -> "";
            case Heap ignored -> "";
        };
    }

    /** The location {@code distance} elements further. */
    default Location shifted(long distance, boolean known) {
        return switch (this) {
            case Element(Location base, long index) -> new Element(base, known && index >= 0 ? index + distance : Element.ANY);
            case Field field when known && distance > 0 && field.neighbour(distance) instanceof Field neighbour -> neighbour;
            case Location other -> known && distance == 0 ? other : new Element(other, known && distance >= 0 ? distance : Element.ANY);
        };
    }

    /** Whether this is one of the objects, or a part of one. */
    default boolean isWithin(Predicate<Location> object) {
        Location location = this;
        while (!object.test(location)) {
            switch (location) {
                case Field(Location base, String ignored) -> location = base;
                case Element(Location base, long ignored) -> location = base;
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    /** The same part of {@code to} as this is of {@code from}; this itself where it is no part of it. */
    default Location rebased(Location from, Location to) {
        if (equals(from)) {
            return to;
        }
        return switch (this) {
            case Field(Location base, String name) -> new Field(base.rebased(from, to), name);
            case Element(Location base, long index) -> new Element(base.rebased(from, to), index);
            default -> this;
        };
    }

    /** Memory that others than an activation see: a static variable, a structure behind a pointer. */
    default boolean outlives() {
        return !(root() instanceof Cell(Variable variable, var ignored)) || variable.isStatic();
    }

    /** Whether this location dies with the activation. */
    default boolean isLocalTo(CallPath frame) {
        return root() instanceof Cell(Variable variable, CallPath owner) && owner == frame && !variable.isStatic();
    }
}
