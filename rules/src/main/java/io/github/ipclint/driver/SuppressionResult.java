package io.github.ipclint.driver;

import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Suppression;
import java.util.List;

/**
 * Findings told apart by what the source allows. Both lists sorted.
 *
 * @param findings what is left, and what is wrong with the suppressions themselves
 */
public record SuppressionResult(List<Finding> findings, List<Suppression> suppressed) {
    public SuppressionResult {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }
}
