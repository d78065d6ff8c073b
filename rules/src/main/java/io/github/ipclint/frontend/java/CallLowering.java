package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import io.github.ipclint.frontend.java.ClassInfo.MethodInfo;
import io.github.ipclint.frontend.java.NameLowering.Meaning;
import io.github.ipclint.ir.Expression.FunctionReference;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Expression.Unknown;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.ResultUse;
import io.github.ipclint.ir.Instruction.Target;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lowers method calls. */
final class CallLowering {
    private final FunctionContext context;

    CallLowering(FunctionContext context) {
        this.context = context;
    }

    /**
     * On what a method is called.
     *
     * @param object null for a static call
     */
    record Receiver(@Nullable Value object, JavaType type) {}

    /** A call that is ready to be made. */
    record Prepared(
            Target target,
            io.github.ipclint.ir.@Nullable Expression receiver,
            List<io.github.ipclint.ir.Expression> arguments,
            @Nullable List<String> thrown) {}

    /** @param into where the result goes; null makes a temporary when the result is used */
    Value lower(MethodCallExpr call, @Nullable Place into, ResultUse use, JavaType expected) {
        Receiver receiver = receiver(call);
        String name = call.getNameAsString();
        if (receiver.object() != null) {
            Expression source = call.getScope().orElse(call);
            Value fixed = context.expressions().guarded(receiver.object(), source, call.getArguments());
            receiver = new Receiver(fixed, receiver.type());
        }
        Arguments arguments = arguments(receiver.type(), name, call.getArguments());
        MethodInfo method = arguments.method();
        boolean isStatic = method != null && method.isStatic();
        io.github.ipclint.ir.Expression object = isStatic || receiver.object() == null ? null : receiver.object().expression();
        List<io.github.ipclint.ir.Expression> values = arguments.values().stream().map(Value::expression).toList();
        Prepared prepared = new Prepared(target(receiver.type(), name), object, values, thrown(method));
        if (object != null && method != null && isFunctionCall(receiver.type(), method)) {
            prepared = new Prepared(new Target.Indirect(object), null, values, thrown(method));
        }
        JavaType type = resultType(call, receiver.type(), method);
        return emit(prepared, into, use, type.isKnown() ? type : genericResult(method, expected), call);
    }

    private static JavaType genericResult(@Nullable MethodInfo method, JavaType expected) {
        return method != null && !method.typeParameters().isEmpty() ? expected : JavaType.UNKNOWN;
    }

    private static JavaType resultType(MethodCallExpr call, JavaType receiver, @Nullable MethodInfo method) {
        if (receiver.dimensions() > 0 && call.getNameAsString().equals("clone")) {
            return receiver;
        }
        return method == null ? JavaType.UNKNOWN : method.result();
    }

    /** Adds the call and its edges; gives its result. */
    Value emit(Prepared call, @Nullable Place into, ResultUse use, JavaType type, Node source) {
        SourceRange at = source instanceof MethodCallExpr named ? context.unit().text().rangeOfCall(named) : context.range(source);
        return emit(call, into, use, type, context.unit().text().quote(source), at);
    }

    /** @param text what the call looks like in the source */
    Value emit(Prepared call, @Nullable Place into, ResultUse use, JavaType type, String text, SourceRange at) {
        boolean hasResult = use == ResultUse.USED && !type.equals(JavaType.VOID);
        Place result = into != null ? into : hasResult ? context.temporary(text, type, at) : null;
        context.graph().add(new Call(result, call.target(), call.receiver(), call.arguments(), use, text, at));
        context.control().callEnds(call.thrown());
        return new Value(result != null ? new Read(result) : new Unknown(text), type);
    }

    Target.Method target(JavaType type, String name) {
        List<String> supertypes = type.dimensions() > 0 || !type.isKnown() ? List.of() : context.unit().classes().supertypes(type.name());
        return new Target.Method(type.toString(), supertypes, name);
    }

    /** A method of the JDK's functional interfaces runs whatever function the object is. */
    private boolean isFunctionCall(JavaType receiver, MethodInfo method) {
        if (!context.lambdas().isPlatformFunction(receiver)) {
            return false;
        }
        MethodInfo function = context.unit().classes().functionalMethod(receiver);
        return function != null
                && function.name().equals(method.name())
                && function.parameters().size() == method.parameters().size();
    }

    /** Names of the declared exceptions, null when the method is not known. */
    static @Nullable List<String> thrown(@Nullable MethodInfo method) {
        return method == null ? null : method.thrown().stream().filter(JavaType::isKnown).map(JavaType::name).toList();
    }

    private Receiver receiver(MethodCallExpr call) {
        Expression scope = call.getScope().orElse(null);
        return switch (scope) {
            case null -> unscoped(call.getNameAsString());
            case SuperExpr ignored -> {
                Value self = context.names().self(new ThisExpr());
                ClassInfo owner = context.scope().owner();
                yield new Receiver(self, owner.supertypes().isEmpty() ? JavaType.OBJECT : owner.supertypes().getFirst());
            }
            case NameExpr name -> ofMeaning(context.names().simple(name.getNameAsString()), name);
            case FieldAccessExpr access -> ofMeaning(context.names().qualified(access), access);
            default -> ofValue(context.expressions().lower(scope));
        };
    }

    private Receiver ofMeaning(@Nullable Meaning meaning, Expression scope) {
        if (meaning == null) {
            // A class that we cannot see, or a variable that somebody forgot to declare.
            String written = context.unit().text().quote(scope);
            boolean type = Character.isUpperCase(written.charAt(written.lastIndexOf('.') + 1));
            String qualified = context.scope().owner().names().qualify(written, context.scope().owner());
            return type
                    ? new Receiver(null, JavaType.of(qualified))
                    : new Receiver(new Value(new Unknown(written), JavaType.UNKNOWN), JavaType.UNKNOWN);
        }
        return meaning.typeName() != null
                ? new Receiver(null, JavaType.of(meaning.typeName()))
                : ofValue(NameLowering.value(meaning));
    }

    private static Receiver ofValue(Value value) {
        return new Receiver(value, value.type());
    }

    private Receiver unscoped(String name) {
        Scope.OfClass holder = context.names().classWith(name);
        if (holder == null) {
            SourceClass owner = context.scope().owner();
            for (String imported : owner.names().staticImportsOf(name)) {
                ClassInfo info = context.unit().classes().find(imported);
                if (info != null && context.unit().classes().method(JavaType.of(imported), name, List.of()) != null
                        || info != null && !info.methods(name).isEmpty()) {
                    return new Receiver(null, JavaType.of(imported));
                }
            }
            String single = owner.names().singleStaticImport(name);
            if (single != null) {
                return new Receiver(null, JavaType.of(single));
            }
            holder = context.scope().ownerScope();
        }
        JavaType type = JavaType.of(holder.info().name());
        return new Receiver(holder.self() == null ? null : new Value(holder.self(), type), type);
    }

    /** @param method what the call means, null when no declaration fits */
    record Arguments(List<Value> values, @Nullable MethodInfo method) {}

    /** Lowers arguments: plain ones first, since their types choose the overload that gives the functions theirs. */
    Arguments arguments(JavaType receiver, String name, List<Expression> expressions) {
        List<@Nullable Value> values = new ArrayList<>();
        List<JavaType> types = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            Expression expression = expressions.get(i);
            Value value = isFunction(expression) ? null : context.expressions().lower(expression);
            if (value != null) {
                value = context.expressions().guarded(value, expression, expressions.subList(i + 1, expressions.size()));
            }
            values.add(value);
            types.add(value == null ? JavaType.UNKNOWN : value.type());
        }
        MethodInfo method = context.unit().classes().genericMethod(receiver, name, types);
        Map<String, JavaType> inferred = new HashMap<>();
        List<Value> complete = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            JavaType expected = method == null ? JavaType.UNKNOWN : method.parameter(i, expressions.size());
            Value value = values.get(i);
            if (value == null) {
                value = function(expressions.get(i), expected, method, inferred);
            } else {
                value = context.lambdas().adapt(value, expected, expressions.get(i));
            }
            complete.add(value);
        }
        return new Arguments(complete, method == null ? null : method.bound(inferred));
    }

    /** A lambda or method reference; what it returns may tell what a type variable of the method stands for. */
    private Value function(Expression expression, JavaType expected, @Nullable MethodInfo method, Map<String, JavaType> inferred) {
        if (method == null) {
            return context.expressions().lower(expression, expected);
        }
        Value value = context.expressions().lower(expression, expected.with(method.unknowns(inferred)));
        MethodInfo function = context.unit().classes().functionalMethod(expected);
        if (function != null && value.expression() instanceof FunctionReference(String name)) {
            JavaType result = context.unit().resultOf(name);
            OverloadChoice.infer(function.result(), result, inferred, method);
        }
        return value;
    }

    private static boolean isFunction(Expression expression) {
        return expression instanceof LambdaExpr || expression instanceof MethodReferenceExpr;
    }
}
