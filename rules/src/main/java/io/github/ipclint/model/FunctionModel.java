package io.github.ipclint.model;

import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one function does. Effects are found by their kind without a search: each call that is explored asks for some twenty kinds.
 */
public final class FunctionModel {
    /** Index in {@code rest} of the variable that stands for all variadic arguments: {@code fills(args)}. */
    public static final int ALL_REST = -1;

    private static final String STREAM = "FILE";

    /** Plain marks. */
    public enum Trait {
        MUST_CHECK,
        ASYNC_SIGNAL_SAFE,
        INTERRUPTIBLE,
        NOT_AFTER_VFORK,
        NORETURN,
        /** The result is the id of the process that calls. */
        OWN_PROCESS,
        /** Where it throws it has closed its receiver. */
        CLOSES_ON_FAILURE,
        /** It says what the call needs; whatever else the call does is unknown. */
        PARTIAL,
        /** A mention of this call makes a file worth analysing. */
        SEED
    }

    private final String name;
    private final List<Variable> parameters;
    private final @Nullable Variable receiver;
    private final Variable result;
    private final boolean variadic;
    private final Map<Integer, Variable> rest;
    private final List<Effect> effects;
    private final Map<Class<?>, List<Effect>> byKind = new IdentityHashMap<>();
    private final Set<Trait> traits;

    /**
     * @param name C: plain name; Java: {@code qualified.Type.method}, constructors {@code qualified.Type.<init>}
     * @param parameters the prototype's; effects refer to these objects
     * @param receiver {@code this} of a Java method, else null
     * @param result what effects call {@code result}
     * @param variadic further arguments may follow; effects name them by the variables in {@code rest}
     * @param rest the variadic arguments that effects mention, by index; 0 is the first after the parameters, {@link #ALL_REST} all of
     *     them
     * @param effects in the order written
     */
    public FunctionModel(
            String name, List<Variable> parameters, @Nullable Variable receiver, Variable result, boolean variadic,
            Map<Integer, Variable> rest, List<Effect> effects, Set<Trait> traits) {
        this.name = name;
        this.parameters = List.copyOf(parameters);
        this.receiver = receiver;
        this.result = result;
        this.variadic = variadic;
        this.rest = Collections.unmodifiableMap(new TreeMap<>(rest));
        this.effects = List.copyOf(effects);
        this.effects.forEach(effect -> byKind.computeIfAbsent(effect.getClass(), kind -> new ArrayList<>(1)).add(effect));
        byKind.replaceAll((kind, filed) -> List.copyOf(filed));
        this.traits = EnumSet.noneOf(Trait.class);
        this.traits.addAll(traits);
    }

    public String name() {
        return name;
    }

    public List<Variable> parameters() {
        return parameters;
    }

    public @Nullable Variable receiver() {
        return receiver;
    }

    public Variable result() {
        return result;
    }

    public boolean variadic() {
        return variadic;
    }

    public Map<Integer, Variable> rest() {
        return rest;
    }

    public List<Effect> effects() {
        return effects;
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether a header defines it as a macro, which its name in capitals says: it only computes. */
    public boolean isMacro() {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }

    /** Whether it is given a stream of stdio. */
    public boolean takesStream() {
        return parameters.stream().anyMatch(parameter -> parameter.type().toString().contains(STREAM));
    }

    /** By name, so that the order of hash tables is the same in every run. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** A model is itself only. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    /** Whether some effect is of this kind, one of the records in {@link Effect}, whatever its condition. */
    public boolean has(Class<? extends Effect> kind) {
        return byKind.containsKey(kind);
    }

    /** The effects of one kind, in order. */
    @SuppressWarnings("unchecked") // they are filed by their class
    public <E extends Effect> List<E> all(Class<E> kind) {
        return (List<E>) byKind.getOrDefault(kind, List.of());
    }

    @Override
    public String toString() {
        return name;
    }
}
