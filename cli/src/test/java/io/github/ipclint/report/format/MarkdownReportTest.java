package io.github.ipclint.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.RunDetails;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void fiveThousandFindingsFitTheSummaryOfAStep() {
        String report = Sample.write(ReportFormat.MARKDOWN, Sample.many(5_000));
        assertThat(report.getBytes(StandardCharsets.UTF_8).length).isLessThan(1 << 20);
        assertThat(report).contains("4950 more are in the full report");
    }

    @Test
    void nothingFromOutsideIsMarkup() {
        assertThat(Sample.write(ReportFormat.MARKDOWN, Sample.hostile()).replaceAll("</?(details|summary|code)>", ""))
                .doesNotContain("<", "`", "[", "](", "\u202e");
    }

    @Test
    void placesLeadToTheHostedSource() {
        ReportOptions options = new ReportOptions("1", Sample.OPTIONS.failOn(), false, Optional.empty(),
                Optional.of("https://example.org/blob/main/"), Optional.empty(), RunDetails.UNKNOWN);
        assertThat(Sample.write(ReportFormat.MARKDOWN.report(options), Sample.ordinary()))
                .contains("<a href=\"https&#58;//example.org/blob/main/src/pipe.c&#35;L7\">");
        assertThat(Sample.write(ReportFormat.HTML.report(options), Sample.hostile()))
                .contains("href=\"https://example.org/blob/main/a%20b/%3Cx%3E%26%22%27%0A%1B%5B31m%E2%80%AE%252e%3A.c#L1\"");
    }
}
