package io.github.ipclint.ir;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named cell. Identity is the object: two variables of one name in two scopes are two objects. Globals of external linkage are
 * one object per translation unit; the linker joins them by name.
 */
public final class Variable {
    /** Where a variable lives. */
    public enum Kind {
        LOCAL,
        PARAMETER,
        /** Made by lowering, to hold the result of a call inside an expression. */
        TEMPORARY,
        /** Local with static storage. */
        STATIC_LOCAL,
        /** File scope, internal linkage; a Java static field. */
        FILE_STATIC,
        /** File scope, external linkage. */
        GLOBAL,
        /** Instance field of {@code this}'s class is not a variable: it is a {@link Place.Field}; this is {@code this} itself. */
        RECEIVER
    }

    /** What a declaration says beyond the type. */
    public enum Mark {
        VOLATILE,
        CONST,
        ATOMIC,
        /** {@code __attribute__((cleanup(f)))}, Java try-with-resources: something ends it with its scope. */
        CLEANUP,
        EXTERN
    }

    private final String name;
    private final Type type;
    private final Kind kind;
    private final Set<Mark> marks;
    private final SourceRange at;
    private final int hash;

    public Variable(String name, Type type, Kind kind, Set<Mark> marks, SourceRange at) {
        this.name = name;
        this.type = type;
        this.kind = kind;
        this.marks = Set.copyOf(marks);
        this.at = at;
        this.hash = (name.hashCode() * 31 + at.line()) * 31 + at.column();
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public Kind kind() {
        return kind;
    }

    public Set<Mark> marks() {
        return marks;
    }

    /** The declaration. */
    public SourceRange at() {
        return at;
    }

    /** Whether the cell outlives the call that declares it. */
    public boolean isStatic() {
        return kind == Kind.STATIC_LOCAL || kind == Kind.FILE_STATIC || kind == Kind.GLOBAL;
    }

    /** By name and place: equal in every run. */
    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public String toString() {
        return name;
    }
}
