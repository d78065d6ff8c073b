package io.github.ipclint.model;

import io.github.ipclint.ir.Variable;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one function does.
 *
 * @param name C: plain name; Java: {@code qualified.Type.method}, constructors {@code qualified.Type.<init>}
 * @param parameters the prototype's; effects refer to these objects
 * @param receiver {@code this} of a Java method, else null
 * @param result what effects call {@code result}
 * @param effects in the order written
 * @param variadic further arguments may follow; effects name them by the variables in {@code rest}
 * @param rest the variadic arguments that effects mention, by index; 0 is the first after the parameters, {@link #ALL_REST} all
 *     of them
 */
public record FunctionModel(
        String name,
        List<Variable> parameters,
        @Nullable Variable receiver,
        Variable result,
        boolean variadic,
        Map<Integer, Variable> rest,
        List<Effect> effects,
        Set<Trait> traits) {
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

    public FunctionModel {
        parameters = List.copyOf(parameters);
        rest = Collections.unmodifiableMap(new TreeMap<>(rest));
        effects = List.copyOf(effects);
        traits = Collections.unmodifiableSet(new TreeSet<>(traits));
    }

    public FunctionModel(
            String name, List<Variable> parameters, @Nullable Variable receiver, Variable result, boolean variadic, List<Effect> effects,
            Set<Trait> traits) {
        this(name, parameters, receiver, result, variadic, Map.of(), effects, traits);
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

    /** A model is itself only. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Whether some effect is of this kind, whatever its condition. */
    public boolean has(Class<? extends Effect> kind) {
        for (Effect effect : effects) {
            if (kind.isInstance(effect)) {
                return true;
            }
        }
        return false;
    }

    /** The effects of one kind, in order. */
    public <E extends Effect> List<E> all(Class<E> kind) {
        List<E> found = List.of();
        for (Effect effect : effects) {
            if (kind.isInstance(effect)) {
                if (found.isEmpty()) {
                    found = new ArrayList<>();
                }
                found.add(kind.cast(effect));
            }
        }
        return found;
    }
}
