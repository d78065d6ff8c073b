package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.TranslationUnit;
import io.github.ipclint.ir.TranslationUnit.Language;
import io.github.ipclint.ir.TranslationUnit.Problem;
import io.github.ipclint.ir.TranslationUnit.Prototype;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a translation unit of a file that has been read. */
final class Unit {
    /** Trees deeper than this are lowered on a thread with a big stack. */
    private static final int DEEP = 300;

    private static final long BIG_STACK = 1L << 30;

    private static final int LONGEST_TEXT = 40;

    private final String path;
    private final SourceFiles.SourceFile file;
    private final Set<String> systemNames;

    Unit(String path, SourceFiles.SourceFile file, Set<String> systemNames) {
        this.path = path;
        this.file = file;
        this.systemNames = systemNames;
    }

    List<Prototype> prototypes() {
        UnitLowering lowering = UnitLowering.ofModels(path);
        lowering.declare(Parsing.parse(file.text()).children());
        return List.copyOf(lowering.prototypes());
    }

    TranslationUnit lower() {
        Syntax tree = Parsing.parse(file.text());
        return tree.depth() > DEEP ? onBigStack(() -> lower(tree)) : lower(tree);
    }

    private static <T> T onBigStack(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "deep nesting", BIG_STACK);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                T result = task.get();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return result;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("lowering failed", e.getCause());
            }
        }
    }

    private TranslationUnit lower(Syntax tree) {
        UnitLowering lowering = SystemHeaders.lowering(path, file.headers());
        if (file.complete()) {
            lowering.names().complete(systemNames);
        }
        List<Syntax> declarations = tree.isBroken() ? new Repair(tree, file).declarations() : tree.children();
        lowering.declare(declarations);
        lowering.lower();
        Set<String> declared = new HashSet<>();
        addFunctions(lowering.names().included(), declared);
        addFunctions(lowering.names().inFile(), declared);
        return new TranslationUnit(
                path,
                Language.C,
                file.headers().stream().map(Header::path).collect(Collectors.toCollection(TreeSet::new)),
                declared,
                constants(lowering.names()),
                lowering.globals(),
                lowering.initializer(),
                file.selfTest() == null ? List.copyOf(lowering.functions()) : file.selfTest().mark(lowering.functions()),
                lowering.prototypes().stream().filter(prototype -> !prototype.attributes().isEmpty()).toList(),
                Stream.concat(problems(declarations).stream(), lowering.problems().stream()).toList());
    }

    private static void addFunctions(Map<String, Names.Meaning> names, Set<String> functions) {
        names.forEach((name, meaning) -> {
            if (meaning instanceof Names.FunctionName) {
                functions.add(name);
            }
        });
    }

    /** Macros and enumerators with a constant value, by name. */
    private Map<String, Long> constants(Names names) {
        Map<String, Long> constants = new HashMap<>();
        file.headers().forEach(header -> constants.putAll(header.constants()));
        constants.putAll(file.macros().constants());
        addEnumerators(names.included(), constants);
        addEnumerators(names.inFile(), constants);
        return constants;
    }

    private static void addEnumerators(Map<String, Names.Meaning> names, Map<String, Long> constants) {
        names.forEach((name, meaning) -> {
            if (meaning instanceof Names.Enumerator(long value)) {
                constants.put(name, value);
            }
        });
    }

    private static List<Problem> problems(List<Syntax> declarations) {
        List<Problem> problems = new ArrayList<>();
        for (Syntax declaration : declarations) {
            for (Syntax error : Brokenness.find(declaration)) {
                String text = error.written().strip().replaceAll("\\s+", " ");
                String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
                problems.add(new Problem(error.range(), text.isEmpty() ? "something is missing here" : "could not parse '" + shown + "'"));
            }
        }
        return problems;
    }
}
