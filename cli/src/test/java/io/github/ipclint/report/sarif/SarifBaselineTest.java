package io.github.ipclint.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.report.Baseline;
import io.github.ipclint.report.Comparison;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.RunDetails;
import io.github.ipclint.report.Summary;
import io.github.ipclint.report.Summary.Verdict;
import io.github.ipclint.report.format.ReportFormat;
import io.github.ipclint.report.format.Sample;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A SARIF report of ours, read back as the baseline of a later run. */
class SarifBaselineTest {
    private static final String BEFORE = Sample.write(ReportFormat.SARIF, Sample.ordinary());

    private static Baseline baseline(String sarif) {
        try {
            return SarifBaseline.parse(sarif);
        } catch (SarifBaseline.UnusableException e) {
            throw new AssertionError(e);
        }
    }

    private static ReportOptions since(Baseline baseline) {
        return new ReportOptions("1.2.3", Optional.of(Level.WARNING), false, Optional.of(baseline), Optional.empty(), Optional.empty(),
                RunDetails.UNKNOWN);
    }

    @Test
    void theSameRunAgainHasNothingNewAndPasses() {
        Summary summary = Summary.of(Sample.ordinary(), since(baseline(BEFORE)));
        assertThat(summary.since()).contains(new Comparison.Counts(0, 2, 0));
        assertThat(summary.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(summary.counts()).isEqualTo("1 error, 1 warning (0 new, 2 known, 0 fixed)");
    }

    @Test
    void findingsThatMovedAreKnown() {
        Comparison comparison = Comparison.of(moved(Sample.ordinary()), Optional.of(baseline(BEFORE)));
        assertThat(comparison.counts()).contains(new Comparison.Counts(0, 2, 0));
    }

    private static AnalysisResult moved(AnalysisResult result) {
        List<Finding> findings = result.findings().stream().map(finding -> new Finding(finding.rule(), finding.level(),
                new SourceRange(finding.at().path(), finding.at().line() + 9, 1, finding.at().line() + 9, 4), finding.message(), List.of(),
                List.of(), finding.function(), finding.statement().replace(" ", "  "))).sorted().toList();
        return new AnalysisResult(result.rules(), findings, result.suppressed(), List.of(), result.coverage());
    }

    @Test
    void whatIsGoneIsFixed() {
        Comparison comparison = Comparison.of(Sample.clean(), Optional.of(baseline(BEFORE)));
        assertThat(comparison.fixed()).extracting(Baseline.Known::place).containsExactly("src/Open.java:4", "src/pipe.c:7");
    }

    @Test
    void whatIsNoLongerAllowedIsNew() {
        AnalysisResult ordinary = Sample.ordinary();
        Finding allowed = ordinary.suppressed().getFirst().finding();
        AnalysisResult bare = new AnalysisResult(ordinary.rules(), Stream.concat(ordinary.findings().stream(), Stream.of(allowed)).sorted()
                .toList(), List.of(), List.of(), ordinary.coverage());
        Comparison comparison = Comparison.of(bare, Optional.of(baseline(BEFORE)));
        assertThat(comparison.isNew(allowed)).isTrue();
        assertThat(comparison.counts()).contains(new Comparison.Counts(1, 2, 0));
        assertThat(Summary.of(bare, since(baseline(BEFORE))).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void reasonsGoFromBaselineToBaseline() {
        String reason = "\"suppressions\": [{\"kind\": \"external\", \"justification\": \"ticket 7\"}],";
        String annotated = BEFORE.replaceFirst("\"ruleId\": \"pipe-unclosed-end\",", reason + "$0");
        String after = Sample.write(ReportFormat.SARIF.report(since(baseline(annotated))), Sample.ordinary());
        assertThat(baseline(after).open().values()).extracting(Baseline.Known::reason).containsExactly("", "ticket 7");
        assertThat(after).contains("\"baselineState\": \"unchanged\"").doesNotContain("\"baselineState\": \"new\"");
        assertThat(Sample.write(ReportFormat.HTML.report(since(baseline(annotated))), Sample.ordinary()))
                .contains("<b>known</b>: ticket 7", "Nothing new: all 2 findings", "<td>ticket 7</td>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not json                                                                                          | not SARIF
            []                                                                                                | not SARIF
            {"runs": 3}                                                                                       | not SARIF
            {}                                                                                                | no run of ipclint
            {"runs": [{"tool": {"driver": {"name": "other"}}}]}                                               | no run of ipclint
            {"runs": [{"tool": {"driver": {"name": "ipclint"}}, "results": [{"ruleId": "fd-leak"}]}]}         | no fingerprint 'ipclint/v1'
            """)
    void whatCannotBeComparedIsAnError(String text, String reason) {
        assertThatThrownBy(() -> SarifBaseline.parse(text)).isInstanceOf(SarifBaseline.UnusableException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anEmptyRunIsABaseline() {
        assertThat(baseline(Sample.write(ReportFormat.SARIF, Sample.clean())).open()).isEmpty();
    }
}
