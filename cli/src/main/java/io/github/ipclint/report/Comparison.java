package io.github.ipclint.report;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Suppression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The findings of a run beside those of an earlier one. Where there is no earlier one, all are new. */
public final class Comparison {
    /** How many there are of each sort. */
    public record Counts(long fresh, long known, long fixed) {
        @Override
        public String toString() {
            return fresh + " new, " + known + " known, " + fixed + " fixed";
        }
    }

    private final boolean given;
    private final Map<Finding, Baseline.Known> known = new HashMap<>();
    private final Set<Finding> allowedBefore = new HashSet<>();
    private final List<Baseline.Known> fixed;
    private final Counts counts;

    private Comparison(AnalysisResult result, Optional<Baseline> baseline) {
        this.given = baseline.isPresent();
        Baseline earlier = baseline.orElse(new Baseline(Map.of(), Set.of()));
        Fingerprints fingerprints = Fingerprints.of(result);
        Set<String> present = new HashSet<>();
        for (Finding finding : result.findings()) {
            present.add(fingerprints.value(finding));
            Baseline.Known same = earlier.open().get(fingerprints.value(finding));
            if (same != null) {
                known.put(finding, same);
            }
        }
        for (Suppression allowed : result.suppressed()) {
            String fingerprint = fingerprints.value(allowed.finding());
            present.add(fingerprint);
            if (earlier.allowed().contains(fingerprint) || earlier.open().containsKey(fingerprint)) {
                allowedBefore.add(allowed.finding());
            }
        }
        this.fixed = earlier.open().entrySet().stream().filter(old -> !present.contains(old.getKey())).map(Map.Entry::getValue).toList();
        long same = result.findings().stream().filter(known::containsKey).count();
        this.counts = new Counts(result.findings().size() - same, same, fixed.size());
    }

    public static Comparison of(AnalysisResult result, Optional<Baseline> baseline) {
        return new Comparison(result, baseline);
    }

    /** Empty where there is nothing to compare with. */
    public Optional<Counts> counts() {
        return given ? Optional.of(counts) : Optional.empty();
    }

    /** Whether the earlier run did not have it. What was allowed then and is not allowed now is new. */
    public boolean isNew(Finding finding) {
        return !known.containsKey(finding) && !allowedBefore.contains(finding);
    }

    /** What the earlier run had to say about the finding. */
    public Optional<Baseline.Known> known(Finding finding) {
        return Optional.ofNullable(known.get(finding));
    }

    /** What the earlier run had and this one has not. */
    public List<Baseline.Known> fixed() {
        return fixed;
    }
}
