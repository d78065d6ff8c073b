package io.github.ipclint.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.rule.fixture.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same sources give the same result, whatever the order, the number of threads and the run. */
class DeterminismTest {
    private static final Path SAMPLES = Repository.top().resolve("fixtures/src/main");
    private static AnalysisResult first;

    private static AnalysisResult run(int threads, Path... paths) throws IOException {
        return new Analyzer(SAMPLES, true, threads).run(List.of(paths));
    }

    @BeforeAll
    static void analyse() throws IOException {
        first = run(1, SAMPLES);
        assertThat(first.findings()).isNotEmpty();
    }

    @Test
    void twice() throws IOException {
        assertThat(run(1, SAMPLES)).isEqualTo(first);
    }

    @Test
    void withMoreThreads() throws IOException {
        assertThat(run(2, SAMPLES)).isEqualTo(first);
        assertThat(run(8, SAMPLES)).isEqualTo(first);
    }

    @Test
    void inAnotherOrder() throws IOException {
        assertThat(run(2, SAMPLES.resolve("c/unreaped-child"), SAMPLES.resolve("c/pipe-unclosed-end"), SAMPLES)).isEqualTo(first);
    }
}
