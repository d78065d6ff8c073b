package io.github.ipclint.frontend.java;

import io.github.ipclint.frontend.java.ClassInfo.FieldInfo;
import io.github.ipclint.frontend.java.ClassInfo.MethodInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The classes that one source file can see: its own, those of the project, those of the JDK. Not safe for several threads. */
final class ClassTable {
    /** Whether one class is a subtype of another; UNKNOWN when a supertype on the way has no declaration that we can read. */
    enum Kinship {
        SUBTYPE,
        UNRELATED,
        UNKNOWN
    }

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private final Function<String, Optional<? extends ClassInfo>> others;
    private final Map<String, Optional<? extends ClassInfo>> known = new HashMap<>();
    private final Map<String, List<String>> supertypes = new HashMap<>();

    /** @param others finds a class of the project or the JDK by its qualified name */
    ClassTable(Function<String, Optional<? extends ClassInfo>> others) {
        this.others = others;
    }

    /** Makes a class of the file itself known. */
    void add(ClassInfo info) {
        known.put(info.name(), Optional.of(info));
    }

    @Nullable ClassInfo find(String qualified) {
        Optional<? extends ClassInfo> found = known.get(qualified);
        if (found == null) {
            found = others.apply(qualified);
            known.put(qualified, found);
        }
        return found.orElse(null);
    }

    /** All supertypes, nearest first, {@code java.lang.Object} last; those without a readable declaration by the name they have. */
    List<String> supertypes(String name) {
        List<String> cached = supertypes.get(name);
        if (cached != null) {
            return cached;
        }
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            ClassInfo info = find(open.removeFirst());
            if (info != null) {
                for (JavaType supertype : info.supertypes()) {
                    if (found.add(supertype.name())) {
                        open.addLast(supertype.name());
                    }
                }
            }
        }
        found.remove(name);
        found.remove(JavaType.OBJECT.name());
        List<String> result = new ArrayList<>(found);
        if (!name.equals(JavaType.OBJECT.name())) {
            result.add(JavaType.OBJECT.name());
        }
        supertypes.put(name, List.copyOf(result));
        return result;
    }

    Kinship kinship(String subtype, String supertype) {
        if (subtype.equals(supertype) || supertype.equals(JavaType.OBJECT.name())) {
            return Kinship.SUBTYPE;
        }
        List<String> all = supertypes(subtype);
        if (all.contains(supertype)) {
            return Kinship.SUBTYPE;
        }
        return find(subtype) == null || all.stream().anyMatch(name -> find(name) == null) ? Kinship.UNKNOWN : Kinship.UNRELATED;
    }

    @Nullable FieldInfo field(JavaType type, String name) {
        return field(type, name, new HashSet<>());
    }

    private @Nullable FieldInfo field(JavaType type, String name, Set<String> visited) {
        ClassInfo info = visited.add(type.name()) ? find(type.name()) : null;
        if (info == null) {
            return null;
        }
        FieldInfo own = info.field(name);
        Map<String, JavaType> variables = bindings(info, type);
        if (own != null) {
            return new FieldInfo(
                    own.owner(), own.name(), own.type().with(variables), own.isStatic(), own.isEnumConstant(), own.isPrivate());
        }
        for (JavaType supertype : info.supertypes()) {
            FieldInfo inherited = field(supertype.with(variables), name, visited);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    /** The method that a call means, in terms of the receiver's type arguments; null when no declaration fits. */
    @Nullable MethodInfo method(JavaType receiver, String name, List<JavaType> arguments) {
        MethodInfo found = genericMethod(receiver, name, arguments);
        return found == null ? null : found.bound(Map.of());
    }

    /** Like {@link #method}, with those type variables of the method left that the arguments do not tell. */
    @Nullable MethodInfo genericMethod(JavaType receiver, String name, List<JavaType> arguments) {
        return method(receiver, name, arguments, new HashSet<>());
    }

    private @Nullable MethodInfo method(JavaType type, String name, List<JavaType> arguments, Set<String> visited) {
        ClassInfo info = visited.add(type.name()) ? find(type.name()) : null;
        if (info == null) {
            return null;
        }
        Map<String, JavaType> variables = bindings(info, type);
        MethodInfo own = new OverloadChoice(this, arguments).choose(info.methods(name));
        if (own != null) {
            return own.typeParameters().isEmpty() && variables.isEmpty()
                    ? own
                    : OverloadChoice.bind(own, arguments, variables);
        }
        if (name.equals("<init>")) {
            return null;
        }
        for (JavaType supertype : info.supertypes()) {
            MethodInfo inherited = method(supertype.with(variables), name, arguments, visited);
            if (inherited != null) {
                return inherited;
            }
        }
        return info.isInterface() ? method(JavaType.OBJECT, name, arguments, visited) : null;
    }

    /** This type as an instance of one of its generic supertypes, null when it is none. */
    @Nullable JavaType asSuper(JavaType type, String supertype) {
        return asSuper(type, supertype, new HashSet<>());
    }

    private @Nullable JavaType asSuper(JavaType type, String wanted, Set<String> visited) {
        if (type.name().equals(wanted)) {
            return type;
        }
        ClassInfo info = visited.add(type.name()) ? find(type.name()) : null;
        if (info == null) {
            return null;
        }
        Map<String, JavaType> variables = bindings(info, type);
        for (JavaType supertype : info.supertypes()) {
            JavaType found = asSuper(supertype.with(variables), wanted, visited);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The one abstract method of a functional interface, null when the type is none. */
    @Nullable MethodInfo functionalMethod(JavaType type) {
        ClassInfo info = type.dimensions() == 0 ? find(type.name()) : null;
        if (info == null || !info.isInterface()) {
            return null;
        }
        Map<String, MethodInfo> found = new HashMap<>();
        collectAbstract(type, found, new HashSet<>());
        return found.size() == 1 ? found.values().iterator().next() : null;
    }

    private void collectAbstract(JavaType type, Map<String, MethodInfo> found, Set<String> visited) {
        ClassInfo info = visited.add(type.name()) ? find(type.name()) : null;
        if (info == null) {
            return;
        }
        Map<String, JavaType> variables = bindings(info, type);
        for (MethodInfo method : info.abstractMethods()) {
            if (!OF_EVERY_OBJECT.contains(method.name())) {
                found.putIfAbsent(
                        method.name() + "/" + method.parameters().size(), OverloadChoice.bind(method, List.of(), variables));
            }
        }
        info.supertypes().forEach(supertype -> collectAbstract(supertype.with(variables), found, visited));
    }

    /** Type variables of the class as the type binds them; a raw type leaves them unknown. */
    private static Map<String, JavaType> bindings(ClassInfo info, JavaType type) {
        List<String> names = info.typeParameters();
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, JavaType> variables = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            variables.put(names.get(i), i < type.arguments().size() ? type.arguments().get(i) : JavaType.UNKNOWN);
        }
        return variables;
    }
}
