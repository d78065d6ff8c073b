package io.github.ipclint.frontend.java;

import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes of the project are declared. One scan of the text finds the files that mention a declaration; a file is
 * parsed when one of its classes is asked for. Safe for several threads.
 */
final class SourceIndex {
    private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);
    private static final List<String> DECLARING = List.of("class ", "interface ", "enum ", "record ");

    private final List<Path> roots;
    private final Map<Path, TypeNames> parsed = new HashMap<>();
    private @Nullable Map<String, List<Path>> files;

    SourceIndex(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * A parser of the newest syntax, one column per UTF-16 unit. What a version forbids does not matter here, and checking it would
     * cost as much as parsing, so nothing runs after the parser.
     */
    static JavaParser parser() {
        ParserConfiguration configuration =
                new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_25).setAttributeComments(false).setTabSize(1);
        configuration.getProcessors().clear();
        return new JavaParser(configuration);
    }

    static ParseResult<CompilationUnit> parse(String text) {
        return parser().parse(text);
    }

    /** The root under which this path exists, the first root otherwise. */
    Path locate(String relativePath) {
        return roots.stream()
                .map(root -> root.resolve(relativePath))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseGet(() -> (roots.isEmpty() ? Path.of("") : roots.getFirst()).resolve(relativePath));
    }

    /** A class by its qualified name; where several files declare it, the one nearest to {@code from}. */
    synchronized Optional<SourceClass> find(String qualified, Path from) {
        for (int end = qualified.length(); end > 0; end = qualified.lastIndexOf('.', end - 1)) {
            String candidate = qualified.substring(0, end);
            for (Path file : byDistance(files().getOrDefault(candidate, List.of()), from)) {
                SourceClass found = names(file).topLevel(candidate.substring(candidate.lastIndexOf('.') + 1));
                if (found != null) {
                    return descend(found, qualified.substring(end));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<SourceClass> descend(SourceClass outer, String members) {
        SourceClass at = outer;
        for (String simple : members.isEmpty() ? new String[0] : members.substring(1).split("\\.")) {
            SourceClass next = null;
            for (SourceClass member : at.memberClasses()) {
                if (member.name().endsWith("." + simple)) {
                    next = member;
                }
            }
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    private static List<Path> byDistance(List<Path> candidates, Path from) {
        if (candidates.size() < 2) {
            return candidates;
        }
        List<Path> sorted = new ArrayList<>(candidates);
        sorted.sort((a, b) -> Integer.compare(common(b, from), common(a, from)));
        return sorted;
    }

    private static int common(Path a, Path b) {
        int same = 0;
        while (same < Math.min(a.getNameCount(), b.getNameCount()) && a.getName(same).equals(b.getName(same))) {
            same++;
        }
        return same;
    }

    private TypeNames names(Path file) {
        TypeNames known = parsed.get(file);
        if (known == null) {
            CompilationUnit unit = parse(SourceText.decode(read(file))).getResult().orElseGet(CompilationUnit::new);
            Bodies.remove(unit);
            known = new TypeNames(unit, tableFor(file));
            parsed.put(file, known);
        }
        return known;
    }

    /** Keeps the signatures of a file that has been lowered, which nobody needs as a whole any more. */
    void keep(Path file, CompilationUnit unit) {
        if (!parsed.containsKey(file)) {
            Bodies.remove(unit);
            parsed.put(file, new TypeNames(unit, tableFor(file)));
        }
    }

    /** What a file at this place sees of the project and the JDK. */
    ClassTable tableFor(Path file) {
        return new ClassTable(name -> find(name, file).<ClassInfo>map(found -> found).or(() -> PlatformClasses.find(name)));
    }

    private Map<String, List<Path>> files() {
        Map<String, List<Path>> known = files;
        if (known == null) {
            known = new HashMap<>();
            for (Path root : roots) {
                for (Path file : javaFiles(root)) {
                    scan(file, known);
                }
            }
            files = known;
        }
        return known;
    }

    private static Iterable<Path> javaFiles(Path root) {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> path.toString().endsWith(".java") && Files.isRegularFile(path)).collect(TreeSet::new, TreeSet::add,
                    TreeSet::addAll);
        } catch (IOException | UncheckedIOException unreadable) {
            // The driver reports folders that cannot be read; here they only mean fewer known types.
            return Collections.emptySet();
        }
    }

    private static void scan(Path file, Map<String, List<Path>> found) {
        String text = SourceText.decode(read(file));
        Matcher packageMatcher = PACKAGE.matcher(text);
        String prefix = packageMatcher.find() ? packageMatcher.group(1) + "." : "";
        TreeSet<String> names = new TreeSet<>();
        for (String keyword : DECLARING) {
            for (int at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
                int start = at + keyword.length();
                int end = start;
                while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                    end++;
                }
                names.add(prefix + text.substring(start, end));
            }
        }
        names.forEach(name -> found.computeIfAbsent(name, key -> new ArrayList<>()).add(file));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }
}
