package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.ipclint.frontend.java.CallLowering.Arguments;
import io.github.ipclint.ir.Expression.Constant;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.ResultUse;
import io.github.ipclint.ir.Instruction.Target;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.Place.Dereference;
import io.github.ipclint.ir.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lowers what makes new objects. {@code new T(…)} is a call of {@code T.<init>} whose result is the new object and which has no
 * receiver; {@code this(…)} and {@code super(…)} have the object under construction as receiver and no result.
 */
final class CreationLowering {
    private static final String CONSTRUCTOR = "<init>";
    private static final String LIBRARY_CONSTRUCTOR = "<super>";

    /** Tables of constants beyond this length tell nothing that a rule could use. */
    private static final int STORED_ELEMENTS = 64;

    private final FunctionContext context;

    CreationLowering(FunctionContext context) {
        this.context = context;
    }

    Value object(ObjectCreationExpr creation, @Nullable Place into, ResultUse use, JavaType expected) {
        Value outer = creation.getScope().map(scope -> context.expressions().lower(scope)).orElse(null);
        JavaType written = type(creation.getType(), outer, expected);
        SourceRange at = context.range(creation);
        Arguments arguments = context.calls().arguments(written, CONSTRUCTOR, creation.getArguments());
        JavaType type = written;
        if (creation.getAnonymousClassBody().isPresent()) {
            type = anonymous(creation, written, arguments);
        }
        String text = context.unit().text().quote(creation);
        Place result = into != null ? into : context.temporary(text, type, at);
        List<io.github.ipclint.ir.Expression> values = arguments.values().stream().map(Value::expression).toList();
        context.graph().add(new Call(result, context.calls().target(type, CONSTRUCTOR), null, values, use, text, at));
        context.control().callEnds(CallLowering.thrown(arguments.method()));
        linkOuter(result, type, outer, at);
        return new Value(new Read(result), type);
    }

    private JavaType type(ClassOrInterfaceType written, @Nullable Value outer, JavaType expected) {
        if (outer != null && outer.type().isKnown()) {
            ClassInfo info = context.unit().classes().find(outer.type().name());
            String member = info == null ? null : info.member(written.getNameAsString());
            if (member != null) {
                return JavaType.of(member);
            }
        }
        JavaType type = context.scope().convert(written);
        boolean diamond = written.getTypeArguments().map(List::isEmpty).orElse(false);
        return diamond && !expected.arguments().isEmpty() ? new JavaType(type.name(), expected.arguments(), 0) : type;
    }

    /** Lowers the class body where it stands, so that its methods see the variables around. */
    private JavaType anonymous(ObjectCreationExpr creation, JavaType supertype, Arguments arguments) {
        SourceClass owner = context.scope().owner();
        return context.lambdas()
                .anonymousClass(
                        creation,
                        () -> {
                            String name = owner.name() + "$" + context.unit().next(owner.name() + "$");
                            SourceClass info =
                                    new SourceClass(name, owner, owner.names(), supertype, creation.getAnonymousClassBody().orElseThrow());
                            context.unit().classes().add(info);
                            new ClassLowering(context.unit(), info, context.scope())
                                    .lowerAnonymous(arguments.values(), creation);
                            return JavaType.of(name);
                        });
    }

    /** An object of an inner class knows the one around it, as {@code this$0}. */
    private void linkOuter(Place result, JavaType type, @Nullable Value outer, SourceRange at) {
        if (!(context.unit().classes().find(type.name()) instanceof SourceClass created) || !created.isInner()) {
            return;
        }
        io.github.ipclint.ir.Expression around = outer == null ? selfOf(created.outer()) : outer.expression();
        if (around != null) {
            Place link = new Place.Field(new Dereference(new Read(result)), ClassLowering.OUTER_LINK);
            context.assign(link, around, at);
        }
    }

    private io.github.ipclint.ir.@Nullable Expression selfOf(@Nullable SourceClass wanted) {
        for (Scope at = context.scope(); at != null && wanted != null; at = at.parent()) {
            if (at instanceof Scope.OfClass ofClass
                    && context.unit().classes().kinship(ofClass.info().name(), wanted.name()) == ClassTable.Kinship.SUBTYPE) {
                return ofClass.self();
            }
        }
        return null;
    }

    /** {@code this(…)} or {@code super(…)}. */
    void explicit(ExplicitConstructorInvocationStmt call) {
        SourceClass owner = context.scope().owner();
        JavaType type = call.isThis() ? JavaType.of(owner.name()) : superclass(owner);
        Arguments arguments = context.calls().arguments(type, CONSTRUCTOR, call.getArguments());
        List<io.github.ipclint.ir.Expression> values = arguments.values().stream().map(Value::expression).toList();
        construct(type, values, CallLowering.thrown(arguments.method()), call);
    }

    static JavaType superclass(SourceClass owner) {
        return owner.supertypes().isEmpty() ? JavaType.OBJECT : owner.supertypes().getFirst();
    }

    /**
     * Runs a constructor on the object under construction. What a class outside the project does to an object that is ours in part
     * is not known: without arguments nothing that matters, else it takes the arguments.
     */
    void construct(JavaType type, List<io.github.ipclint.ir.Expression> arguments, @Nullable List<String> thrown, Node source) {
        boolean own = context.unit().classes().find(type.name()) instanceof SourceClass;
        if (!(context.scope().ownerScope().self() instanceof Read(Cell self)) || !own && arguments.isEmpty()) {
            return;
        }
        Target target = context.calls().target(type, own ? CONSTRUCTOR : LIBRARY_CONSTRUCTOR);
        String text = context.unit().text().quote(source);
        context.graph()
                .add(new Call(null, target, own ? new Read(self) : null, arguments, ResultUse.DISCARDED, text, context.range(source)));
        context.control().callEnds(thrown);
    }

    /** {@code new T[n]}. */
    Value array(ArrayCreationExpr creation) {
        JavaType type = context.scope().convert(creation.getElementType()).array(creation.getLevels().size());
        if (creation.getInitializer().isPresent()) {
            return arrayOf(creation.getInitializer().get(), type);
        }
        List<Expression> dimensions =
                creation.getLevels().stream().map(ArrayCreationLevel::getDimension).flatMap(java.util.Optional::stream).toList();
        List<io.github.ipclint.ir.Expression> lengths =
                context.expressions().lowerAll(dimensions).stream().map(Value::expression).toList();
        return newArray(type, lengths, creation);
    }

    private Value newArray(JavaType type, List<io.github.ipclint.ir.Expression> lengths, Expression source) {
        SourceRange at = context.range(source);
        String text = context.unit().text().quote(source);
        Place result = context.temporary(text, type, at);
        Target target = new Target.Method(type.toString(), List.of(JavaType.OBJECT.name()), CONSTRUCTOR);
        context.graph().add(new Call(result, target, null, lengths, ResultUse.USED, text, at));
        context.control().callEnds(List.of());
        return new Value(new Read(result), type);
    }

    /** {@code {a, b}}. */
    Value arrayOf(ArrayInitializerExpr initializer, JavaType type) {
        List<Expression> elements = initializer.getValues();
        Value array = newArray(type, List.of(new Constant(elements.size())), initializer);
        boolean table = elements.size() > STORED_ELEMENTS && elements.stream().allMatch(LiteralExpr.class::isInstance);
        for (int i = 0; i < elements.size() && !table; i++) {
            Place element = new Place.Element(new Dereference(array.expression()), new Constant(i));
            context.expressions().lowerInto(element, type.element(), elements.get(i));
        }
        return array;
    }
}
