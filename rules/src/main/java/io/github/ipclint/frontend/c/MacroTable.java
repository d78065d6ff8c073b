package io.github.ipclint.frontend.c;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The macros that are defined at one point of a file. */
final class MacroTable {
    private final Map<String, Macro> macros = new HashMap<>();
    private final Map<String, Macro> own = new HashMap<>();
    private final Set<String> undefined = new HashSet<>();
    private final ReservedNames reserved;

    MacroTable() {
        this(ReservedNames.NONE);
    }

    /** @param reserved what cannot be defined */
    MacroTable(ReservedNames reserved) {
        this.reserved = reserved;
    }

    @Nullable Macro get(String name) {
        Macro macro = macros.get(name);
        return macro == null && name.startsWith("IF_") ? configured(name) : macro;
    }

    /**
     * {@code IF_FEATURE_X(code)} and {@code IF_NOT_FEATURE_X(code)}: the header that configures a project in the manner of Kconfig is
     * made by its build. Features are taken to be on, as open conditions of directives are.
     */
    private static @Nullable Macro configured(String name) {
        if (!name.equals(name.toUpperCase(Locale.ROOT))) {
            return null;
        }
        Token all = new Token(Token.Kind.NAME, Macro.REST, false);
        return new Macro(name, List.of(Macro.REST), true, name.startsWith("IF_NOT_") ? List.of() : List.of(all));
    }

    boolean isDefined(String name) {
        return macros.containsKey(name);
    }

    /** Whether the file itself took the definition back. */
    boolean isUndefined(String name) {
        return undefined.contains(name);
    }

    void define(Macro macro) {
        if (!reserved.cover(macro)) {
            macros.put(macro.name(), macro);
            own.put(macro.name(), macro);
            undefined.remove(macro.name());
        }
    }

    void undefine(String name) {
        macros.remove(name);
        own.remove(name);
        undefined.add(name);
    }

    /** Takes a definition back that never was in the file. */
    void forget(String name, @Nullable Macro before) {
        own.remove(name);
        macros.remove(name);
        if (before != null) {
            define(before);
        }
    }

    /** Takes over what another file itself defines and undefines. */
    void include(MacroTable other) {
        macros.keySet().removeAll(other.undefined);
        macros.putAll(other.own);
    }

    /** Takes over the macros with arguments of a file that another build would include, where nothing else defines them. */
    void includeMissing(MacroTable other) {
        other.own.forEach((name, macro) -> {
            if (macro.takesArguments() && !reserved.cover(macro)) {
                macros.putIfAbsent(name, macro);
            }
        });
    }

    /** Names of the macros of this file alone. */
    Set<String> names() {
        return own.keySet();
    }

    /** Values of the macros of this file alone that stand for integers. */
    Map<String, Long> constants() {
        Map<String, Long> constants = new HashMap<>();
        for (Macro macro : own.values()) {
            Long value = constant(macro);
            if (value != null) {
                constants.put(macro.name(), value);
            }
        }
        return constants;
    }

    /** The value of a macro that stands for an integer; null for others. */
    private @Nullable Long constant(Macro macro) {
        if (macro.takesArguments() || macro.body().isEmpty()) {
            return null;
        }
        Token only = macro.body().getFirst();
        if (macro.body().size() == 1 && only.kind() == Token.Kind.NUMBER) {
            OptionalLong value = Literals.integer(only.text());
            return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
        }
        List<Token> expanded = new MacroExpansion(this).expand(macro.body());
        return expanded == null ? null : new DirectiveExpression(expanded, name -> null, name -> null).value();
    }
}
