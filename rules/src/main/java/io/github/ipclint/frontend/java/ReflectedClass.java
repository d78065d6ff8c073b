package io.github.ipclint.frontend.java;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A class of the JDK that runs the analysis, read by reflection and never initialised. */
final class ReflectedClass implements ClassInfo {
    private final Class<?> type;
    private final List<JavaType> supertypes;
    private final List<String> typeParameters;
    private final Map<String, List<MethodInfo>> methods = new ConcurrentHashMap<>();
    private volatile @Nullable List<Method> declared;

    ReflectedClass(Class<?> type) {
        this.type = type;
        this.typeParameters = names(type.getTypeParameters());
        List<JavaType> found = new ArrayList<>();
        Type superclass = type.getGenericSuperclass();
        if (superclass != null) {
            found.add(convert(superclass));
        }
        for (Type implemented : type.getGenericInterfaces()) {
            found.add(convert(implemented));
        }
        this.supertypes = List.copyOf(found);
    }

    @Override
    public String name() {
        return nameOf(type);
    }

    @Override
    public List<JavaType> supertypes() {
        return supertypes;
    }

    @Override
    public List<String> typeParameters() {
        return typeParameters;
    }

    @Override
    public boolean isInterface() {
        return type.isInterface();
    }

    @Override
    public boolean isFunctional() {
        return type.isAnnotationPresent(FunctionalInterface.class);
    }

    @Override
    public @Nullable FieldInfo field(String name) {
        try {
            Field field = type.getDeclaredField(name);
            int modifiers = field.getModifiers();
            return Modifier.isPrivate(modifiers)
                    ? null
                    : new FieldInfo(
                            name(),
                            name,
                            convert(field.getGenericType()),
                            Modifier.isStatic(modifiers),
                            field.isEnumConstant(),
                            false);
        } catch (NoSuchFieldException absent) {
            return null;
        }
    }

    @Override
    public List<MethodInfo> methods(String name) {
        return methods.computeIfAbsent(name, this::read);
    }

    @Override
    public List<MethodInfo> abstractMethods() {
        return declared().stream().filter(method -> Modifier.isAbstract(method.getModifiers())).map(this::describe).toList();
    }

    @Override
    public @Nullable String member(String simpleName) {
        return Arrays.stream(type.getDeclaredClasses())
                .filter(member -> member.getSimpleName().equals(simpleName) && !Modifier.isPrivate(member.getModifiers()))
                .map(ReflectedClass::nameOf)
                .findFirst()
                .orElse(null);
    }

    private List<MethodInfo> read(String name) {
        return name.equals("<init>")
                ? ordered(Arrays.stream(type.getDeclaredConstructors())).map(this::describe).toList()
                : declared().stream().filter(method -> method.getName().equals(name)).map(this::describe).toList();
    }

    private List<Method> declared() {
        List<Method> known = declared;
        if (known == null) {
            known = ordered(Arrays.stream(type.getDeclaredMethods())).toList();
            declared = known;
        }
        return known;
    }

    /** The order of reflection is not defined; ours must not depend on the run. */
    private static <E extends Executable> Stream<E> ordered(Stream<E> executables) {
        return executables
                .filter(executable -> !executable.isSynthetic() && !Modifier.isPrivate(executable.getModifiers()))
                .sorted(Comparator.comparing(Executable::toString));
    }

    private MethodInfo describe(Executable executable) {
        JavaType result =
                switch (executable) {
                    case Method method -> convert(method.getGenericReturnType());
                    case Constructor<?> constructor -> JavaType.of(nameOf(constructor.getDeclaringClass()));
                };
        Type[] parameters = executable.getGenericParameterTypes();
        return new MethodInfo(
                name(),
                executable instanceof Method method ? method.getName() : "<init>",
                names(executable.getTypeParameters()),
                Arrays.stream(parameters).map(ReflectedClass::convert).toList(),
                executable.isVarArgs(),
                result,
                Arrays.stream(executable.getGenericExceptionTypes()).map(ReflectedClass::convert).toList(),
                Modifier.isStatic(executable.getModifiers()));
    }

    private static List<String> names(TypeVariable<?>[] variables) {
        return Arrays.stream(variables).map(TypeVariable::getName).toList();
    }

    private static String nameOf(Class<?> type) {
        return Objects.requireNonNullElse(type.getCanonicalName(), type.getName());
    }

    private static JavaType convert(Type type) {
        return switch (type) {
            case Class<?> plain when plain.isArray() -> convert(plain.getComponentType()).array(1);
            case Class<?> plain -> JavaType.of(nameOf(plain));
            case ParameterizedType generic ->
                    new JavaType(
                            convert(generic.getRawType()).name(),
                            Arrays.stream(generic.getActualTypeArguments()).map(ReflectedClass::convert).toList(),
                            0);
            case GenericArrayType array -> convert(array.getGenericComponentType()).array(1);
            case WildcardType wildcard ->
                    convert(wildcard.getLowerBounds().length > 0 ? wildcard.getLowerBounds()[0] : wildcard.getUpperBounds()[0]);
            case TypeVariable<?> variable -> JavaType.of(variable.getName());
            default -> JavaType.UNKNOWN;
        };
    }
}
