package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.ResultUse;
import io.github.ipclint.ir.Instruction.Target;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lowers calls. */
final class Calls {
    private static final String SPACE = " \t\n\u000B\f\r";
    private static final int LONGEST_SOURCE = 200;

    /** Compiler built-ins that give their first argument. */
    private static final Set<String> TRANSPARENT =
            Set.of("__builtin_expect", "__builtin_assume_aligned", "__builtin_expect_with_probability");

    private final Body body;

    Calls(Body body) {
        this.body = body;
    }

    /** The call that an expression is, below parentheses and casts. */
    @Nullable Syntax callIn(Syntax expression) {
        Syntax inner = expression;
        while (true) {
            inner = ExpressionLowering.strip(inner);
            Syntax operand = inner.is("cast_expression") ? inner.child("value")
                    : inner.is("call_expression") ? body.expressions().casts().operandOfCall(inner) : null;
            if (operand == null) {
                return inner.is("call_expression") && !isTransparent(inner) && !isAssertion(inner) ? inner : null;
            }
            inner = operand;
        }
    }

    private static boolean isTransparent(Syntax call) {
        return TRANSPARENT.contains(call.textOf("function"));
    }

    /** The condition that a transparent call stands for, else null. */
    static @Nullable Syntax transparentArgument(Syntax call) {
        Syntax arguments = call.child("arguments");
        boolean first = call.is("call_expression") && isTransparent(call) && arguments != null && !arguments.children().isEmpty();
        return first && arguments != null ? arguments.children().getFirst() : null;
    }

    static boolean isAssertion(Syntax call) {
        return call.textOf("function").equals("assert");
    }

    /** Lowers a call whose value is used inside an expression. */
    Expression value(Syntax call) {
        Syntax transparent = transparentArgument(call);
        if (transparent != null) {
            return body.expressions().value(transparent);
        }
        if (isAssertion(call)) {
            return assertion(call);
        }
        Place result = body.temporary(resultType(call), call.range());
        into(call, result);
        return body.expressions().read(result);
    }

    /** Lowers a call whose value goes to a place. */
    void into(Syntax call, Place result) {
        emit(call, result, ResultUse.USED);
    }

    /** Lowers a call whose value is not used. */
    void discard(Syntax call, ResultUse use) {
        Syntax operand = body.expressions().casts().operandOfCall(call);
        if (operand != null) {
            body.statements().effect(operand);
        } else if (isAssertion(call)) {
            assertion(call);
        } else if (call.textOf("function").equals(Jumps.COMPUTED)) {
            body.statements().jumps().computed(call);
        } else {
            emit(call, null, use);
        }
    }

    private void emit(Syntax call, @Nullable Place result, ResultUse use) {
        Target target = target(call);
        List<Expression> arguments = new ArrayList<>();
        Syntax list = call.child("arguments");
        for (Syntax argument : list == null ? List.<Syntax>of() : list.children()) {
            if (!argument.isError()) {
                arguments.add(body.expressions().value(argument));
            }
        }
        body.cfg().add(new Call(result, target, null, arguments, use, source(call), call.range()));
    }

    private Target target(Syntax call) {
        Syntax function = call.child("function");
        if (function == null) {
            return new Target.Indirect(body.expressions().unknown(call));
        }
        Syntax stripped = ExpressionLowering.strip(function);
        boolean variable = body.names().meaning(stripped.text()) instanceof Names.VariableName;
        if (stripped.is("identifier") && !variable) {
            return new Target.Named(stripped.text());
        }
        Expression value = body.expressions().value(stripped);
        return switch (value) {
            case Expression.FunctionReference(String name) -> new Target.Named(name);
            case Expression.Read(Place.Dereference(Expression pointer)) -> new Target.Indirect(pointer);
            default -> new Target.Indirect(value);
        };
    }

    /** The call as written, white space folded. */
    static String source(Syntax call) {
        String written = call.written().strip();
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < written.length() && folded.length() < LONGEST_SOURCE; i++) {
            char c = written.charAt(i);
            if (SPACE.indexOf(c) < 0) {
                folded.append(c);
            } else if (SPACE.indexOf(written.charAt(i - 1)) < 0) {
                folded.append(' ');
            }
        }
        return folded.toString();
    }

    private Type resultType(Syntax call) {
        Type function =
                switch (body.names().meaning(call.textOf("function"))) {
                    case Names.FunctionName(Type type) -> type;
                    case Names.VariableName(var variable) -> body.types().target(variable.type());
                    case null, default -> Type.UNKNOWN;
                };
        return function instanceof Type.FunctionType(Type result, List<Type> ignored) ? body.types().complete(result) : Type.UNKNOWN;
    }

    /** {@code assert(e)}, as assert.h expands it. */
    private Expression assertion(Syntax call) {
        Syntax arguments = call.child("arguments");
        if (arguments != null && !arguments.children().isEmpty()) {
            CfgBuilder.Block holds = body.cfg().block();
            CfgBuilder.Block fails = body.cfg().block();
            body.conditions().branch(arguments.children().getFirst(), holds, fails);
            body.cfg().startAt(fails);
            body.cfg().add(
                    new Call(null, new Target.Named("__assert_fail"), null, List.of(), ResultUse.DISCARDED, source(call), call.range()));
            body.cfg().jump(holds);
            body.cfg().startAt(holds);
        }
        return new Expression.Constant(0);
    }
}
