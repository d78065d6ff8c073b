package io.github.ipclint.rule.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.rule.fixture.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing gets long. What was too long when the limits came stands in a list with its length, and its limit only goes down:
 * longer fails, a good deal shorter asks for a lower limit, short enough asks to take the line out.
 */
class BudgetTest {
    private static final int RULE_LINES = 120;
    private static final int FILE_LINES = 350;
    private static final int METHOD_LINES = 40;
    /** By how many lines something may be shorter than its line in the list says. */
    private static final int FILE_SLACK = 20;
    private static final int METHOD_SLACK = 5;
    private static final int SHOWN = 10;
    private static final String LIST = "rules/src/test/resources/io/github/ipclint/rule/meta/over-budget.txt";

    /** Something with a length and a limit. */
    private record Measured(String name, int lines, int limit, int slack) {}

    @Test
    void filesAndMethodsStayShort() {
        List<Measured> all = JavaSource.all().stream().flatMap(BudgetTest::measure).toList();
        show("largest files", all.stream().filter(it -> !it.name().contains("#")));
        show("longest methods", all.stream().filter(it -> it.name().contains("#")));
        SortedMap<String, Integer> exceptions = exceptions();
        List<String> problems = new ArrayList<>();
        for (Measured it : all) {
            problem(it, exceptions.remove(it.name()), problems);
        }
        exceptions.keySet().forEach(gone -> problems.add("take out of the list, it is gone: " + gone));
        assertThat(problems).as("limits: %d lines a rule, %d a file, %d a method; exceptions in %s".formatted(
                RULE_LINES, FILE_LINES, METHOD_LINES, LIST)).withRepresentation(new io.github.ipclint.rule.fixture.Lines()).isEmpty();
    }

    private static void problem(Measured it, @org.jspecify.annotations.Nullable Integer exception, List<String> problems) {
        if (exception == null) {
            if (it.lines() > it.limit()) {
                problems.add("%s has %d lines, the limit is %d".formatted(it.name(), it.lines(), it.limit()));
            }
        } else if (it.lines() <= it.limit()) {
            problems.add("short enough, take out of the list: " + it.name());
        } else if (it.lines() > exception) {
            problems.add("%s has grown from %d to %d lines".formatted(it.name(), exception, it.lines()));
        } else if (it.lines() < exception - it.slack()) {
            problems.add("shorter, lower the limit in the list: %d %s".formatted(it.lines(), it.name()));
        }
    }

    private static Stream<Measured> measure(JavaSource source) {
        boolean rule = source.isIn("rule") && source.text().contains(" implements Rule ");
        Measured file = new Measured(source.path(), source.lines(), rule ? RULE_LINES : FILE_LINES, FILE_SLACK);
        // Overloads share a line in the list: the longest counts.
        Map<String, Integer> methods = source.methods().stream()
                .collect(Collectors.toMap(JavaSource.Method::name, JavaSource.Method::lines, Math::max, TreeMap::new));
        return Stream.concat(
                Stream.of(file),
                methods.entrySet().stream().map(
                        it -> new Measured(source.path() + "#" + it.getKey(), it.getValue(), METHOD_LINES, METHOD_SLACK)));
    }

    private static void show(String title, Stream<Measured> measured) {
        System.out.println(measured.sorted(Comparator.comparingInt(Measured::lines).reversed().thenComparing(Measured::name))
                .limit(SHOWN)
                .map(it -> "%6d %s".formatted(it.lines(), it.name()))
                .collect(Collectors.joining("\n", title + ":\n", "")));
    }

    /** Lines such as {@code 412 rules/src/main/java/…/A.java#A.method}. */
    private static SortedMap<String, Integer> exceptions() {
        try (Stream<String> lines = Files.lines(Repository.top().resolve(LIST))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split(" +", 2))
                    .collect(Collectors.toMap(it -> it[1], it -> Integer.valueOf(it[0]), Math::min, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
