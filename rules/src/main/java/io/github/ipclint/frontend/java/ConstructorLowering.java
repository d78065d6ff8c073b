package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.github.ipclint.frontend.java.ClassInfo.FieldInfo;
import io.github.ipclint.frontend.java.ClassInfo.MethodInfo;
import io.github.ipclint.frontend.java.FunctionLowering.Started;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Function.Mark;
import io.github.ipclint.ir.Instruction.Return;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.Place.Dereference;
import io.github.ipclint.ir.Variable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lowers constructors, written and implied: superclass first, then the initialisers of fields, then the body (JLS 12.5). */
final class ConstructorLowering {
    private static final String NAME = "<init>";

    /** Field of a JDK object, such as a Thread, that holds what it runs. */
    private static final String RUNS = "target";

    private final ClassLowering owner;
    private final SourceClass info;
    private final FunctionLowering functions;

    ConstructorLowering(ClassLowering owner) {
        this.owner = owner;
        this.info = owner.info();
        this.functions = new FunctionLowering(owner);
    }

    private String name() {
        return info.name() + "." + NAME;
    }

    void declared(ConstructorDeclaration constructor) {
        functions.guarded(
                name(),
                constructor,
                () -> {
                    Started started = functions.start(name(), true, constructor.getName(), constructor);
                    functions.addParameters(started, constructor.getParameters());
                    List<Statement> statements = constructor.getBody().getStatements();
                    int explicit = explicitCall(statements);
                    boolean delegates =
                            explicit >= 0 && ((ExplicitConstructorInvocationStmt) statements.get(explicit)).isThis();
                    // Statements before super(…) run before the fields are initialised (JLS 8.8.7).
                    List<Statement> prologue = statements.subList(0, explicit + 1);
                    prologue.forEach(started.context().statements()::lower);
                    if (!delegates) {
                        if (explicit < 0) {
                            callSuper(started, List.of(), constructor.getName());
                        }
                        initialiseFields(started, constructor.getName());
                    }
                    started.context().statements().lowerAll(statements.subList(explicit + 1, statements.size()));
                    functions.finish(started, constructor.getName(), constructor, functions.marks(constructor));
                });
    }

    private static int explicitCall(List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).isExplicitConstructorInvocationStmt()) {
                return i;
            }
        }
        return -1;
    }

    /** The constructor of a class that declares none. An anonymous class takes what its superclass wants. */
    void implied(Node source, List<JavaType> types, List<Value> arguments) {
        functions.guarded(
                name(),
                source,
                () -> {
                    Started started = functions.start(name(), true, source, null);
                    for (int i = 0; i < types.size(); i++) {
                        functions.addParameter(started, "argument" + (i + 1), types.get(i), source);
                    }
                    callSuper(started, LambdaLowering.reads(started.parameters()), source);
                    initialiseFields(started, source);
                    functions.finish(started, source, source, Set.of(Mark.JAVA, Mark.CONSTRUCTOR));
                });
    }

    private void callSuper(Started started, List<Expression> arguments, Node source) {
        JavaType superclass = CreationLowering.superclass(info);
        ClassInfo declared = owner.unit().classes().find(superclass.name());
        boolean bare = declared == null ? arguments.isEmpty() : declared.isInterface();
        if (bare || superclass.equals(JavaType.OBJECT) || info.isEnum()) {
            return;
        }
        List<JavaType> unknown = arguments.stream().map(argument -> JavaType.UNKNOWN).toList();
        MethodInfo constructor = owner.unit().classes().method(superclass, NAME, unknown);
        started.context().creations().construct(superclass, arguments, CallLowering.thrown(constructor), source);
    }

    private void initialiseFields(Started started, Node source) {
        Variable self = started.self();
        if (self == null) {
            return;
        }
        Expression object = new Read(new Cell(self));
        FunctionContext context = started.context();
        linkFunction(context, object, source);
        // Initialisers see the fields of the class, not the parameters of the constructor.
        Scope parameters = context.scope();
        Scope.Block outside = new Scope.Block(owner.scope(object));
        owner.addTypeVariables(null, outside.types());
        context.enter(outside);
        for (BodyDeclaration<?> member : info.members()) {
            switch (member) {
                case FieldDeclaration field when !field.isStatic() && !info.isInterface() ->
                        field.getVariables().forEach(variable -> initialise(context, object, variable));
                case InitializerDeclaration block when !block.isStatic() -> context.statements().lower(block.getBody());
                default -> {}
            }
        }
        context.enter(parameters);
    }

    private void initialise(FunctionContext context, Expression object, VariableDeclarator variable) {
        FieldInfo field = info.field(variable.getNameAsString());
        if (field != null && variable.getInitializer().isPresent()) {
            Place place = new Place.Field(new Dereference(object), field.name());
            context.expressions().lowerInto(place, field.type(), variable.getInitializer().get());
        }
    }

    /**
     * An object whose class extends a JDK class that runs a function, and overrides that function, runs itself: its field holds a
     * function that takes the object and calls the override.
     */
    private void linkFunction(FunctionContext context, Expression object, Node source) {
        ClassTable classes = owner.unit().classes();
        boolean library =
                classes.supertypes(info.name()).stream()
                        .anyMatch(type -> classes.find(type) instanceof ReflectedClass base && !base.isInterface() && runs(base));
        MethodInfo run = functionOf(classes.supertypes(info.name()));
        if (library && run != null && !info.methods(run.name()).isEmpty()) {
            Place link = new Place.Field(new Dereference(object), RUNS);
            Node override = override(run, source);
            context.assign(link, context.lambdas().ofArgument(JavaType.of(info.name()), run, override), context.range(source));
        }
    }

    /** What runs begins and ends where the user wrote it. */
    private Node override(MethodInfo run, Node otherwise) {
        for (BodyDeclaration<?> member : info.members()) {
            if (member instanceof MethodDeclaration method
                    && method.getNameAsString().equals(run.name())
                    && method.getParameters().size() == run.parameters().size()) {
                return method;
            }
        }
        return otherwise;
    }

    private boolean runs(ReflectedClass base) {
        return functionOf(owner.unit().classes().supertypes(base.name())) != null;
    }

    private @Nullable MethodInfo functionOf(List<String> types) {
        ClassTable classes = owner.unit().classes();
        for (String type : types) {
            if (classes.find(type) instanceof ReflectedClass info && info.isInterface() && info.isFunctional()) {
                return classes.functionalMethod(JavaType.of(type));
            }
        }
        return null;
    }

    /** Canonical constructor and accessors, where the record does not declare them. */
    void impliedOfRecord(RecordDeclaration record) {
        boolean compact = !record.getCompactConstructors().isEmpty();
        List<JavaType> types =
                record.getParameters().stream().map(parameter -> info.names().convert(parameter.getType(), info, name -> null)).toList();
        boolean canonical =
                record.getConstructors().stream()
                        .anyMatch(
                                constructor -> constructor.getParameters().stream()
                                        .map(parameter -> info.names().convert(parameter.getType(), info, name -> null))
                                        .toList()
                                        .equals(types));
        if (!compact && !canonical) {
            ofRecord(record, null);
        }
        for (Parameter component : record.getParameters()) {
            if (record.getMethodsBySignature(component.getNameAsString()).isEmpty()) {
                accessor(component);
            }
        }
    }

    /** @param compact the written part of the canonical constructor, null when there is none */
    void ofRecord(RecordDeclaration record, @Nullable CompactConstructorDeclaration compact) {
        Node source = compact == null ? record : compact;
        functions.guarded(
                name(),
                source,
                () -> {
                    Started started = functions.start(name(), true, record.getName(), record);
                    functions.addParameters(started, record.getParameters());
                    if (compact != null) {
                        started.context().statements().lowerAll(compact.getBody().getStatements());
                    }
                    if (started.self() != null) {
                        Expression object = new Read(new Cell(started.self()));
                        for (Variable parameter : started.parameters()) {
                            Place field = new Place.Field(new Dereference(object), parameter.name());
                            started.context().assign(field, new Read(new Cell(parameter)), parameter.at());
                        }
                    }
                    Set<Mark> marks = EnumSet.of(Mark.JAVA, Mark.CONSTRUCTOR);
                    functions.finish(started, record.getName(), source, marks);
                });
    }

    private void accessor(Parameter component) {
        String name = info.name() + "." + component.getNameAsString();
        Started started = functions.start(name, true, component, null);
        if (started.self() != null) {
            Expression object = new Read(new Cell(started.self()));
            Place field = new Place.Field(new Dereference(object), component.getNameAsString());
            started.context().graph().add(new Return(new Read(field), started.context().range(component)));
            started.context().graph().stop();
        }
        functions.finish(started, component, component, Set.of(Mark.JAVA));
    }
}
