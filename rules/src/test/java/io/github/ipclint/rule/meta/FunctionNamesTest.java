package io.github.ipclint.rule.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.rule.fixture.FixtureCase;
import io.github.ipclint.rule.fixture.Lines;
import io.github.ipclint.rule.fixture.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a call does is said by models. Engine, topology and rules name no function of POSIX and no type or method of the JDK. */
class FunctionNamesTest {
    private static final Path MODELS = Path.of("rules/src/main/resources/io/github/ipclint/model");

    /** Names of functions that are words of our messages too. */
    private static final Set<String> ENGLISH = Set.of(
            "abort", "accept", "access", "alarm", "bind", "clock", "close", "connect", "creat", "daemon", "error", "exec", "exit", "fork",
            "free", "gets", "index", "kill", "link", "listen", "lock", "mount", "open", "pause", "pipe", "poll", "raise", "read", "reboot",
            "receive", "remove", "rename", "round", "select", "send", "shutdown", "signal", "sleep", "socket", "splice", "stat", "sync",
            "system", "System", "time", "truncate", "unlink", "wait", "write");

    /** Stands before a parenthesis in the type of a function pointer. */
    private static final String NO_NAME = "void";

    private static final Pattern ATTRIBUTES = Pattern.compile("\\[\\[.*?\\]\\]|/\\*.*?\\*/|//[^\n]*|\"[^\"\n]*\"", Pattern.DOTALL);
    private static final Pattern C_FUNCTION = Pattern.compile("\\b([a-z_]\\w{3,})\\s*\\(");
    private static final Pattern JAVA_NAME = Pattern.compile("\\b(?:class|interface|record|enum) (\\w{4,})|\\b([a-z]+[A-Z]\\w*)\\s*\\(");
    private static final Pattern WORD = Pattern.compile("\\w+");

    @Test
    void engineTopologyAndRulesNameNoFunction() {
        Set<String> names = names();
        assertThat(names).as("names read from the models").hasSizeGreaterThan(80);
        assertThat(JavaSource.all().stream()
                .filter(source -> source.isIn("engine") || source.isIn("topology") || source.isIn("rule"))
                .flatMap(source -> source.literals().stream().flatMap(literal -> WORD.matcher(literal.value()).results()
                        .map(MatchResult::group)
                        .filter(names::contains)
                        .map(name -> "%s:%d names %s in \"%s\"".formatted(source.path(), literal.line(), name, literal.value()))))
                .toList())
                .as("ask the model for what the call does, or Naming for what it is called")
                .withRepresentation(new Lines())
                .isEmpty();
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Repository.top().resolve(MODELS))) {
            files.forEach(file -> {
                if (file.toString().endsWith(".h")) {
                    collect(file, C_FUNCTION, names);
                } else if (file.toString().endsWith(".java")) {
                    collect(file, JAVA_NAME, names);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.removeAll(ENGLISH);
        names.remove(NO_NAME);
        return names;
    }

    private static void collect(Path file, Pattern pattern, Set<String> names) {
        pattern.matcher(ATTRIBUTES.matcher(FixtureCase.text(file)).replaceAll(" ")).results()
                .map(it -> it.group(1) != null ? it.group(1) : it.group(2))
                .forEach(names::add);
    }
}
