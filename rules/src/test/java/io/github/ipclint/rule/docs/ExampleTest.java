package io.github.ipclint.rule.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.rule.fixture.FixtureFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which functions of the samples a page shows. */
class ExampleTest {
    private static final String MISUSE = """
            #include <fcntl.h>

            static void fail(const char *what)
            {
                exit(1);
            }

            /* Copies. */
            static int copy(const char *path)
            {
                int fd = open(path, O_RDONLY); // trace: fd-leak "opened"

                // expect: fd-leak "'fd' is lost"
                return fd == -1; // gap: unchecked-result
            }
            """;

    @TempDir
    private Path folder;

    private FixtureFolder samples(String misuse, String correct) throws IOException {
        Files.writeString(folder.resolve("misuse.c"), misuse);
        Files.writeString(folder.resolve("correct.c"), correct);
        return new FixtureFolder("fd-leak", folder);
    }

    @Test
    void theFunctionWithTheFindingAndItsNamesake() throws IOException {
        FixtureFolder samples = samples(MISUSE, "int main(void)\n{\n    return 0;\n}\n\nstatic int copy(const char *path)\n{\n}\n");
        Optional<Example> misuse = Example.misuse(samples, "fd-leak");
        assertThat(misuse).map(Example::code).hasValue("""
                /* Copies. */
                static int copy(const char *path)
                {
                    int fd = open(path, O_RDONLY);

                    // <-- 'fd' is lost
                    return fd == -1;
                }""");
        assertThat(Example.correct(samples, "fd-leak", misuse)).map(Example::code).hasValue("static int copy(const char *path)\n{\n}");
    }

    @Test
    void withoutNamesakeTheLongest() throws IOException {
        FixtureFolder samples = samples(MISUSE, "int f(void)\n{\n}\n\nint g(void)\n{\n\n    return 0;\n}\n");
        assertThat(Example.correct(samples, "fd-leak", Optional.empty())).map(Example::function).hasValue("int g");
    }

    @Test
    void whatIsMarkedWins() throws IOException {
        FixtureFolder samples = samples(MISUSE, "// example\nint f(void)\n{\n}\n\nint g(void)\n{\n\n}\n\n// example\nint h(void)\n{\n}\n");
        assertThat(Example.correct(samples, "fd-leak", Optional.empty())).map(Example::code)
                .hasValue("int f(void)\n{\n}\n\nint h(void)\n{\n}");
    }

    @Test
    void methodsStandWithoutTheirClass() throws IOException {
        Path java = Files.createDirectories(folder.resolve("fixtures/fdleak"));
        Files.writeString(java.resolve("Misuse.java"), """
                /** Leaks. */
                final class Misuse {
                    private Misuse() {}

                    static void f(int a,
                            int b) {
                        open();

                        return; // expect: fd-leak "lost"
                    }
                }
                """);
        assertThat(Example.misuse(new FixtureFolder("fdleak", java), "fd-leak")).map(Example::code).hasValue("""
                static void f(int a,
                        int b) {
                    open();

                    return; // <-- lost
                }""");
    }
}
