package io.github.ipclint.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JVM that the analyzer gets. */
class EngineCommandTest {
    @TempDir
    Path folder;

    private Jdk jdk;
    private Path jar;

    @BeforeEach
    void install() throws IOException {
        Path home = folder.resolve("jdk");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("bin/java"), "");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        jdk = Jdk.at(home).orElseThrow();
        jar = Files.writeString(folder.resolve("engine.jar"), "");
    }

    @Test
    void startsMainWithTheArgumentsLast() throws IOException {
        List<String> line = command(List.of("-Xmx1g")).line(List.of(sources(1)), List.of("check", "src"));
        assertThat(line).startsWith(jdk.java().toString(), "--enable-native-access=ALL-UNNAMED");
        assertThat(line).endsWith("-Xmx1g", "io.github.ipclint.cli.Main", "check", "src");
    }

    @Test
    void fewSourcesStartFastAndManyRunFast() throws IOException {
        assertThat(command(List.of()).line(List.of(sources(3)), List.of())).contains("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        assertThat(command(List.of()).line(List.of(sources(60)), List.of()))
                .contains("-XX:+UseSerialGC")
                .doesNotContain("-XX:TieredStopAtLevel=1");
        assertThat(command(List.of()).line(List.of(sources(400)), List.of()))
                .contains("-XX:+UseParallelGC")
                .doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void aClassArchiveIsKeptPerClassPathOfJars() throws IOException {
        EngineCommand jars = command(List.of());
        assertThat(jars.archive()).map(Path::getParent).hasValue(folder.resolve("cache"));
        assertThat(new EngineCommand(jdk, List.of(jar, jar), folder.resolve("cache"), List.of()).archive()).isNotEqualTo(jars.archive());
        assertThat(new EngineCommand(jdk, List.of(jar, folder), folder.resolve("cache"), List.of()).archive()).isEmpty();
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(new EngineCommand(jdk, List.of(jar), file.resolve("cache"), List.of()).archive()).isEmpty();
    }

    private EngineCommand command(List<String> jvmArguments) {
        return new EngineCommand(jdk, List.of(jar), folder.resolve("cache"), jvmArguments);
    }

    private Path sources(int count) throws IOException {
        Path root = Files.createDirectories(folder.resolve("src" + count));
        for (int i = 0; i < count; i++) {
            Files.writeString(root.resolve("s" + i + (i % 2 == 0 ? ".c" : ".java")), "");
        }
        return root;
    }
}
