package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.TranslationUnit;
import io.github.ipclint.ir.Variable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Java classes of one name in several files: programs that lie side by side, each with a class path of its own. A file means the one
 * whose path has most in common with its own.
 */
final class Namesakes {
    /** Files that declare a class, for names that more than one file declares. */
    private final Map<String, Set<String>> homes = new HashMap<>();

    Namesakes(Collection<TranslationUnit> units) {
        for (TranslationUnit unit : units) {
            if (unit.language() == TranslationUnit.Language.JAVA) {
                unit.functions().forEach(function -> declare(owner(function.name()), unit));
                unit.globals().stream()
                        .filter(global -> !global.marks().contains(Variable.Mark.EXTERN))
                        .forEach(global -> declare(owner(global.name()), unit));
            }
        }
        homes.values().removeIf(paths -> paths.size() == 1);
    }

    private void declare(String type, TranslationUnit unit) {
        homes.computeIfAbsent(type, key -> new TreeSet<>()).add(unit.path());
    }

    private static String owner(String member) {
        return member.substring(0, Math.max(0, member.lastIndexOf('.')));
    }

    /** Of functions of one name those of the class that the file means; none where that cannot be told. */
    List<Function> nearest(String from, List<Function> functions) {
        if (functions.size() < 2 || !functions.getFirst().is(Function.Mark.JAVA)) {
            return functions;
        }
        Set<String> paths = homes.get(owner(functions.getFirst().name()));
        String home = paths == null ? null : home(from, paths);
        return paths == null ? functions : functions.stream().filter(function -> function.unit().equals(home)).toList();
    }

    /** What tells a static field that the file mentions from those of the same name in other classes of that name; empty where it is unique. */
    String scope(TranslationUnit unit, Variable field) {
        Set<String> paths = unit.language() == TranslationUnit.Language.JAVA ? homes.get(owner(field.name())) : null;
        String home = paths == null ? null : home(unit.path(), paths);
        return paths == null ? "" : home == null ? unit.path() : home;
    }

    /** The only one of the files that has most folders in common with this one. */
    private static @Nullable String home(String from, Set<String> paths) {
        String best = null;
        int most = -1;
        for (String path : paths) {
            int common = path.equals(from) ? Integer.MAX_VALUE : commonFolders(from, path);
            if (common >= most) {
                best = common > most ? path : null;
                most = common;
            }
        }
        return best;
    }

    private static int commonFolders(String one, String other) {
        int folders = 0;
        for (int i = 0; i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i); i++) {
            if (one.charAt(i) == '/') {
                folders++;
            }
        }
        return folders;
    }
}
