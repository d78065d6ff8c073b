package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import io.github.ipclint.frontend.java.ClassInfo.FieldInfo;
import io.github.ipclint.frontend.java.ClassInfo.MethodInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Signatures of the methods of a source class, those that the language adds included. */
final class SourceMethods {
    private SourceMethods() {}

    static List<MethodInfo> named(SourceClass owner, String name) {
        List<MethodInfo> found = new ArrayList<>();
        for (BodyDeclaration<?> member : owner.members()) {
            if (member instanceof MethodDeclaration method && method.getNameAsString().equals(name)) {
                found.add(describe(owner, method));
            } else if (member instanceof ConstructorDeclaration constructor && name.equals("<init>")) {
                found.add(describe(owner, constructor));
            }
        }
        if (owner.declaration() instanceof RecordDeclaration record) {
            addOfRecord(owner, record, name, found);
        } else if (owner.isEnum()) {
            addOfEnum(owner, name, found);
        }
        if (name.equals("<init>") && found.isEmpty()) {
            found.add(constructor(owner, List.of(), false));
        }
        return List.copyOf(found);
    }

    static MethodInfo describe(SourceClass owner, CallableDeclaration<?> callable) {
        Map<String, JavaType> variables = owner.keptVariables(callable);
        List<JavaType> parameters = new ArrayList<>();
        boolean variadic = false;
        for (Parameter parameter : callable.getParameters()) {
            JavaType type = owner.names().convert(parameter.getType(), owner, variables::get);
            parameters.add(parameter.isVarArgs() ? type.array(1) : type);
            variadic |= parameter.isVarArgs();
        }
        return new MethodInfo(
                owner.name(),
                callable instanceof ConstructorDeclaration ? "<init>" : callable.getNameAsString(),
                callable.getTypeParameters().stream().map(NodeWithSimpleName::getNameAsString).toList(),
                parameters,
                variadic,
                callable instanceof MethodDeclaration method
                        ? owner.names().convert(method.getType(), owner, variables::get)
                        : JavaType.of(owner.name()),
                callable.getThrownExceptions().stream().map(type -> owner.names().convert(type, owner, variables::get)).toList(),
                callable.isStatic() && !(callable instanceof ConstructorDeclaration));
    }

    private static void addOfRecord(SourceClass owner, RecordDeclaration record, String name, List<MethodInfo> found) {
        if (name.equals("<init>")) {
            List<JavaType> components = new ArrayList<>();
            boolean variadic = false;
            for (Parameter component : record.getParameters()) {
                JavaType type = owner.names().convert(component.getType(), owner, owner.keptVariables(null)::get);
                components.add(component.isVarArgs() ? type.array(1) : type);
                variadic |= component.isVarArgs();
            }
            if (found.stream().noneMatch(constructor -> constructor.parameters().equals(components))) {
                found.add(constructor(owner, components, variadic));
            }
            return;
        }
        FieldInfo component = owner.field(name);
        if (component != null && !component.isStatic() && found.stream().noneMatch(method -> method.parameters().isEmpty())) {
            found.add(new MethodInfo(owner.name(), name, List.of(), List.of(), false, component.type(), List.of(), false));
        }
    }

    private static void addOfEnum(SourceClass owner, String name, List<MethodInfo> found) {
        JavaType type = JavaType.of(owner.name());
        if (name.equals("values")) {
            found.add(new MethodInfo(owner.name(), name, List.of(), List.of(), false, type.array(1), List.of(), true));
        } else if (name.equals("valueOf")) {
            found.add(new MethodInfo(owner.name(), name, List.of(), List.of(JavaType.STRING), false, type, List.of(), true));
        }
    }

    private static MethodInfo constructor(SourceClass owner, List<JavaType> parameters, boolean variadic) {
        return new MethodInfo(owner.name(), "<init>", List.of(), parameters, variadic, JavaType.of(owner.name()), List.of(), false);
    }
}
