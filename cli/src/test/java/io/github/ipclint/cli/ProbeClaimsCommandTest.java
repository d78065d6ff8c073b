package io.github.ipclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code probe claims} as a person sees it. */
class ProbeClaimsCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theListNamesReferenceGradeAndExperiment() {
        assertThat(run("probe", "claims", "--list", "--filter", "000-17")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("000:112", "holds", "[pipe-one-way]").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"probe", "probe claims --filter 999-01", "probe claims --repeat 0", "probe claims --repeat many", "probe cliams"})
    void wrongUsageIsOneClearLineAndExitCode2(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("ipclint: ").doesNotContain("\tat ");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void gradesAreShownAndWritten() throws IOException {
        assertThat(run("probe", "claims", "--filter", "pipe-one-way", "--repeat", "2", "--json", "claims.json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("one way (2 of 2)", "control  both ways", "all as declared");
        JsonObject json = JsonParser.parseString(Files.readString(folder.resolve("claims.json"))).getAsJsonObject();
        assertThat(json.get("trials").getAsInt()).isEqualTo(2);
        assertThat(json.getAsJsonArray("claims")).isNotEmpty().allSatisfy(
                it -> assertThat(it.getAsJsonObject().get("grade").getAsString()).isEqualTo("holds"));
    }

    private int run(String... arguments) {
        Terminal terminal =
                new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                        false, false, Map.of(), folder);
        return IpclintCommand.run(terminal, Wiring.standard(), arguments);
    }
}
