package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.SourceRange;
import org.jspecify.annotations.Nullable;

/** An instruction in one activation of its function. Made by {@link CallPath#site}; equal sites are one object. */
public final class Site implements Comparable<Site> {
    private final Instruction instruction;
    private final CallPath path;
    private final int hash;

    Site(Instruction instruction, CallPath path) {
        this.instruction = instruction;
        this.path = path;
        SourceRange at = instruction.at();
        this.hash = (path.hashCode() * 31 + at.line()) * 31 + at.column();
    }

    public Instruction instruction() {
        return instruction;
    }

    public CallPath path() {
        return path;
    }

    public SourceRange at() {
        return instruction.at();
    }

    public Function function() {
        return path.function();
    }

    /** Equal in every run, so that the order of maps is too. */
    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    /** By source position, the calls that lead here first. */
    @Override
    public int compareTo(Site other) {
        int byPlace = at().compareTo(other.at());
        return byPlace != 0 ? byPlace : path.calls().toString().compareTo(other.path.calls().toString());
    }

    @Override
    public String toString() {
        return at().toString();
    }
}
