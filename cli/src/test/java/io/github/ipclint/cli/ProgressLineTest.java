package io.github.ipclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The line that keeps a person company during a long run. */
class ProgressLineTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    @Timeout(20)
    void showsTimeAndWipesItAwayAtATerminal() throws InterruptedException {
        try (ProgressLine _ = ProgressLine.start(terminal(true), Duration.ofMillis(1))) {
            while (!written().contains("analysing")) {
                Thread.sleep(1);
            }
        }
        String atEnd = written();
        assertThat(atEnd).endsWith("\r\u001b[K");
        Thread.sleep(20);
        assertThat(written()).isEqualTo(atEnd);
    }

    @Test
    void saysNothingElsewhere() throws InterruptedException {
        try (ProgressLine _ = ProgressLine.start(terminal(false), Duration.ofMillis(1))) {
            Thread.sleep(20);
        }
        assertThat(written()).isEmpty();
    }

    private Terminal terminal(boolean showsProgress) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Terminal(stream, stream, showsProgress, showsProgress, Map.of(), Path.of(""));
    }

    private String written() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
