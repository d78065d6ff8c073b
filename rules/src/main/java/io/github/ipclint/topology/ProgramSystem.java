package io.github.ipclint.topology;

import io.github.ipclint.engine.Exploration;
import io.github.ipclint.ir.Function;
import java.util.Arrays;
import java.util.List;

/**
 * Which programs belong together, so that a key, a path or a name means one object to them. For C the folder; for Java the module,
 * whose packages are no boundary.
 */
final class ProgramSystem {
    private static final List<String> MAVEN_SOURCES = List.of("src/main/java", "src/test/java", "src");

    private ProgramSystem() {}

    static String of(Exploration program) {
        Function root = program.root();
        String folder = folder(root.unit());
        return root.is(Function.Mark.JAVA) ? module(folder, root.name()) : folder;
    }

    /** Whether two systems lie in one folder, or one of them in the folder of the other. */
    static boolean areBeside(String one, String other) {
        return !one.equals(other) && (folder(one).equals(folder(other)) || folder(one).equals(other) || folder(other).equals(one));
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The folder without what the package name accounts for, and without the usual source folders. */
    private static String module(String folder, String qualifiedMethod) {
        List<String> names = Arrays.asList(qualifiedMethod.split("\\."));
        String base = folder;
        for (int length = names.size() - 1; length > 0; length--) {
            String packages = String.join("/", names.subList(0, length));
            if (ends(folder, packages)) {
                base = without(folder, packages);
                break;
            }
        }
        for (String sources : MAVEN_SOURCES) {
            if (ends(base, sources)) {
                return without(base, sources);
            }
        }
        return base;
    }

    private static boolean ends(String folder, String end) {
        return folder.equals(end) || folder.endsWith("/" + end);
    }

    private static String without(String folder, String end) {
        return folder.length() <= end.length() ? "" : folder.substring(0, folder.length() - end.length() - 1);
    }
}
