package io.github.ipclint.ir;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function or method with a body.
 *
 * @param name C: the plain name; Java: {@code package.Type.method}, lambdas {@code package.Type.method$lambda1}
 * @param unit path of the file that holds it
 * @param parameters a Java instance method has its RECEIVER variable in {@code locals}, not here
 * @param locals every variable of the body, temporaries included
 * @param at the name in the definition
 * @param body the whole definition, from the first token to the closing brace
 * @param complete false when part of the body could not be parsed and was analysed around
 */
public record Function(
        String name, String unit, List<Variable> parameters, Type result, List<Variable> locals, Cfg cfg, SourceRange at, SourceRange body,
        Set<Mark> marks, boolean complete) {
    /** What a definition says beyond the type. */
    public enum Mark {
        STATIC,
        INLINE,
        NORETURN,
        VARIADIC,
        /** Entry of the unit's static initialisation: assignments of the initialisers of globals and static fields. */
        INITIALIZER,
        /** Java: can be called from outside the analysed set. */
        PUBLIC,
        JAVA,
        /** Constructor of a Java class. */
        CONSTRUCTOR,
        SYNCHRONIZED,
        /** C: only a trial of its own file has it, which a switch of the build adds to that. */
        SELF_TEST,
        /** Java: one of many tests that a framework runs, each once, in a process that ends then. */
        TEST
    }

    public Function {
        parameters = List.copyOf(parameters);
        locals = List.copyOf(locals);
        marks = Set.copyOf(marks);
    }

    public boolean is(Mark mark) {
        return marks.contains(mark);
    }

    /** A definition is itself only; by name, so that it is equal in every run. */
    @Override
    public int hashCode() {
        return unit.hashCode() * 31 + name.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public String toString() {
        return unit + ":" + name;
    }
}
