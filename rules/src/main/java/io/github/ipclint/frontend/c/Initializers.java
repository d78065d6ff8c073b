package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Lowers initialisers (C23 6.7.11): an assignment for each element that one names, and for what is left out of small objects. */
final class Initializers {
    /** Objects with more scalars than this are not zeroed one by one. */
    private static final int MOST_ZEROED = 32;

    /** Arrays with more elements are not zeroed one by one, nor do they count for the object around them. */
    private static final int MOST_ELEMENTS = 16;

    /** Arrays with more items are tables of data: their elements are not kept. */
    private static final int LONGEST_TABLE = 512;

    private final Body body;

    Initializers(Body body) {
        this.body = body;
    }

    /** The type of an array without length, from its initialiser. */
    Type sized(Type type, Syntax value) {
        if (!(body.types().resolve(type) instanceof Type.Array(Type element, long length)) || length >= 0) {
            return type;
        }
        if (value.is("initializer_list")) {
            return new Type.Array(element, elements(value));
        }
        return body.expressions().value(value) instanceof Expression.Text(String text) ? new Type.Array(element, text.length() + 1L) : type;
    }

    private long elements(Syntax list) {
        long next = 0;
        long most = 0;
        for (Syntax item : list.children()) {
            Syntax designator = item.is("initializer_pair") ? item.child("designator") : null;
            if (designator != null && designator.is("subscript_designator") && !designator.children().isEmpty()) {
                next = body.expressions().constant(designator.children().getFirst()).orElse(next);
            }
            next++;
            most = Math.max(most, next);
        }
        return most;
    }

    /** Gives a place its initial value. */
    void initialize(Place place, Syntax value) {
        if (value.is("initializer_list")) {
            Items items = new Items(value);
            aggregate(place, body.types().of(place), items);
        } else {
            body.assignments().set(place, value, value);
        }
    }

    /** The items of one brace-enclosed list, in order. */
    private static final class Items {
        private final Syntax list;
        private final List<Syntax> items;
        private int next;

        Items(Syntax list) {
            this.list = list;
            this.items = list.children().stream().filter(item -> !item.isError()).toList();
        }

        boolean hasNext() {
            return next < items.size();
        }

        Syntax peek() {
            return items.get(next);
        }

        Syntax take() {
            return items.get(next++);
        }
    }

    private void aggregate(Place place, Type type, Items items) {
        switch (type) {
            case Type.Struct struct when struct.complete() -> struct(place, struct, items);
            case Type.Array array -> array(place, array, items);
            case Type.Struct ignored -> opaque(place, items);
            case Type.Named ignored -> opaque(place, items);
            default -> scalar(place, items);
        }
    }

    private void scalar(Place place, Items items) {
        if (items.hasNext()) {
            initialize(place, items.take());
        } else {
            body.assign(place, new Expression.Constant(0), items.list.range());
        }
    }

    /** An object of a type that nothing is known of: only what designators name is known of its content. */
    private void opaque(Place place, Items items) {
        body.assign(place, body.expressions().unknown(items.list), items.list.range());
        while (items.hasNext()) {
            Syntax item = items.take();
            if (item.is("initializer_pair")) {
                designated(place, item);
            } else {
                body.statements().effect(item);
            }
        }
    }

    private void struct(Place place, Type.Struct struct, Items items) {
        List<Type.Field> fields = struct.fields();
        boolean[] given = new boolean[fields.size()];
        int next = 0;
        while (items.hasNext()) {
            if (items.peek().is("initializer_pair")) {
                next = indexOf(fields, designated(place, items.take()));
            } else if (next < fields.size() && (next == 0 || !struct.union())) {
                item(member(place, fields.get(next)), body.types().resolve(fields.get(next).type()), items);
            } else {
                break;
            }
            if (next < fields.size()) {
                given[next++] = true;
            }
        }
        boolean zeroed = !struct.union() && scalars(struct) <= MOST_ZEROED;
        for (int i = 0; zeroed && i < given.length; i++) {
            if (!given[i]) {
                zero(member(place, fields.get(i)), fields.get(i).type(), items.list);
            }
        }
        if (!zeroed && next == 0) {
            body.assign(place, body.expressions().unknown(items.list), items.list.range());
        }
    }

    /** Members of an anonymous member are members of the object around it. */
    private static Place member(Place place, Type.Field field) {
        return field.name().isEmpty() ? place : new Place.Field(place, field.name());
    }

    /** Index of the member with this name, or of the anonymous member that has it; the number of members for other names. */
    private int indexOf(List<Type.Field> fields, String name) {
        int index = 0;
        while (index < fields.size() && !has(fields.get(index), name)) {
            index++;
        }
        return index;
    }

    private boolean has(Type.Field field, String name) {
        return field.name().isEmpty() ? body.types().field(field.type(), name) != null : field.name().equals(name);
    }

    private void array(Place place, Type.Array array, Items items) {
        if (items.hasNext() && isText(items.peek()) && body.types().resolve(array.element()).size() == 1) {
            initialize(place, items.take());
            return;
        }
        if (items.items.size() > LONGEST_TABLE) {
            body.assign(place, body.expressions().unknown(items.list), items.list.range());
            items.next = items.items.size();
            return;
        }
        boolean small = array.length() >= 0 && array.length() <= MOST_ELEMENTS && scalars(array) <= MOST_ZEROED;
        if (!small) {
            body.assign(place, body.expressions().unknown(items.list), items.list.range());
        }
        Set<Long> given = new HashSet<>();
        long next = 0;
        while (items.hasNext() && (array.length() < 0 || next < array.length() || items.peek().is("initializer_pair"))) {
            if (items.peek().is("initializer_pair")) {
                next = index(items.peek(), next);
                designated(place, items.take());
            } else {
                item(new Place.Element(place, new Expression.Constant(next)), body.types().resolve(array.element()), items);
            }
            given.add(next++);
        }
        for (long i = 0; small && i < array.length(); i++) {
            if (!given.contains(i)) {
                zero(new Place.Element(place, new Expression.Constant(i)), array.element(), items.list);
            }
        }
    }

    private long index(Syntax pair, long otherwise) {
        Syntax designator = pair.child("designator");
        boolean subscript = designator != null && designator.is("subscript_designator") && !designator.children().isEmpty();
        OptionalLong index =
                subscript && designator != null ? body.expressions().constant(designator.children().getFirst()) : OptionalLong.empty();
        return index.orElse(otherwise);
    }

    /** One item: its own list, a value, or, where braces were left out, the first items of an aggregate. */
    private void item(Place place, Type type, Items items) {
        Syntax item = items.peek();
        boolean aggregate = type instanceof Type.Array || (type instanceof Type.Struct struct && struct.complete());
        if (!aggregate || isText(item) || item.is("initializer_list") || givesAggregate(item)) {
            initialize(place, items.take());
        } else {
            aggregate(place, type, items);
        }
    }

    private static boolean isText(Syntax item) {
        return item.is("string_literal") || item.is("concatenated_string");
    }

    private boolean givesAggregate(Syntax item) {
        Syntax stripped = ExpressionLowering.strip(item);
        if (stripped.is("call_expression") || stripped.is("compound_literal_expression")) {
            return true;
        }
        return body.types().of(ExpressionLowering.unevaluated(body.names()).value(item)) instanceof Type.Struct;
    }

    /** {@code .a.b[2] = value}; the name of the first member. */
    private String designated(Place place, Syntax pair) {
        String first = "";
        Place target = place;
        for (Syntax designator : pair.children("designator")) {
            Syntax inner = designator.children().isEmpty() ? designator : designator.children().getFirst();
            if (designator.is("field_designator")) {
                first = first.isEmpty() ? inner.text() : first;
                target = body.types().member(target, inner.text());
            } else if (designator.is("subscript_designator")) {
                target = new Place.Element(target, body.expressions().value(inner));
            }
        }
        Syntax value = pair.child("value");
        if (value != null) {
            initialize(target, value);
        }
        return first;
    }

    private void zero(Place place, Type declared, Syntax source) {
        switch (body.types().resolve(declared)) {
            case Type.Struct(String ignored, List<Type.Field> fields, boolean union, boolean complete) when complete ->
                    fields.stream().limit(union ? 1 : fields.size()).forEach(field -> zero(member(place, field), field.type(), source));
            case Type.Array(Type ignored, long length) when length > MOST_ELEMENTS ->
                    body.assign(place, body.expressions().unknown(source), source.range());
            case Type.Array(Type element, long length) -> {
                for (long i = 0; i < length; i++) {
                    zero(new Place.Element(place, new Expression.Constant(i)), element, source);
                }
            }
            case Type ignored -> body.assign(place, new Expression.Constant(0), source.range());
        }
    }

    /** Number of scalars in an object, as far as it matters. */
    private long scalars(Type type) {
        return switch (body.types().resolve(type)) {
            case Type.Struct struct -> struct.fields().stream().mapToLong(field -> scalars(field.type())).sum();
            case Type.Array(Type ignored, long length) when length > MOST_ELEMENTS -> 1;
            case Type.Array(Type element, long length) -> length < 0 ? MOST_ZEROED + 1L : length * scalars(element);
            default -> 1;
        };
    }
}
