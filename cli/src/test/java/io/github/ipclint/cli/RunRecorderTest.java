package io.github.ipclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.report.RunDetails;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {
    @TempDir
    Path folder;

    private RunDetails record(Map<String, String> environment, String... arguments) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        Terminal terminal = new Terminal(nowhere, nowhere, false, false, environment, folder);
        return new RunRecorder(terminal).record(folder, List.of(arguments), Profile.DEFAULT, null, "00ff");
    }

    @Test
    void thePlaceOfWorkAndTheNumberOfProcessorsAreNotTold() {
        RunDetails run = record(
                Map.of("SOURCE_DATE_EPOCH", "86400"), "check", "--threads", "3", "--color=never", "--format",
                "html=" + folder.resolve("x/a.html"),
                "/home/somebody/src", folder.resolve("b.c").toString());
        assertThat(run.values().get("command")).isEqualTo("ipclint check --format html=x/a.html src b.c");
        assertThat(run.date()).hasValue("1970-01-02");
        assertThat(run.values()).doesNotContainKey("commit");
    }

    @Test
    void gitTellsTheDateAndWhoAllowedWhat() throws Exception {
        Files.writeString(folder.resolve("a.c"), "int x;\n");
        git("init", "-q");
        git("add", "a.c");
        git("-c", "user.name=Ada", "-c", "user.email=a@b", "commit", "-q", "-m", "one", "--date=2026-01-02T00:00:00Z");
        RunDetails run = record(Map.of("SOURCE_DATE_EPOCH", "1767571200"), "check", "a.c");
        assertThat(run.values().get("commit")).matches("[0-9a-f]{40}");
        assertThat(run.authors().author("a.c", 1)).hasValue(new RunDetails.Author("Ada", "2026-01-02", 3));
        Files.writeString(folder.resolve("a.c"), "int y;\n");
        assertThat(record(Map.of(), "check", "a.c").values().get("commit")).endsWith(" + working tree changed");
        assertThat(record(Map.of(), "check", "a.c").date()).isPresent();
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> line = new java.util.ArrayList<>(List.of("git"));
        line.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(line).directory(folder.toFile()).inheritIO().start().waitFor()).isZero();
    }
}
