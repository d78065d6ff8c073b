package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A class declared in a source file. Member classes of a declaration become objects of their own, chained by {@link #outer}.
 * Types of its signatures are resolved when they are first asked for, because resolving them may need this very class.
 */
final class SourceClass implements ClassInfo {
    private final String name;
    private final @Nullable SourceClass outer;
    private final TypeNames names;
    private final List<BodyDeclaration<?>> members;
    private final List<ClassOrInterfaceType> extended;
    private final @Nullable TypeDeclaration<?> declaration;
    private final boolean isInterface;
    private final List<String> typeParameters;
    private final Map<String, SourceClass> memberClasses = new LinkedHashMap<>();
    private final Map<String, List<MethodInfo>> methods = new HashMap<>();
    private @Nullable List<JavaType> supertypes;

    /** A declared class: top level, member or local. */
    SourceClass(String name, @Nullable SourceClass outer, TypeNames names, TypeDeclaration<?> declaration) {
        this.name = name;
        this.outer = outer;
        this.names = names;
        this.declaration = declaration;
        this.members = List.copyOf(declaration.getMembers());
        this.extended = extended(declaration);
        this.isInterface = declaration instanceof ClassOrInterfaceDeclaration plain && plain.isInterface();
        this.typeParameters =
                declaration instanceof NodeWithTypeParameters<?> generic
                        ? generic.getTypeParameters().stream().map(TypeParameter::getNameAsString).toList()
                        : List.of();
        for (BodyDeclaration<?> member : members) {
            if (member instanceof TypeDeclaration<?> type) {
                String simple = type.getNameAsString();
                memberClasses.putIfAbsent(simple, new SourceClass(name + "." + simple, this, names, type));
            }
        }
    }

    /** An anonymous class or the body of an enum constant. */
    SourceClass(String name, @Nullable SourceClass outer, TypeNames names, JavaType supertype, NodeList<BodyDeclaration<?>> body) {
        this.name = name;
        this.outer = outer;
        this.names = names;
        this.declaration = null;
        this.members = List.copyOf(body);
        this.extended = List.of();
        this.isInterface = false;
        this.typeParameters = List.of();
        this.supertypes = List.of(supertype);
    }

    private static List<ClassOrInterfaceType> extended(TypeDeclaration<?> declaration) {
        List<ClassOrInterfaceType> types = new ArrayList<>();
        switch (declaration) {
            case ClassOrInterfaceDeclaration plain -> {
                types.addAll(plain.getExtendedTypes());
                types.addAll(plain.getImplementedTypes());
            }
            case EnumDeclaration enumeration -> types.addAll(enumeration.getImplementedTypes());
            case RecordDeclaration record -> types.addAll(record.getImplementedTypes());
            default -> {}
        }
        return types;
    }

    @Nullable SourceClass outer() {
        return outer;
    }

    TypeNames names() {
        return names;
    }

    @Nullable TypeDeclaration<?> declaration() {
        return declaration;
    }

    List<BodyDeclaration<?>> members() {
        return members;
    }

    Iterable<SourceClass> memberClasses() {
        return memberClasses.values();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<JavaType> supertypes() {
        List<JavaType> known = supertypes;
        if (known == null) {
            // A class that is its own supertype does not compile; here it has none.
            supertypes = List.of();
            List<JavaType> found = new ArrayList<>();
            extended.forEach(type -> found.add(names.convert(type, outer, keptVariables(null)::get)));
            switch (declaration) {
                case EnumDeclaration ignored -> found.addFirst(new JavaType("java.lang.Enum", List.of(JavaType.of(name)), 0));
                case RecordDeclaration ignored -> found.addFirst(JavaType.of("java.lang.Record"));
                case null, default -> {}
            }
            known = List.copyOf(found);
            supertypes = known;
        }
        return known;
    }

    @Override
    public List<String> typeParameters() {
        return typeParameters;
    }

    @Override
    public boolean isInterface() {
        return isInterface;
    }

    @Override
    public boolean isFunctional() {
        return isInterface;
    }

    boolean isEnum() {
        return declaration instanceof EnumDeclaration;
    }

    /** Whether its objects know an object of the enclosing class. */
    boolean isInner() {
        return declaration instanceof ClassOrInterfaceDeclaration plain
                && !plain.isInterface()
                && !plain.isStatic()
                && outer != null
                && !outer.isInterface()
                && memberClassOfOuter();
    }

    private boolean memberClassOfOuter() {
        return outer != null && outer.memberClasses.containsValue(this);
    }

    @Override
    public @Nullable FieldInfo field(String fieldName) {
        if (declaration instanceof EnumDeclaration enumeration
                && enumeration.getEntries().stream().anyMatch(entry -> entry.getNameAsString().equals(fieldName))) {
            return new FieldInfo(name, fieldName, JavaType.of(name), true, true, false);
        }
        for (BodyDeclaration<?> member : members) {
            if (member instanceof FieldDeclaration field) {
                for (VariableDeclarator variable : field.getVariables()) {
                    if (variable.getNameAsString().equals(fieldName)) {
                        JavaType type = names.convert(variable.getType(), this, keptVariables(null)::get);
                        return new FieldInfo(name, fieldName, type, field.isStatic() || isInterface, false, field.isPrivate());
                    }
                }
            }
        }
        return recordComponent(fieldName);
    }

    private @Nullable FieldInfo recordComponent(String componentName) {
        if (declaration instanceof RecordDeclaration record) {
            for (Parameter component : record.getParameters()) {
                if (component.getNameAsString().equals(componentName)) {
                    JavaType type = names.convert(component.getType(), this, keptVariables(null)::get);
                    return new FieldInfo(name, componentName, component.isVarArgs() ? type.array(1) : type, false, false, true);
                }
            }
        }
        return null;
    }

    @Override
    public List<MethodInfo> methods(String methodName) {
        List<MethodInfo> known = methods.get(methodName);
        if (known == null) {
            known = SourceMethods.named(this, methodName);
            methods.put(methodName, known);
        }
        return known;
    }

    @Override
    public List<MethodInfo> abstractMethods() {
        return members.stream()
                .filter(member -> member instanceof MethodDeclaration method && isAbstract(method))
                .map(member -> SourceMethods.describe(this, (MethodDeclaration) member))
                .toList();
    }

    private boolean isAbstract(MethodDeclaration method) {
        return method.isAbstract() || (isInterface && !method.isDefault() && !method.isStatic() && !method.isPrivate());
    }

    @Override
    public @Nullable String member(String simpleName) {
        SourceClass member = memberClasses.get(simpleName);
        return member == null ? null : member.name;
    }

    boolean hasConstructor() {
        return members.stream().anyMatch(ConstructorDeclaration.class::isInstance);
    }

    /** Type variables in scope, standing for themselves: signatures are bound later, by who uses them. */
    Map<String, JavaType> keptVariables(@Nullable CallableDeclaration<?> callable) {
        Map<String, JavaType> variables = new HashMap<>();
        for (SourceClass at = this; at != null; at = at.outer) {
            at.typeParameters.forEach(variable -> variables.putIfAbsent(variable, JavaType.of(variable)));
        }
        if (callable != null) {
            callable.getTypeParameters().stream()
                    .map(NodeWithSimpleName::getNameAsString)
                    .forEach(variable -> variables.put(variable, JavaType.of(variable)));
        }
        return variables;
    }
}
