package io.github.ipclint.model;

import io.github.ipclint.ir.Instruction.Target;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All models of a run: those that we ship and those of the user's own headers. Models apply by name. */
public final class Models {
    /** The name that stands for the error number of the last failure; a place, not a constant. */
    public static final String ERRNO = "errno";

    /** The variable in which getopt(3) delivers what the command line says of an option. */
    public static final String OPTION_ARGUMENT = "optarg";

    private static final String ARITY = "/";

    private final Map<String, FunctionModel> byName;
    private final Map<String, FunctionModel> byArity = new LinkedHashMap<>();
    private final Map<String, FunctionModel> partial = new LinkedHashMap<>();
    private final Map<String, Long> constants;

    public Models(Collection<FunctionModel> functions, Map<String, Long> constants) {
        this.byName = new LinkedHashMap<>();
        for (FunctionModel function : functions) {
            if (function.is(FunctionModel.Trait.PARTIAL)) {
                partial.put(function.name(), function);
                continue;
            }
            byName.put(function.name(), function);
            if (function.name().contains(".")) {
                byArity.put(function.name() + ARITY + (function.variadic() ? "" : function.parameters().size()), function);
            }
        }
        this.constants = Map.copyOf(constants);
    }

    /**
     * The model that a call has, null for functions that nobody described. Overloads of a Java method are told apart by the number of
     * their parameters.
     */
    public @Nullable FunctionModel of(Target target, int arguments) {
        if (!(target instanceof Target.Method method)) {
            return of(target);
        }
        FunctionModel exact = ofMethod(method, ARITY + arguments);
        return exact != null ? exact : ofMethod(method, ARITY);
    }

    /** A model of that name, whichever overload. */
    public @Nullable FunctionModel of(Target target) {
        return switch (target) {
            case Target.Named(String name) -> byName.get(name);
            case Target.Method method -> ofMethod(method, "");
            case Target.Indirect ignored -> null;
        };
    }

    public @Nullable FunctionModel of(String name) {
        return byName.get(name);
    }

    /** What is said of a function that is unknown otherwise, null for those of which nothing or everything is said. */
    public @Nullable FunctionModel partial(Target target) {
        return target instanceof Target.Named(String name) && !byName.containsKey(name) ? partial.get(name) : null;
    }

    /** Value of a system constant such as {@code O_CREAT}, on Linux x86-64; Java: ordinal values of modelled enums. */
    public OptionalLong constant(String name) {
        Long value = constants.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** Every model once, overloads included. */
    public Collection<FunctionModel> all() {
        Set<FunctionModel> all = new LinkedHashSet<>(byName.values());
        all.addAll(byArity.values());
        return all;
    }

    private @Nullable FunctionModel ofMethod(Target.Method method, String arity) {
        Map<String, FunctionModel> models = arity.isEmpty() ? byName : byArity;
        FunctionModel own = models.get(method.type() + "." + method.name() + arity);
        if (own != null || method.name().equals("<init>")) {
            return own;
        }
        for (String supertype : method.supertypes()) {
            FunctionModel inherited = models.get(supertype + "." + method.name() + arity);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }
}
