package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names mean in one scope and those around it. */
final class Names {
    /** Meaning of an ordinary identifier. */
    sealed interface Meaning {}

    record VariableName(Variable variable) implements Meaning {}

    record TypeName(Type type) implements Meaning {}

    record Enumerator(long value) implements Meaning {}

    record FunctionName(Type type) implements Meaning {}

    private final @Nullable Names outer;
    private final Map<String, Meaning> meanings = new HashMap<>();
    private final Map<String, Type.Struct> tags = new HashMap<>();
    private final List<Variable> variables = new ArrayList<>();

    Names(@Nullable Names outer) {
        this.outer = outer;
    }

    @Nullable Names outer() {
        return outer;
    }

    void define(String name, Meaning meaning) {
        meanings.put(name, meaning);
        if (meaning instanceof VariableName(Variable variable)) {
            variables.add(variable);
        }
    }

    void defineTag(Type.Struct struct) {
        tags.put(struct.tag(), struct);
    }

    @Nullable Meaning meaning(String name) {
        for (Names scope = this; scope != null; scope = scope.outer) {
            Meaning meaning = scope.meanings.get(name);
            if (meaning != null) {
                return meaning;
            }
        }
        return null;
    }

    Type.@Nullable Struct tag(String tag) {
        for (Names scope = this; scope != null; scope = scope.outer) {
            Type.Struct struct = scope.tags.get(tag);
            if (struct != null) {
                return struct;
            }
        }
        return null;
    }

    /** The variables of this scope alone, in the order of their declarations. */
    List<Variable> variables() {
        return variables;
    }

    /** The ordinary identifiers of this scope alone. */
    Map<String, Meaning> meanings() {
        return meanings;
    }

    /** Takes over all names of another scope. */
    void addAll(Names other) {
        meanings.putAll(other.meanings);
        tags.putAll(other.tags);
    }
}
