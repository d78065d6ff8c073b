package io.github.ipclint.finding;

import java.util.List;

/**
 * What a run hands to the reports. All lists sorted; two runs over the same input give equal results.
 *
 * @param rules every rule that ran
 */
public record AnalysisResult(List<RuleInfo> rules, List<Finding> findings, List<Suppression> suppressed, List<Notice> notices,
        Coverage coverage) {
    public AnalysisResult {
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        notices = List.copyOf(notices);
    }
}
