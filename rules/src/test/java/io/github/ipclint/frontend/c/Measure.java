package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.TranslationUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lowers all C files of folders and prints how many functions are complete, what could not be parsed, and the time it took. */
final class Measure {
    private Measure() {}

    public static void main(String[] arguments) throws IOException {
        boolean verbose = arguments[0].equals("-v");
        for (String argument : List.of(arguments).subList(verbose ? 1 : 0, arguments.length)) {
            Path root = Path.of(argument);
            List<Path> files;
            try (Stream<Path> all = Files.walk(root)) {
                files = all.filter(file -> file.toString().endsWith(".c") && Files.isRegularFile(file)).sorted().toList();
            }
            long start = System.nanoTime();
            CFrontEnd frontEnd = new CFrontEnd(root, List.of(), ReservedNames.NONE);
            List<TranslationUnit> units = files.parallelStream().map(file -> parse(frontEnd, root, file)).toList();
            long functions = units.stream().mapToLong(unit -> unit.functions().size()).sum();
            long broken = units.stream().flatMap(unit -> unit.functions().stream()).filter(function -> !function.complete()).count();
            long problems = units.stream().mapToLong(unit -> unit.problems().size()).sum();
            units.stream().flatMap(unit -> unit.functions().stream()).flatMap(function -> Invariants.violations(function).stream())
                    .forEach(System.out::println);
            if (verbose) {
                units.forEach(Measure::show);
            }
            System.out.printf(
                    "%s: %d files, %d functions, %d incomplete (%.2f %%), %d problems, %d ms%n",
                    root.getFileName(), files.size(), functions, broken, 100.0 * broken / Math.max(1, functions), problems,
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static TranslationUnit parse(CFrontEnd frontEnd, Path root, Path file) {
        try {
            return frontEnd.parse(root.relativize(file).toString(), Files.readAllBytes(file));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static void show(TranslationUnit unit) {
        unit.functions().stream().filter(function -> !function.complete())
                .forEach(function -> System.out.println("INCOMPLETE " + function.at() + " " + function.name()));
        unit.problems().forEach(problem -> System.out.println("PROBLEM " + problem.at() + " " + problem.message()));
    }
}
