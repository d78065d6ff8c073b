package io.github.ipclint.frontend.java;

import com.github.javaparser.ParseResult;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit;
import io.github.ipclint.ir.TranslationUnit.Language;
import io.github.ipclint.ir.TranslationUnit.Problem;
import io.github.ipclint.ir.Variable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Lowers Java source files of any version up to 25, one at a time or from several threads. */
public final class JavaFrontEnd {
    /** Nested expressions and statements are recursion for the parser and for us; a generated file may nest thousands. */
    private static final long STACK_BYTES = 512L << 20;

    private final SourceIndex index;

    /** @param sourceRoots folders whose Java files may declare the classes that the analysed files mention */
    public JavaFrontEnd(List<Path> sourceRoots) {
        this.index = new SourceIndex(sourceRoots);
    }

    /**
     * Lowers one file. What cannot be parsed or lowered becomes a problem of the unit, never an exception.
     *
     * @param relativePath below one of the source roots, with {@code /}
     */
    public TranslationUnit parse(String relativePath, byte[] content) {
        FutureTask<TranslationUnit> task = new FutureTask<>(() -> lower(relativePath, SourceText.decode(content)));
        Thread thread = new Thread(null, task, "lower " + relativePath, STACK_BYTES);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException failure) {
            Problem problem = new Problem(wholeFile(relativePath), "cannot read the file as Java: " + failure.getCause());
            return unit(relativePath, null, Map.of(), List.of(problem));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while lowering " + relativePath, interrupted);
        }
    }

    private static SourceRange wholeFile(String path) {
        return new SourceRange(path, 0, 0, 0, 0);
    }

    private TranslationUnit lower(String path, String text) {
        ParseResult<CompilationUnit> parsed = SourceIndex.parse(text);
        SourceText source = new SourceText(path, text);
        List<Problem> problems = new ArrayList<>();
        parsed.getProblems()
                .forEach(
                        problem -> {
                            SourceRange at =
                                    problem.getLocation().flatMap(TokenRange::toRange).map(source::range).orElse(wholeFile(path));
                            problems.add(new Problem(at, problem.getMessage().lines().findFirst().orElse("syntax error")));
                        });
        if (parsed.getResult().isEmpty()) {
            return unit(path, null, Map.of(), problems);
        }
        // Signatures of other files are shared and resolved on demand, so only one file at a time may ask for them.
        synchronized (index) {
            return lower(path, source, parsed.getResult().get(), problems);
        }
    }

    private TranslationUnit lower(String path, SourceText source, CompilationUnit tree, List<Problem> problems) {
        Path file = index.locate(path);
        ClassTable classes = index.tableFor(file);
        TypeNames names = new TypeNames(tree, classes);
        UnitContext context = new UnitContext(path, source, classes);
        names.topLevel().forEach(type -> new ClassLowering(context, type, null).lower());
        problems.addAll(context.problems());
        TranslationUnit unit = unit(path, context, constants(context, names), problems);
        index.keep(file, tree);
        return unit;
    }

    private static Map<String, Long> constants(UnitContext context, TypeNames names) {
        Map<String, Long> values = new HashMap<>();
        names.topLevel().forEach(type -> context.constants().addAll(type, values));
        return values;
    }

    private static TranslationUnit unit(String path, @Nullable UnitContext context, Map<String, Long> constants, List<Problem> problems) {
        List<Function> functions = context == null ? List.of() : context.functions();
        List<Variable> globals = new ArrayList<>();
        if (context != null) {
            context.statics().forEach(globals::add);
        }
        FunctionContext initializer = context == null ? null : context.initializer();
        Set<String> declared = new TreeSet<>();
        functions.forEach(function -> declared.add(function.name()));
        return new TranslationUnit(
                path,
                Language.JAVA,
                Set.of(),
                declared,
                constants,
                globals,
                initializer == null
                        ? null
                        : initializer.build(
                                List.of(), wholeFile(path), wholeFile(path),
                                Set.of(Function.Mark.INITIALIZER, Function.Mark.STATIC, Function.Mark.JAVA)),
                functions,
                List.of(),
                problems);
    }
}
