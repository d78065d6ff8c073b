package io.github.ipclint.report;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Fingerprint;
import io.github.ipclint.finding.Suppression;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The fingerprints of a result's findings, suppressed ones included. */
public record Fingerprints(Map<Finding, Fingerprint> byFinding) {
    public static Fingerprints of(AnalysisResult result) {
        Stream<Finding> all = Stream.concat(result.findings().stream(), result.suppressed().stream().map(Suppression::finding));
        return new Fingerprints(Fingerprint.of(all.toList()));
    }

    public String value(Finding finding) {
        return Objects.requireNonNull(byFinding.get(finding), "a finding of another result").value();
    }
}
