package io.github.ipclint.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The other JVM, played by a shell script. */
@DisabledOnOs(OS.WINDOWS)
class EngineTest {
    @TempDir
    Path folder;

    private final List<String> output = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private EngineCommand command;

    @BeforeEach
    void keepAnArchive() throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25\"\n");
        java("");
        Path jar = Files.writeString(folder.resolve("engine.jar"), "");
        command = new EngineCommand(Jdk.at(home).orElseThrow(), List.of(jar), folder.resolve("cache"), List.of());
        Files.writeString(command.archive().orElseThrow(), "archive");
    }

    @Test
    void linesAndExitCodeComeThrough() throws Exception {
        java("echo one; echo two; echo wrong >&2; exit 3");
        assertThat(run("check")).isEqualTo(3);
        assertThat(output).containsExactly("one", "two");
        assertThat(errors).containsExactly("wrong");
        assertThat(command.archive().orElseThrow()).exists();
    }

    @Test
    void theClassPathIsInTheEnvironmentAndArgumentsAreWhole() throws Exception {
        java("echo \"$CLASSPATH\"; for last; do :; done; echo \"$last\"");
        assertThat(run("check", "a b")).isZero();
        assertThat(output).containsExactly(folder.resolve("engine.jar").toString(), "a b");
    }

    @Test
    void anArchiveThatTheJvmRejectsIsRemovedAndNobodyIsBothered() throws Exception {
        java("echo '[0.007s][error][cds] shared class paths mismatch (hint: enable ...)' >&2");
        assertThat(run("check")).isZero();
        assertThat(errors).isEmpty();
        assertThat(command.archive().orElseThrow()).doesNotExist();
    }

    private int run(String... arguments) throws Exception {
        return new Engine(command).run(List.of(), List.of(arguments), output::add, errors::add);
    }

    private void java(String script) throws IOException {
        Path java = Files.writeString(folder.resolve("jdk/bin/java"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
