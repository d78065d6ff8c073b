package io.github.ipclint.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** How the analyzer's console lines appear in a build log. */
class FindingLogTest {
    private static final List<String> OUTPUT = List.of(
            "src/a.c:3:5: error: child keeps the write end of pipe 'fd' [pipe-unclosed-end]",
            "src/a.c:1:5: note: pipe created here",
            "    3 |     read(fd[0], b, 1);",
            "src/b.c:9:1: warning: 'fd' is never closed on this path [fd-leak]",
            "src/b.c:9:1: note: still open at the end [fd-open-at-exit]",
            "1 error, 1 warning, 1 note in 2 files");

    private final List<String> logged = new ArrayList<>();

    @Test
    void findingsAndTheirTracesKeepTheirLevel() {
        FindingLog log = relay(false);
        assertThat(logged).containsExactly("error " + OUTPUT.get(0), "error " + OUTPUT.get(1), "error " + OUTPUT.get(2),
                "warn " + OUTPUT.get(3), "info " + OUTPUT.get(4), "info " + OUTPUT.get(5));
        assertThat(log.counts()).isEqualTo("1 error, 1 warning, 1 note");
    }

    @Test
    void quietKeepsTheSummary() {
        relay(true);
        assertThat(logged).containsExactly("info " + OUTPUT.get(5));
    }

    @Test
    void nothingFoundIsSaid() {
        assertThat(new FindingLog(new SystemStreamLog(), false).counts()).isEqualTo("no findings");
    }

    private FindingLog relay(boolean quiet) {
        FindingLog log = new FindingLog(
                new SystemStreamLog() {
                    @Override
                    public void error(CharSequence text) {
                        logged.add("error " + text);
                    }

                    @Override
                    public void warn(CharSequence text) {
                        logged.add("warn " + text);
                    }

                    @Override
                    public void info(CharSequence text) {
                        logged.add("info " + text);
                    }
                },
                quiet);
        OUTPUT.forEach(log::accept);
        return log;
    }
}
