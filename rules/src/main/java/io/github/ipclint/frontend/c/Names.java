package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names mean: a stack of scopes, the outermost being the file, around it what it includes. */
final class Names {
    /** Meaning of an ordinary identifier. */
    sealed interface Meaning {}

    record VariableName(Variable variable) implements Meaning {}

    record TypeName(Type type) implements Meaning {}

    record Enumerator(long value) implements Meaning {}

    record FunctionName(Type type) implements Meaning {}

    /** One scope. Identity is the object. */
    private static final class Scope {
        private final Map<String, Meaning> meanings = new HashMap<>();
        private final Map<String, Type.Struct> tags = new HashMap<>();
        private final List<Variable> variables = new ArrayList<>();
    }

    /** Where a jump starts or ends: its open scopes, each with the variables declared so far. */
    record Position(List<?> scopes, List<List<Variable>> variables) {}

    private final Scope included = new Scope();
    /** What the system calls so; null where headers of the project are missing, which may declare anything. */
    private @Nullable Set<String> systemNames;
    private final List<Scope> scopes = new ArrayList<>();

    Names() {
        enter();
    }

    /** Opens a scope. */
    void enter() {
        scopes.add(new Scope());
    }

    /** Closes the innermost scope. */
    void leave() {
        scopes.removeLast();
    }

    /** Number of open scopes. */
    int depth() {
        return scopes.size();
    }

    /** Declares in the innermost scope. */
    void define(String name, Meaning meaning) {
        scopes.getLast().meanings.put(name, meaning);
        if (meaning instanceof VariableName(Variable variable)) {
            scopes.getLast().variables.add(variable);
        }
    }

    /** Declares in the scope of the file. */
    void defineInFile(String name, Meaning meaning) {
        scopes.getFirst().meanings.put(name, meaning);
    }

    void defineTag(Type.Struct struct) {
        scopes.getLast().tags.put(struct.tag(), struct);
    }

    @Nullable Meaning meaning(String name) {
        for (Scope scope : scopes.reversed()) {
            Meaning meaning = scope.meanings.get(name);
            if (meaning != null) {
                return meaning;
            }
        }
        return included.meanings.get(name);
    }

    Type.@Nullable Struct tag(String tag) {
        for (Scope scope : scopes.reversed()) {
            Type.Struct struct = scope.tags.get(tag);
            if (struct != null) {
                return struct;
            }
        }
        return included.tags.get(tag);
    }

    /** All headers of the project have been read: what is neither declared nor one of these names is a mistake. */
    void complete(Set<String> namesOfSystem) {
        systemNames = namesOfSystem;
    }

    /** Whether surely nothing declares the name. */
    boolean isUndeclared(String name) {
        return systemNames != null && !systemNames.contains(name) && meaning(name) == null;
    }

    /** The variables of the function that is open, parameters included, without those that others hide. */
    Collection<Variable> locals() {
        Map<String, Variable> visible = new LinkedHashMap<>();
        for (Scope scope : scopes.subList(1, scopes.size())) {
            scope.variables.forEach(variable -> visible.put(variable.name(), variable));
        }
        return visible.values();
    }

    /** The automatic variables of the scopes above this depth, which a jump to that depth leaves, innermost first. */
    List<Variable> automaticAbove(int depth) {
        List<Variable> left = new ArrayList<>();
        for (Scope scope : scopes.subList(depth, scopes.size()).reversed()) {
            left.addAll(automatic(scope.variables));
        }
        return left;
    }

    private static List<Variable> automatic(List<Variable> variables) {
        List<Variable> found = new ArrayList<>(variables);
        found.removeIf(variable -> variable.kind() != Variable.Kind.LOCAL);
        Collections.reverse(found);
        return found;
    }

    Position position() {
        return new Position(List.copyOf(scopes), scopes.stream().map(scope -> List.copyOf(scope.variables)).toList());
    }

    /** The automatic variables that a jump leaves, innermost first. */
    static List<Variable> left(Position from, Position to) {
        List<Variable> left = new ArrayList<>();
        for (int i = from.scopes().size() - 1; i >= 0; i--) {
            if (i >= to.scopes().size() || !from.scopes().get(i).equals(to.scopes().get(i))) {
                left.addAll(automatic(from.variables().get(i)));
            }
        }
        return left;
    }

    /** The ordinary identifiers that the file itself declares. */
    Map<String, Meaning> inFile() {
        return scopes.getFirst().meanings;
    }

    /** Takes over the names that another file itself declares, but for its variables, of which every unit has its own. */
    void include(Names other) {
        other.scopes.getFirst().meanings.forEach((name, meaning) -> {
            if (!(meaning instanceof VariableName)) {
                included.meanings.put(name, meaning);
            }
        });
        included.tags.putAll(other.scopes.getFirst().tags);
    }

    /** The types alone, tags and type names, of this file and those that it includes. */
    Names typesOnly() {
        Names types = new Names();
        for (Scope scope : List.of(included, scopes.getFirst())) {
            types.included.tags.putAll(scope.tags);
            scope.meanings.forEach((name, meaning) -> {
                if (meaning instanceof TypeName) {
                    types.included.meanings.put(name, meaning);
                }
            });
        }
        return types;
    }

    /** The ordinary identifiers of included files. */
    Map<String, Meaning> included() {
        return included.meanings;
    }
}
