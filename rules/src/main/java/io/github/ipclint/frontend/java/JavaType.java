package io.github.ipclint.frontend.java;

import io.github.ipclint.ir.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A static type of the Java language.
 *
 * @param name qualified class name with dots, name of a primitive, or {@code ?} where it is not known
 * @param arguments type arguments, empty for raw types
 * @param dimensions of an array, else 0
 */
record JavaType(String name, List<JavaType> arguments, int dimensions) {
    static final JavaType UNKNOWN = of("?");
    static final JavaType OBJECT = of("java.lang.Object");
    static final JavaType STRING = of("java.lang.String");
    static final JavaType INT = of("int");
    static final JavaType BOOLEAN = of("boolean");
    static final JavaType VOID = of("void");

    private static final Map<String, Type> PRIMITIVES =
            Map.of(
                    "byte", new Type.Primitive("byte", 1, true),
                    "short", new Type.Primitive("short", 2, true),
                    "char", new Type.Primitive("char", 2, false),
                    "int", Type.INT,
                    "long", Type.LONG,
                    "float", new Type.Primitive("float", 4, true),
                    "double", new Type.Primitive("double", 8, true),
                    "boolean", new Type.Primitive("boolean", 1, false),
                    "void", Type.VOID);
    private static final Set<String> BOXES =
            Set.of(
                    "java.lang.Byte",
                    "java.lang.Short",
                    "java.lang.Character",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Float",
                    "java.lang.Double",
                    "java.lang.Boolean");

    JavaType {
        arguments = List.copyOf(arguments);
    }

    static JavaType of(String name) {
        return new JavaType(name, List.of(), 0);
    }

    boolean isKnown() {
        return !name.equals("?");
    }

    boolean isPrimitive() {
        return dimensions == 0 && PRIMITIVES.containsKey(name);
    }

    boolean isNumeric() {
        return dimensions == 0
                && (PRIMITIVES.containsKey(name) || BOXES.contains(name))
                && !name.equals("void");
    }

    boolean isReference() {
        return !isPrimitive();
    }

    boolean isString() {
        return dimensions == 0 && name.equals("java.lang.String");
    }

    JavaType array(int more) {
        return more == 0 ? this : new JavaType(name, arguments, dimensions + more);
    }

    /** Element type of an array; unknown for anything else. */
    JavaType element() {
        return dimensions > 0 ? new JavaType(name, arguments, dimensions - 1) : UNKNOWN;
    }

    /** Replaces type variables. */
    JavaType with(Map<String, JavaType> variables) {
        JavaType bound = variables.get(name);
        if (bound != null) {
            return bound.array(dimensions);
        }
        return arguments.isEmpty()
                ? this
                : new JavaType(
                        name,
                        arguments.stream().map(argument -> argument.with(variables)).toList(),
                        dimensions);
    }

    /** References are pointers; an array is a pointer to its elements, as {@code p[i]} is in C. */
    Type toIr() {
        if (dimensions > 0) {
            return new Type.Pointer(element().toIr());
        }
        if (!isKnown()) {
            return Type.UNKNOWN;
        }
        Type primitive = PRIMITIVES.get(name);
        return primitive != null ? primitive : new Type.Pointer(new Type.Named(name));
    }

    @Override
    public String toString() {
        return name + "[]".repeat(dimensions);
    }
}
