package io.github.ipclint.model;

import io.github.ipclint.ir.Instruction.Target;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** All models of a run: those that we ship and those of the user's own headers. Models apply by name. */
public final class Models {
    /** The name that stands for the error number of the last failure; a place, not a constant. */
    public static final String ERRNO = "errno";

    private final Map<String, FunctionModel> byName;
    private final Map<String, Long> constants;

    public Models(Collection<FunctionModel> functions, Map<String, Long> constants) {
        this.byName = new LinkedHashMap<>();
        functions.forEach(function -> byName.put(function.name(), function));
        this.constants = Map.copyOf(constants);
    }

    /** The model that a call target has, null for functions that nobody described. */
    public @Nullable FunctionModel of(Target target) {
        return switch (target) {
            case Target.Named(String name) -> byName.get(name);
            case Target.Method method -> ofMethod(method);
            case Target.Indirect ignored -> null;
        };
    }

    public @Nullable FunctionModel of(String name) {
        return byName.get(name);
    }

    /** Value of a system constant such as {@code O_CREAT}, on Linux x86-64; Java: ordinal values of modelled enums. */
    public OptionalLong constant(String name) {
        Long value = constants.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public Collection<FunctionModel> all() {
        return byName.values();
    }

    private @Nullable FunctionModel ofMethod(Target.Method method) {
        FunctionModel own = byName.get(method.type() + "." + method.name());
        if (own != null || method.name().equals("<init>")) {
            return own;
        }
        for (String supertype : method.supertypes()) {
            FunctionModel inherited = byName.get(supertype + "." + method.name());
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }
}
