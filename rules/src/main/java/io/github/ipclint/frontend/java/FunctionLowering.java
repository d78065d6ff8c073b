package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import io.github.ipclint.frontend.java.Scope.Local;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Function.Mark;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit.Problem;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.ir.Variable.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lowers methods: receiver, parameters, body, marks. */
final class FunctionLowering {
    /** The annotations of JUnit and TestNG for tests. */
    private static final Set<String> TEST = Set.of("Test", "TestFactory", "TestTemplate", "RepeatedTest", "ParameterizedTest", "Theory");

    private final ClassLowering owner;
    private final UnitContext unit;

    FunctionLowering(ClassLowering owner) {
        this.owner = owner;
        this.unit = owner.unit();
    }

    /** A function about to be lowered: its context stands inside the parameter scope. */
    record Started(FunctionContext context, Scope.Block scope, @Nullable Variable self, List<Variable> parameters) {}

    void method(MethodDeclaration method) {
        if (method.getBody().isEmpty()) {
            return;
        }
        boolean isStatic = method.isStatic();
        String name = owner.info().name() + "." + method.getNameAsString();
        guarded(
                name,
                method,
                () -> {
                    Started started = start(name, !isStatic, method.getName(), method);
                    addParameters(started, method.getParameters());
                    started.context().statements().lower(method.getBody().get());
                    finish(started, method.getName(), method, marks(method));
                });
    }

    Started start(String name, boolean hasSelf, Node at, @Nullable NodeWithTypeParameters<?> generic) {
        JavaType type = JavaType.of(owner.info().name());
        Variable self = hasSelf ? new Variable("this", type.toIr(), Kind.RECEIVER, Set.of(), unit.text().range(at)) : null;
        Scope.Block scope = new Scope.Block(owner.scope(self == null ? null : new Read(new Cell(self))));
        owner.addTypeVariables(generic, scope.types());
        JavaType result = generic instanceof MethodDeclaration method ? scope.convert(method.getType()) : JavaType.VOID;
        FunctionContext context = new FunctionContext(unit, name, name, scope, result);
        if (self != null) {
            context.locals().add(self);
        }
        return new Started(context, scope, self, new ArrayList<>());
    }

    void addParameters(Started started, NodeList<Parameter> declared) {
        for (Parameter parameter : declared) {
            JavaType type = started.context().scope().convert(parameter.getType());
            addParameter(started, parameter.getNameAsString(), parameter.isVarArgs() ? type.array(1) : type, parameter);
        }
    }

    Variable addParameter(Started started, String name, JavaType type, Node at) {
        Variable variable = new Variable(name, type.toIr(), Kind.PARAMETER, Set.of(), unit.text().range(at));
        started.parameters().add(variable);
        started.scope().variables().put(name, new Local(variable, type));
        return variable;
    }

    void finish(Started started, Node name, Node whole, Set<Mark> marks) {
        SourceRange at = unit.text().range(name);
        started.context().finish(started.parameters(), at, unit.text().range(whole), marks);
    }

    /** One function that we fail to understand must not cost the others. */
    void guarded(String name, Node source, Runnable lowering) {
        try {
            lowering.run();
        } catch (RuntimeException | StackOverflowError failure) {
            unit.problems().add(new Problem(unit.text().range(source), "cannot lower " + name + ": " + failure));
        }
    }

    Set<Mark> marks(CallableDeclaration<?> declaration) {
        Set<Mark> marks = EnumSet.of(Mark.JAVA);
        if (declaration instanceof ConstructorDeclaration) {
            marks.add(Mark.CONSTRUCTOR);
        } else if (declaration.isStatic()) {
            marks.add(Mark.STATIC);
        }
        if (declaration instanceof MethodDeclaration method && method.isSynchronized()) {
            marks.add(Mark.SYNCHRONIZED);
        }
        if (declaration.getAnnotations().stream().anyMatch(annotation -> TEST.contains(annotation.getName().getIdentifier()))) {
            marks.add(Mark.TEST);
        }
        if (declaration.getParameters().stream().anyMatch(Parameter::isVarArgs)) {
            marks.add(Mark.VARIADIC);
        }
        boolean open = declaration.isPublic() || declaration.isProtected() || (owner.info().isInterface() && !declaration.isPrivate());
        if (open && isReachableFromOutside()) {
            marks.add(Mark.PUBLIC);
        }
        return marks;
    }

    /** A public class can be named from outside; an object of any class can be handed out as one of its library supertypes. */
    private boolean isReachableFromOutside() {
        boolean named = true;
        for (SourceClass at = owner.info(); at != null; at = at.outer()) {
            TypeDeclaration<?> declaration = at.declaration();
            named &= declaration != null && (declaration.isPublic() || declaration.isProtected());
        }
        return named
                || unit.classes().supertypes(owner.info().name()).stream()
                        .filter(name -> !name.equals(JavaType.OBJECT.name()))
                        .anyMatch(name -> !(unit.classes().find(name) instanceof SourceClass));
    }
}
