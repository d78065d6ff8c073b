package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import io.github.ipclint.frontend.java.CallLowering.Prepared;
import io.github.ipclint.frontend.java.ClassInfo.MethodInfo;
import io.github.ipclint.frontend.java.NameLowering.Meaning;
import io.github.ipclint.frontend.java.Scope.Local;
import io.github.ipclint.ir.Expression.FunctionReference;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Expression.Unknown;
import io.github.ipclint.ir.Function.Mark;
import io.github.ipclint.ir.Instruction.ResultUse;
import io.github.ipclint.ir.Instruction.Return;
import io.github.ipclint.ir.Instruction.Target;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.ir.Variable.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lowers what becomes a function value: lambdas, method references, and objects of project classes that are passed for a
 * functional interface of the JDK. Each becomes a function of the unit and a reference to it. Variables that it captures are the
 * very variables of the function around, so they are not among its own locals.
 */
final class LambdaLowering {
    private final FunctionContext context;
    private final IdentityHashMap<Node, FunctionReference> lowered = new IdentityHashMap<>();
    private final IdentityHashMap<Node, JavaType> anonymousClasses = new IdentityHashMap<>();

    LambdaLowering(FunctionContext context) {
        this.context = context;
    }

    /** The copies of a finally block share their anonymous classes. */
    JavaType anonymousClass(Node creation, Supplier<JavaType> lower) {
        JavaType known = anonymousClasses.get(creation);
        if (known == null) {
            known = lower.get();
            anonymousClasses.put(creation, known);
        }
        return known;
    }

    /** Whether the type is an interface of the JDK that is made for functions, such as Runnable. */
    boolean isPlatformFunction(JavaType type) {
        return type.dimensions() == 0
                && type.isKnown()
                && context.unit().classes().find(type.name()) instanceof ReflectedClass info
                && info.isFunctional();
    }

    Value lambda(LambdaExpr lambda, JavaType expected) {
        FunctionReference known = lowered.get(lambda);
        if (known == null) {
            MethodInfo function = context.unit().classes().functionalMethod(expected);
            known = lowerLambda(lambda, function);
            lowered.put(lambda, known);
        }
        return new Value(known, expected);
    }

    private FunctionReference lowerLambda(LambdaExpr lambda, @Nullable MethodInfo function) {
        List<Parameter> written = lambda.getParameters();
        return synthesise(
                lambda,
                function == null ? JavaType.UNKNOWN : function.result(),
                inner -> {
                    Scope.Block scope = (Scope.Block) inner.scope();
                    List<Variable> parameters = new ArrayList<>();
                    for (int i = 0; i < written.size(); i++) {
                        JavaType type = parameterType(written.get(i), function, i);
                        String name = written.get(i).getNameAsString();
                        Variable variable = new Variable(name, type.toIr(), Kind.PARAMETER, Set.of(), context.range(written.get(i)));
                        scope.variables().put(name, new Local(variable, type));
                        parameters.add(variable);
                    }
                    body(inner, lambda);
                    return parameters;
                });
    }

    private JavaType parameterType(Parameter parameter, @Nullable MethodInfo function, int index) {
        if (parameter.getType().isUnknownType() || TypeNames.isInferred(parameter.getType())) {
            JavaType type = function == null ? JavaType.UNKNOWN : function.parameter(index, function.parameters().size());
            return type;
        }
        JavaType type = context.scope().convert(parameter.getType());
        return parameter.isVarArgs() ? type.array(1) : type;
    }

    private static void body(FunctionContext inner, LambdaExpr lambda) {
        if (!(lambda.getBody() instanceof ExpressionStmt statement)) {
            inner.statements().lower(lambda.getBody());
            return;
        }
        if (inner.result().equals(JavaType.VOID)) {
            inner.statements().lower(statement);
            return;
        }
        Value value = inner.expressions().lower(statement.getExpression(), inner.result());
        inner.unit().setResult(inner.name(), value.type());
        inner.graph().add(new Return(value.expression(), inner.range(statement)));
        inner.graph().stop();
    }

    Value reference(MethodReferenceExpr reference, JavaType expected) {
        FunctionReference known = lowered.get(reference);
        if (known == null) {
            MethodInfo function = context.unit().classes().functionalMethod(expected);
            known = new MethodReferences(context).lower(reference, function, receiver(reference.getScope()));
            lowered.put(reference, known);
        }
        return new Value(known, expected);
    }

    /** The object before {@code ::}, held in a variable for the function to capture; null when a type stands there. */
    private @Nullable Value receiver(Expression scope) {
        Value value = null;
        if (scope instanceof TypeExpr type) {
            Meaning meaning = context.names().simple(type.getTypeAsString());
            value = meaning == null || meaning.typeName() != null ? null : NameLowering.value(meaning);
        } else if (scope instanceof NameExpr name) {
            Meaning meaning = context.names().simple(name.getNameAsString());
            value = meaning == null || meaning.typeName() != null ? null : NameLowering.value(meaning);
        } else if (!scope.isFieldAccessExpr() || !isType(scope)) {
            value = context.expressions().lower(scope);
        }
        return value == null ? null : held(value, scope);
    }

    private boolean isType(Expression scope) {
        Meaning meaning = context.names().qualified(scope.asFieldAccessExpr());
        return meaning == null || meaning.typeName() != null;
    }

    private Value held(Value value, Node source) {
        return value.expression() instanceof Read(Cell ignored) ? value : context.spill(value, source);
    }

    /**
     * An object of a project class passed for a functional interface of the JDK becomes a function that calls the object's
     * method, so that who takes functions finds one.
     */
    Value adapt(Value value, JavaType expected, Node source) {
        if (value.expression() instanceof FunctionReference || !isPlatformFunction(expected)) {
            return value;
        }
        if (value.type().dimensions() > 0
                || !(context.unit().classes().find(value.type().name()) instanceof SourceClass info)
                || info.isInterface()) {
            return value;
        }
        MethodInfo function = context.unit().classes().functionalMethod(expected);
        return function == null ? value : new Value(bound(held(value, source), function, source), expected);
    }

    /** A function that calls this method on this object. */
    private FunctionReference bound(Value object, MethodInfo function, Node source) {
        return synthesise(
                source,
                function.result(),
                inner -> {
                    List<Variable> parameters = parameters(function.parameters(), context.range(source));
                    callMethod(inner, object, function, reads(parameters), source);
                    return parameters;
                });
    }

    /** A function that calls this method on its first argument. */
    FunctionReference ofArgument(JavaType type, MethodInfo function, Node source) {
        return synthesise(
                source,
                function.result(),
                inner -> {
                    List<JavaType> types = new ArrayList<>(function.parameters());
                    types.addFirst(type);
                    List<Variable> parameters = parameters(types, context.range(source));
                    List<io.github.ipclint.ir.Expression> arguments = reads(parameters);
                    Value object = new Value(arguments.getFirst(), type);
                    callMethod(inner, object, function, arguments.subList(1, arguments.size()), source);
                    return parameters;
                });
    }

    private static void callMethod(
            FunctionContext inner, Value object, MethodInfo function, List<io.github.ipclint.ir.Expression> arguments, Node source) {
        Target target = inner.calls().target(object.type(), function.name());
        Prepared call = new Prepared(target, object.expression(), arguments, CallLowering.thrown(function));
        returnCall(inner, call, function.result(), source);
    }

    static void returnCall(FunctionContext inner, Prepared call, JavaType result, Node source) {
        boolean used = !result.equals(JavaType.VOID);
        ResultUse use = used ? ResultUse.USED : ResultUse.DISCARDED;
        Value value = inner.calls().emit(call, null, use, result, source);
        inner.unit().setResult(inner.name(), result);
        if (used) {
            boolean known = !(value.expression() instanceof Unknown);
            inner.graph().add(new Return(known ? value.expression() : null, inner.range(source)));
            inner.graph().stop();
        }
    }

    static List<Variable> parameters(List<JavaType> types, SourceRange at) {
        List<Variable> parameters = new ArrayList<>();
        for (JavaType type : types) {
            parameters.add(new Variable("argument" + (parameters.size() + 1), type.toIr(), Kind.PARAMETER, Set.of(), at));
        }
        return parameters;
    }

    static List<io.github.ipclint.ir.Expression> reads(List<Variable> variables) {
        return variables.stream().<io.github.ipclint.ir.Expression>map(variable -> new Read(new Cell(variable))).toList();
    }

    /** @param body lowers the body in the new context and gives the parameters */
    FunctionReference synthesise(Node source, JavaType result, java.util.function.Function<FunctionContext, List<Variable>> body) {
        String name = context.series() + "$lambda" + context.unit().next(context.series() + "$lambda");
        FunctionContext inner =
                new FunctionContext(context.unit(), name, context.series(), new Scope.Block(context.scope()), result);
        List<Variable> parameters = body.apply(inner);
        inner.finish(parameters, context.range(source), context.range(source), Set.of(Mark.JAVA));
        return new FunctionReference(name);
    }
}
