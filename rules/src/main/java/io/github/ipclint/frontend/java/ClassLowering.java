package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.TypeParameter;
import io.github.ipclint.frontend.java.ClassInfo.FieldInfo;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.ResultUse;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.Place.Dereference;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.Variable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lowers the members of one class: methods to functions, static fields to globals, initialisers to where they run. */
final class ClassLowering {
    /** Field of an inner object that names the object around it. */
    static final String OUTER_LINK = "this$0";

    private final UnitContext unit;
    private final SourceClass info;
    private final @Nullable ClassLowering around;
    private final @Nullable Scope captured;

    /** A top level class, or a local or anonymous one, whose code sees the variables around it. */
    ClassLowering(UnitContext unit, SourceClass info, @Nullable Scope captured) {
        this(unit, info, null, captured);
    }

    private ClassLowering(UnitContext unit, SourceClass info, @Nullable ClassLowering around, @Nullable Scope captured) {
        this.unit = unit;
        this.info = info;
        this.around = around;
        this.captured = captured;
    }

    UnitContext unit() {
        return unit;
    }

    SourceClass info() {
        return info;
    }

    /** Scope of code whose object this is; null for static code. */
    Scope.OfClass scope(io.github.ipclint.ir.@Nullable Expression self) {
        Scope parent = captured;
        if (around != null) {
            parent = around.scope(self != null && info.isInner() ? new Read(new Place.Field(new Dereference(self), OUTER_LINK)) : null);
        }
        return new Scope.OfClass(parent, info, self);
    }

    void lower() {
        List<BodyDeclaration<?>> members = info.members();
        if (info.declaration() instanceof EnumDeclaration enumeration) {
            enumeration.getEntries().forEach(this::lowerConstant);
        }
        for (BodyDeclaration<?> member : members) {
            switch (member) {
                case FieldDeclaration field when field.isStatic() || info.isInterface() -> lowerStatic(field);
                case InitializerDeclaration block when block.isStatic() -> {
                    FunctionContext initializer = unit.initializer(scope(null));
                    initializer.statements().lower(block.getBody());
                }
                case MethodDeclaration method -> new FunctionLowering(this).method(method);
                case ConstructorDeclaration constructor -> new ConstructorLowering(this).declared(constructor);
                case CompactConstructorDeclaration compact -> {
                    if (info.declaration() instanceof RecordDeclaration record) {
                        new ConstructorLowering(this).ofRecord(record, compact);
                    }
                }
                default -> {}
            }
        }
        lowerImplied();
        for (SourceClass member : info.memberClasses()) {
            new ClassLowering(unit, member, this, null).lower();
        }
    }

    /** Constructors and accessors that the language adds. */
    private void lowerImplied() {
        if (info.declaration() instanceof RecordDeclaration record) {
            new ConstructorLowering(this).impliedOfRecord(record);
        } else if (info.declaration() != null && !info.isInterface() && !info.hasConstructor()) {
            new ConstructorLowering(this).implied(info.declaration(), List.of(), List.of());
        }
    }

    /** The body of {@code new T(…) {…}}; its constructor hands the arguments to that of the superclass. */
    void lowerAnonymous(List<Value> arguments, ObjectCreationExpr creation) {
        List<JavaType> types = arguments.stream().map(Value::type).toList();
        lower();
        new ConstructorLowering(this).implied(creation, types, arguments);
    }

    private void lowerStatic(FieldDeclaration declaration) {
        for (VariableDeclarator declarator : declaration.getVariables()) {
            FieldInfo field = info.field(declarator.getNameAsString());
            if (field == null) {
                continue;
            }
            Variable variable = unit.declareStatic(field, unit.text().range(declarator));
            Expression initializer = declarator.getInitializer().orElse(null);
            if (initializer != null && unit.constants().of(info, field.name()) == null) {
                FunctionContext context = unit.initializer(scope(null));
                context.expressions().lowerInto(new Cell(variable), field.type(), initializer);
            }
        }
    }

    /** Arguments and body of an enum constant are code like any other; the constant itself is known by name. */
    private void lowerConstant(EnumConstantDeclaration constant) {
        FunctionContext context = unit.initializer(scope(null));
        JavaType type = JavaType.of(info.name());
        NodeList<BodyDeclaration<?>> body = constant.getClassBody();
        if (!body.isEmpty()) {
            String name = info.name() + "$" + unit.next(info.name() + "$");
            SourceClass anonymous = new SourceClass(name, info, info.names(), type, body);
            unit.classes().add(anonymous);
            new ClassLowering(unit, anonymous, context.scope()).lower();
        }
        if (!constant.getArguments().isEmpty()) {
            var arguments = context.calls().arguments(type, "<init>", constant.getArguments());
            SourceRange at = unit.text().range(constant);
            String text = unit.text().quote(constant);
            Place result = context.temporary(constant.getNameAsString(), type, at);
            List<io.github.ipclint.ir.Expression> values = arguments.values().stream().map(Value::expression).toList();
            context.graph().add(new Call(result, context.calls().target(type, "<init>"), null, values, ResultUse.USED, text, at));
            context.control().callEnds(CallLowering.thrown(arguments.method()));
        }
    }

    /** Type variables in scope stand for their bounds. */
    void addTypeVariables(@Nullable NodeWithTypeParameters<?> generic, Map<String, JavaType> types) {
        for (SourceClass at = info; at != null; at = at.outer()) {
            if (at.declaration() instanceof NodeWithTypeParameters<?> declaration) {
                add(declaration.getTypeParameters(), types);
            }
        }
        if (generic != null) {
            add(generic.getTypeParameters(), types);
        }
    }

    private void add(NodeList<TypeParameter> parameters, Map<String, JavaType> types) {
        for (TypeParameter parameter : parameters) {
            JavaType bound =
                    parameter.getTypeBound().isEmpty()
                            ? JavaType.OBJECT
                            : info.names().convert(parameter.getTypeBound().get(0), info, types::get);
            types.putIfAbsent(parameter.getNameAsString(), bound);
        }
    }
}
