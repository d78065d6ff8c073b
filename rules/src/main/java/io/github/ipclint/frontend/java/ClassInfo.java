package io.github.ipclint.frontend.java;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the declaration of a class says, without the bodies. */
sealed interface ClassInfo permits ReflectedClass, SourceClass {
    /** Qualified, with dots also for member classes. */
    String name();

    /** Direct supertypes, the superclass first, in terms of {@link #typeParameters}. */
    List<JavaType> supertypes();

    List<String> typeParameters();

    boolean isInterface();

    /** Whether lambdas are meant to be passed for it. */
    boolean isFunctional();

    @Nullable FieldInfo field(String name);

    /** Methods of that name declared in this class itself; {@code <init>} for constructors. */
    List<MethodInfo> methods(String name);

    /** All methods that are declared abstract in this very class. */
    List<MethodInfo> abstractMethods();

    /** Qualified name of a member class declared here. */
    @Nullable String member(String simpleName);

    /** A field, with the type that the declaring class gives it. */
    record FieldInfo(String owner, String name, JavaType type, boolean isStatic, boolean isEnumConstant, boolean isPrivate) {}

    /**
     * @param thrown qualified names of the declared exceptions
     * @param typeParameters of the method itself
     */
    record MethodInfo(
            String owner,
            String name,
            List<String> typeParameters,
            List<JavaType> parameters,
            boolean variadic,
            JavaType result,
            List<JavaType> thrown,
            boolean isStatic) {
        public MethodInfo {
            typeParameters = List.copyOf(typeParameters);
            parameters = List.copyOf(parameters);
            thrown = List.copyOf(thrown);
        }

        /** The type variables of the method: what is inferred for them, unknown for the others. */
        Map<String, JavaType> unknowns(Map<String, JavaType> inferred) {
            Map<String, JavaType> variables = new HashMap<>();
            typeParameters.forEach(variable -> variables.put(variable, inferred.getOrDefault(variable, JavaType.UNKNOWN)));
            return variables;
        }

        /** The method without type variables of its own. */
        MethodInfo bound(Map<String, JavaType> inferred) {
            return typeParameters.isEmpty() ? this : with(unknowns(inferred));
        }

        MethodInfo with(Map<String, JavaType> variables) {
            return new MethodInfo(
                    owner,
                    name,
                    typeParameters,
                    parameters.stream().map(type -> type.with(variables)).toList(),
                    variadic,
                    result.with(variables),
                    thrown.stream().map(type -> type.with(variables)).toList(),
                    isStatic);
        }

        boolean accepts(int argumentCount) {
            return variadic ? argumentCount >= parameters.size() - 1 : argumentCount == parameters.size();
        }

        /** Type of the parameter that takes this argument. */
        JavaType parameter(int index, int argumentCount) {
            int last = parameters.size() - 1;
            if (variadic && index >= last) {
                JavaType type = parameters.get(last);
                return argumentCount == parameters.size() && index == last ? type : type.element();
            }
            return index <= last ? parameters.get(index) : JavaType.UNKNOWN;
        }
    }
}
