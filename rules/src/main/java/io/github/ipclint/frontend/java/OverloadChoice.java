package io.github.ipclint.frontend.java;

import io.github.ipclint.frontend.java.ClassInfo.MethodInfo;
import io.github.ipclint.frontend.java.ClassTable.Kinship;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses among overloads by the static types of the arguments: a rough reading of JLS 15.12.2 that never gives up. */
final class OverloadChoice {
    private static final Map<String, Integer> WIDTH =
            Map.of("byte", 1, "short", 2, "char", 2, "int", 3, "long", 4, "float", 5, "double", 6);
    private static final int IMPOSSIBLE = -1;

    private final ClassTable classes;
    private final List<JavaType> arguments;

    OverloadChoice(ClassTable classes, List<JavaType> arguments) {
        this.classes = classes;
        this.arguments = arguments;
    }

    /** The first of the best; null when none can take the arguments. */
    @Nullable MethodInfo choose(List<MethodInfo> candidates) {
        MethodInfo best = null;
        int bestScore = IMPOSSIBLE;
        for (MethodInfo candidate : candidates) {
            int score = candidate.accepts(arguments.size()) ? score(candidate) : IMPOSSIBLE;
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private int score(MethodInfo method) {
        int total = method.variadic() ? 0 : 1;
        for (int i = 0; i < arguments.size(); i++) {
            int one = score(method.parameter(i, arguments.size()), arguments.get(i), method);
            if (one == IMPOSSIBLE && method.variadic() && i == method.parameters().size() - 1) {
                one = score(method.parameters().get(i).element(), arguments.get(i), method);
            }
            if (one == IMPOSSIBLE) {
                return IMPOSSIBLE;
            }
            total += one;
        }
        return total;
    }

    private int score(JavaType parameter, JavaType argument, MethodInfo method) {
        if (!argument.isKnown() || !parameter.isKnown() || method.typeParameters().contains(parameter.name())) {
            return 1;
        }
        if (parameter.dimensions() != argument.dimensions()) {
            return parameter.equals(JavaType.OBJECT) ? 1
                    : classes.find(parameter.name()) == null && !parameter.isPrimitive() ? 1 : IMPOSSIBLE;
        }
        if (parameter.name().equals(argument.name())) {
            return 12;
        }
        Integer from = WIDTH.get(argument.name());
        Integer to = WIDTH.get(parameter.name());
        if (from != null && to != null) {
            return argument.dimensions() == 0 && from <= to ? 10 - (to - from) : IMPOSSIBLE;
        }
        if (parameter.isPrimitive() || argument.isPrimitive()) {
            return boxes(parameter, argument) ? 2 : IMPOSSIBLE;
        }
        if (parameter.equals(JavaType.OBJECT)) {
            return 1;
        }
        return classes.kinship(argument.name(), parameter.name()) == Kinship.UNRELATED ? IMPOSSIBLE : 5;
    }

    private static boolean boxes(JavaType parameter, JavaType argument) {
        JavaType primitive = parameter.isPrimitive() ? parameter : argument;
        JavaType reference = parameter.isPrimitive() ? argument : parameter;
        String name = reference.name();
        return primitive.isNumeric()
                && (reference.isNumeric()
                        || name.equals("java.lang.Object")
                        || name.equals("java.lang.Number")
                        || !name.contains("."));
    }

    /**
     * The method with the type variables of its class replaced, and its own where the arguments make them plain; the others stay, for
     * the results of functions among the arguments to tell.
     */
    static MethodInfo bind(MethodInfo method, List<JavaType> arguments, Map<String, JavaType> ofClass) {
        Map<String, JavaType> variables = new HashMap<>(ofClass);
        method.typeParameters().forEach(variables::remove);
        for (int i = 0; i < arguments.size(); i++) {
            infer(method.parameter(i, arguments.size()), arguments.get(i), variables, method);
        }
        return variables.isEmpty() ? method : method.with(variables);
    }

    /** Enters what the argument says about the method's type variables in the parameter's type; the first word counts. */
    static void infer(JavaType parameter, JavaType argument, Map<String, JavaType> variables, MethodInfo method) {
        if (method.typeParameters().contains(parameter.name())) {
            if (argument.isKnown() && argument.dimensions() >= parameter.dimensions()) {
                variables.putIfAbsent(
                        parameter.name(),
                        new JavaType(argument.name(), argument.arguments(), argument.dimensions() - parameter.dimensions()));
            }
            return;
        }
        for (int i = 0; i < Math.min(parameter.arguments().size(), argument.arguments().size()); i++) {
            infer(parameter.arguments().get(i), argument.arguments().get(i), variables, method);
        }
    }
}
