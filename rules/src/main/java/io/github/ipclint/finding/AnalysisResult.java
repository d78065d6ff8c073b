package io.github.ipclint.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run hands to the reports. All lists sorted; two runs over the same input give equal results.
 *
 * @param rules every rule that ran
 * @param scenes where the findings play
 * @param inputs SHA-256 of the names and contents of all sources, in hexadecimal; empty where it was not made
 * @param confirmation what running the programs showed
 */
public record AnalysisResult(List<RuleInfo> rules, List<Finding> findings, List<Suppression> suppressed, List<Notice> notices,
        Coverage coverage, SystemMap system, Map<Finding, Scene> scenes, String inputs, Confirmation confirmation) {
    public AnalysisResult {
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        notices = List.copyOf(notices);
        scenes = Map.copyOf(scenes);
    }

    /** A result of the analysis alone. */
    public AnalysisResult(List<RuleInfo> rules, List<Finding> findings, List<Suppression> suppressed, List<Notice> notices,
            Coverage coverage, SystemMap system, Map<Finding, Scene> scenes, String inputs) {
        this(rules, findings, suppressed, notices, coverage, system, scenes, inputs, Confirmation.NONE);
    }

    /** A result that knows nothing of programs. */
    public AnalysisResult(List<RuleInfo> rules, List<Finding> findings, List<Suppression> suppressed, List<Notice> notices,
            Coverage coverage) {
        this(rules, findings, suppressed, notices, coverage, SystemMap.NONE, Map.of(), "");
    }

    /** Where a finding plays, as far as that is known. */
    public Scene scene(Finding finding) {
        return scenes.getOrDefault(finding, Scene.NONE);
    }

    /** This result with evidence. */
    public AnalysisResult with(Confirmation confirmed) {
        return new AnalysisResult(rules, findings, suppressed, notices, coverage, system, scenes, inputs, confirmed);
    }

    /** What running the programs showed of a finding. */
    public Optional<Evidence> evidence(Finding finding) {
        return Optional.ofNullable(confirmation.evidence().get(finding));
    }
}
