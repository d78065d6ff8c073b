package io.github.ipclint.frontend.c;

import java.util.Map;
import java.util.Set;

/**
 * Names that the models know: macros of the project never replace them, so that a fall-back such as {@code #define O_CLOEXEC 0} does not
 * hide what the system means by the name.
 *
 * @param names constants, macros of the system, and functions
 * @param parameters of the functions that take a fixed number of arguments, how many: a macro that takes others is something else
 */
public record ReservedNames(Set<String> names, Map<String, Integer> parameters) {
    public static final ReservedNames NONE = new ReservedNames(Set.of(), Map.of());

    public ReservedNames {
        names = Set.copyOf(names);
        parameters = Map.copyOf(parameters);
    }

    boolean cover(Macro macro) {
        Integer expected = parameters.get(macro.name());
        return names.contains(macro.name())
                && (expected == null || macro.parameters() == null || macro.variadic() || macro.parameters().size() == expected);
    }
}
