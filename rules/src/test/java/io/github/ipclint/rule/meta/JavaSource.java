package io.github.ipclint.rule.meta;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.github.ipclint.rule.fixture.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A main source of this repository, parsed.
 *
 * @param path relative to the top folder, with {@code /}
 * @param docComment of the first declaration, empty if there is none
 */
record JavaSource(String path, int lines, String text, List<Method> methods, List<Literal> literals, String docComment) {
    static final List<String> MODULES = List.of("rules", "runtime-probe", "cli", "plugin");

    /** A method or constructor with a body; its lines without the doc comment. */
    record Method(String name, int line, int lines) {}

    record Literal(String value, int line) {}

    /** Main sources of all modules, by path. */
    static List<JavaSource> all() {
        return Holder.ALL;
    }

    boolean isIn(String packageFolder) {
        return path.contains("/io/github/ipclint/" + packageFolder + "/");
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String folder() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static final class Holder {
        static final List<JavaSource> ALL = parse();

        private static List<JavaSource> parse() {
            Path top = Repository.top();
            List<Path> files = MODULES.stream().flatMap(module -> javaFiles(top.resolve(module).resolve("src/main/java"))).toList();
            JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "tests need a JDK");
            try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
                JavacTask task = (JavacTask) compiler.getTask(
                        null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
                Trees trees = Trees.instance(task);
                List<JavaSource> sources = new ArrayList<>();
                for (CompilationUnitTree unit : task.parse()) {
                    Path file = Path.of(unit.getSourceFile().toUri());
                    sources.add(read(top.relativize(file).toString().replace('\\', '/'), Files.readString(file), unit, trees));
                }
                return List.copyOf(sources);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Stream<Path> javaFiles(Path folder) {
            if (!Files.isDirectory(folder)) {
                return Stream.of();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static JavaSource read(String path, String text, CompilationUnitTree unit, Trees trees) {
            Scan scan = new Scan(unit, trees.getSourcePositions());
            scan.scan(unit, null);
            Tree first = unit.getPackage() != null && path.endsWith("package-info.java") ? unit.getPackage()
                    : unit.getTypeDecls().isEmpty() ? unit : unit.getTypeDecls().getFirst();
            String doc = trees.getDocComment(TreePath.getPath(unit, first));
            return new JavaSource(path, (int) text.lines().count(), text, scan.methods, scan.literals, doc == null ? "" : doc.strip());
        }
    }

    private static final class Scan extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> methods = new ArrayList<>();
        private final List<Literal> literals = new ArrayList<>();
        private String type = "";

        Scan(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            String outer = type;
            type = outer + tree.getSimpleName() + ".";
            super.visitClass(tree, nothing);
            type = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            int first = line(positions.getStartPosition(unit, tree));
            int last = line(positions.getEndPosition(unit, tree));
            if (tree.getBody() != null && first > 0 && last > 0) {
                methods.add(new Method(type + tree.getName(), first, last - first + 1));
            }
            return super.visitMethod(tree, nothing);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
            if (tree.getValue() instanceof String value) {
                literals.add(new Literal(value, line(positions.getStartPosition(unit, tree))));
            }
            return super.visitLiteral(tree, nothing);
        }

        private int line(long position) {
            return position < 0 ? 0 : (int) unit.getLineMap().getLineNumber(position);
        }
    }
}
