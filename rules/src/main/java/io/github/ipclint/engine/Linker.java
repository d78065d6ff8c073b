package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction.Target;
import io.github.ipclint.ir.TranslationUnit;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which definition a name means in which file: same file, then declared in an included header, same folder, unique in the set. A file
 * that defines {@code main} lends no function to another program. Of Java classes of one name the nearest is meant.
 */
public final class Linker {
    private static final String MAIN = "main";

    private final Map<String, TranslationUnit> units = new TreeMap<>();
    private final Map<String, List<Function>> byName = new HashMap<>();
    private final Map<Variable, Variable> canonical = new HashMap<>();
    /** Files with a main function. */
    private final Set<String> programs = new HashSet<>();
    /** By file and name; asked for by many explorations at once. */
    private final Map<String, Map<String, Optional<Function>>> resolved = new ConcurrentHashMap<>();
    private final Namesakes namesakes;

    public Linker(Collection<TranslationUnit> translationUnits) {
        translationUnits.forEach(unit -> units.put(unit.path(), unit));
        this.namesakes = new Namesakes(units.values());
        Map<String, Variable> external = new LinkedHashMap<>();
        for (TranslationUnit unit : units.values()) {
            if (unit.language() == TranslationUnit.Language.C
                    && unit.functions().stream().anyMatch(function -> function.name().equals(MAIN))) {
                programs.add(unit.path());
            }
            for (Function function : unit.functions()) {
                byName.computeIfAbsent(function.name(), key -> new ArrayList<>()).add(function);
            }
            for (Variable global : unit.globals()) {
                if (global.kind() == Variable.Kind.GLOBAL) {
                    String scope = programs.contains(unit.path()) ? unit.path() : namesakes.scope(unit, global);
                    canonical.put(global, external.computeIfAbsent(scope + ":" + global.name(), key -> global));
                }
            }
        }
    }

    public Collection<TranslationUnit> units() {
        return units.values();
    }

    public @Nullable TranslationUnit unit(String path) {
        return units.get(path);
    }

    /** One variable for all declarations of an external global. */
    Variable canonical(Variable variable) {
        return canonical.getOrDefault(variable, variable);
    }

    /** The definition that a call in {@code caller} reaches, null when it has none here. */
    public @Nullable Function resolve(Function caller, Target target, int arguments) {
        return resolve(caller, target, arguments, false);
    }

    /**
     * The definition that a call in {@code caller} reaches, null when it has none here.
     *
     * @param modelled the models know the name: then a definition far away is another program's affair
     */
    public @Nullable Function resolve(Function caller, Target target, int arguments, boolean modelled) {
        return switch (target) {
            case Target.Named(String name) -> {
                Function found = resolve(caller.unit(), name);
                yield found == null || !modelled || isMeant(caller.unit(), found) ? found : null;
            }
            case Target.Method method -> resolveMethod(caller.unit(), method, arguments);
            case Target.Indirect ignored -> null;
        };
    }

    /** The definition that a name means in a file. */
    public @Nullable Function resolve(String unit, String name) {
        Map<String, Optional<Function>> inUnit = resolved.get(unit);
        Optional<Function> known = inUnit == null ? null : inUnit.get(name);
        if (known == null) {
            known = Optional.ofNullable(find(unit, name));
            resolved.computeIfAbsent(unit, key -> new ConcurrentHashMap<>()).put(name, known);
        }
        return known.orElse(null);
    }

    private @Nullable Function find(String unit, String name) {
        List<Function> candidates = namesakes.nearest(unit, byName.getOrDefault(name, List.of()));
        if (candidates.isEmpty()) {
            return null;
        }
        List<Function> own = candidates.stream().filter(function -> function.unit().equals(unit)).toList();
        if (!own.isEmpty()) {
            return own.getFirst();
        }
        List<Function> visible = candidates.stream()
                .filter(function -> !function.is(Function.Mark.STATIC) || isHeader(function.unit()))
                .filter(function -> !programs.contains(function.unit()))
                .toList();
        TranslationUnit from = units.get(unit);
        if (from != null) {
            List<Function> inHeaders = visible.stream().filter(function -> from.headers().contains(function.unit())).toList();
            if (!inHeaders.isEmpty()) {
                return inHeaders.getFirst();
            }
        }
        String folder = folder(unit);
        List<Function> near = visible.stream().filter(function -> folder(function.unit()).equals(folder)).toList();
        if (near.size() == 1) {
            return near.getFirst();
        }
        return visible.size() == 1 ? visible.getFirst() : null;
    }

    /**
     * Whether a file means this definition by the name of a library function: its own, one of a header that it includes, or one in the same
     * folder that it has a declaration of. Else the definition may be there to take the place of the library's in another program.
     */
    private boolean isMeant(String unit, Function function) {
        TranslationUnit from = units.get(unit);
        return unit.equals(function.unit()) || from != null && (from.headers().contains(function.unit())
                || folder(unit).equals(folder(function.unit())) && from.declared().contains(function.name()));
    }

    /** What a program calls that the linker has found elsewhere: what the file with its main defines itself comes before that. */
    Function inProgram(Function main, Function found) {
        if (found.is(Function.Mark.STATIC) || isHeader(found.unit())) {
            return found;
        }
        return byName.getOrDefault(found.name(), List.of()).stream()
                .filter(function -> function.unit().equals(main.unit()) && !function.is(Function.Mark.STATIC)
                        && !function.is(Function.Mark.JAVA))
                .findFirst().orElse(found);
    }

    private @Nullable Function resolveMethod(String unit, Target.Method method, int arguments) {
        Function own = method(unit, method.type() + "." + method.name(), arguments);
        if (own != null || method.name().equals("<init>")) {
            return own;
        }
        for (String supertype : method.supertypes()) {
            Function inherited = method(unit, supertype + "." + method.name(), arguments);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    private @Nullable Function method(String unit, String name, int arguments) {
        Function fitting = null;
        for (Function function : namesakes.nearest(unit, byName.getOrDefault(name, List.of()))) {
            if (function.parameters().size() == arguments) {
                if (fitting != null) {
                    return null;
                }
                fitting = function;
            }
        }
        return fitting;
    }

    private static boolean isHeader(String path) {
        return path.endsWith(".h");
    }

    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
