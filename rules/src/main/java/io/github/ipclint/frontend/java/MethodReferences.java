package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import io.github.ipclint.frontend.java.CallLowering.Prepared;
import io.github.ipclint.frontend.java.ClassInfo.MethodInfo;
import io.github.ipclint.ir.Expression.FunctionReference;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.ResultUse;
import io.github.ipclint.ir.Instruction.Return;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Method references become the lambda that they abbreviate (JLS 15.13.3). */
final class MethodReferences {
    private final FunctionContext context;

    MethodReferences(FunctionContext context) {
        this.context = context;
    }

    /**
     * @param function the method of the interface, null when it is not known
     * @param receiver the object before {@code ::}, null for a type
     */
    FunctionReference lower(MethodReferenceExpr reference, @Nullable MethodInfo function, @Nullable Value receiver) {
        JavaType type = receiver != null ? receiver.type() : typeOf(reference.getScope());
        boolean creates = reference.getIdentifier().equals("new");
        String name = creates ? "<init>" : reference.getIdentifier();
        List<JavaType> types = function != null ? function.parameters() : guessParameters(type, name, receiver == null);
        JavaType result = function != null ? function.result() : JavaType.UNKNOWN;
        return context.lambdas()
                .synthesise(
                        reference,
                        result,
                        inner -> {
                            List<Variable> parameters = LambdaLowering.parameters(types, context.range(reference));
                            if (creates) {
                                create(inner, type, parameters, types, reference);
                            } else {
                                call(inner, new Reference(type, name, receiver, result), parameters, types, reference);
                            }
                            return parameters;
                        });
    }

    private record Reference(JavaType type, String name, @Nullable Value receiver, JavaType result) {}

    private JavaType typeOf(Expression scope) {
        if (scope instanceof TypeExpr type) {
            return context.scope().convert(type.getType());
        }
        return JavaType.of(context.scope().owner().names().qualify(scope.toString(), context.scope().owner()));
    }

    /** Without an interface the method itself says how many arguments there are. */
    private List<JavaType> guessParameters(JavaType type, String name, boolean ofType) {
        ClassInfo info = context.unit().classes().find(type.name());
        List<MethodInfo> methods = info == null ? List.of() : info.methods(name);
        if (methods.isEmpty()) {
            return ofType ? List.of(type) : List.of();
        }
        MethodInfo method = methods.getFirst();
        List<JavaType> types = new ArrayList<>(method.parameters());
        if (ofType && !method.isStatic() && !name.equals("<init>")) {
            types.addFirst(type);
        }
        return types;
    }

    private void create(FunctionContext inner, JavaType type, List<Variable> parameters, List<JavaType> types, MethodReferenceExpr source) {
        SourceRange at = context.range(source);
        String text = context.unit().text().quote(source);
        Place result = inner.temporary(text, type, at);
        MethodInfo constructor = context.unit().classes().method(type, "<init>", types);
        inner.graph()
                .add(
                        new Call(
                                result,
                                inner.calls().target(type, "<init>"),
                                null,
                                LambdaLowering.reads(parameters),
                                ResultUse.USED,
                                text,
                                at));
        inner.control().callEnds(type.dimensions() > 0 ? List.of() : CallLowering.thrown(constructor));
        inner.unit().setResult(inner.name(), type);
        inner.graph().add(new Return(new Read(result), at));
        inner.graph().stop();
    }

    private void call(FunctionContext inner, Reference reference, List<Variable> parameters, List<JavaType> types,
            MethodReferenceExpr source) {
        List<io.github.ipclint.ir.Expression> arguments = LambdaLowering.reads(parameters);
        io.github.ipclint.ir.Expression object = reference.receiver() == null ? null : reference.receiver().expression();
        MethodInfo method = context.unit().classes().method(reference.type(), reference.name(), types);
        boolean first = reference.receiver() == null && (method == null || !method.isStatic()) && !arguments.isEmpty();
        JavaType type = reference.type();
        if (first) {
            object = arguments.getFirst();
            arguments = arguments.subList(1, arguments.size());
            method = context.unit().classes().method(type, reference.name(), types.subList(1, types.size()));
        }
        JavaType result =
                method != null && (method.result().equals(JavaType.VOID) || reference.result().equals(JavaType.UNKNOWN))
                        ? method.result()
                        : reference.result();
        Prepared call =
                new Prepared(inner.calls().target(type, reference.name()), object, arguments, CallLowering.thrown(method));
        LambdaLowering.returnCall(inner, call, result, source);
    }
}
