package io.github.ipclint.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.TraceStep;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page holds snippets only, and what is written about rules once. */
class PageSizeTest {
    private static final int MEBIBYTE = 1 << 20;

    private static int size(AnalysisResult result) {
        return Sample.write(ReportFormat.HTML, result).getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void aThousandFindingsStayBelowTwoMegabytes() {
        assertThat(size(Sample.many(1_000))).isLessThan(2_000_000);
    }

    /** Drawn once per rule; the other cards have a line. */
    @Test
    void costsDoNotChangeThat() {
        String page = Sample.write(ReportFormat.HTML.report(Sample.OPTIONS.with(Sample.costs())), Sample.many(1_000));
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000_000);
    }

    @Test
    void onePathOfTwoHundredStepsIsCut() {
        Finding model = Sample.ordinary().findings().stream().filter(finding -> !finding.trace().isEmpty()).findFirst().orElseThrow();
        List<TraceStep> steps = Collections.nCopies(200, model.trace().getFirst());
        Finding deep = new Finding(
                model.rule(), model.level(), model.at(), model.message(), steps, List.of(), model.function(), model.statement());
        AnalysisResult result = new AnalysisResult(
                List.of(model.rule()), List.of(deep), List.of(), List.of(), Sample.ordinary().coverage());
        assertThat(size(result)).isLessThan(MEBIBYTE / 10);
    }
}
