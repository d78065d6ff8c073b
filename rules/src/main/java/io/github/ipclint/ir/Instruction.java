package io.github.ipclint.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a function. Memory reads stand inside the expressions of the instruction that uses the value. */
public sealed interface Instruction {
    /** What the user wrote. */
    SourceRange at();

    /** {@code target = value}; a declaration without initialiser is an Assign of {@link Expression.Unknown} with the text {@code "uninitialised"}. */
    record Assign(Place target, Expression value, SourceRange at) implements Instruction {}

    /** What becomes of a call's result. */
    enum ResultUse {
        USED,
        /** Call as a statement. */
        DISCARDED,
        /** {@code (void) call()}: thrown away on purpose. */
        CAST_TO_VOID
    }

    /**
     * A call; it ends its block. The normal edge comes first; Java adds one exceptional edge per handler that may catch.
     *
     * @param result where the value goes; null when it is not used. Lowering makes a temporary for calls inside expressions; where
     *     the source assigns the result directly ({@code fd = open(…)}) that place is the result itself.
     * @param receiver {@code this} of a Java call, else null
     * @param source the call as written, white space folded, at most 200 characters
     */
    record Call(
            @Nullable Place result, Target target, @Nullable Expression receiver, List<Expression> arguments, ResultUse use, String source,
            SourceRange at)
            implements Instruction {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** Whom a call reaches. */
    sealed interface Target {
        /** A C function by name. */
        record Named(String name) implements Target {}

        /**
         * A Java method or constructor ({@code <init>}).
         *
         * @param type qualified name of the static receiver type where it resolves, else the simple name as written
         * @param supertypes qualified names of all supertypes, nearest first, so that models of supertypes apply
         */
        record Method(String type, List<String> supertypes, String name) implements Target {
            public Method {
                supertypes = List.copyOf(supertypes);
            }
        }

        /** A function pointer. */
        record Indirect(Expression function) implements Target {}
    }

    /** The branch condition has this truth on this path; first instruction of a branch's block. */
    record Assume(Expression condition, boolean truth, SourceRange at) implements Instruction {}

    /** The scope or lifetime of these variables ends. */
    record Leave(List<Variable> variables, SourceRange at) implements Instruction {
        public Leave {
            variables = List.copyOf(variables);
        }
    }

    record Return(@Nullable Expression value, SourceRange at) implements Instruction {}

    record Throw(Expression value, SourceRange at) implements Instruction {}
}
