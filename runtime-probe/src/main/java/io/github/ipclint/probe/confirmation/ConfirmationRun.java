package io.github.ipclint.probe.confirmation;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Confirmation;
import io.github.ipclint.finding.Evidence;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.probe.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Puts all findings of an analysis to the test that can be. */
public final class ConfirmationRun {
    private ConfirmationRun() {}

    /**
     * Runs what the findings are about.
     *
     * @param root that paths in the result are relative to; nothing outside of it gets into the sandbox
     * @param progress told what is being run
     */
    public static Confirmation run(AnalysisResult result, Path root, Sandbox sandbox, Consumer<String> progress) {
        Map<Finding, Evidence> evidence = new LinkedHashMap<>();
        Confirmer confirmer = new Confirmer(sandbox);
        Subjects subjects = new Subjects(result, root);
        for (Finding finding : result.findings()) {
            if (Detectors.rules().contains(finding.rule().id())) {
                progress.accept(finding.at().path() + " " + finding.rule().id());
                evidence.put(finding, evidence(finding, confirmer, subjects, sandbox));
            }
        }
        return new Confirmation(System.getProperty("os.name") + " " + System.getProperty("os.version"), sandbox.description(), evidence);
    }

    private static Evidence evidence(Finding finding, Confirmer confirmer, Subjects subjects, Sandbox sandbox) {
        if (sandbox.missing().isPresent()) {
            return Evidence.inconclusive("programs do not run here");
        }
        try {
            Confirmer.Claim claim =
                    new Confirmer.Claim(finding.rule().id(), finding.level(), finding.at().path(), finding.at().line());
            return confirmer.confirm(claim, subjects.of(finding));
        } catch (Subjects.NoSubjectException e) {
            return Evidence.inconclusive(String.valueOf(e.getMessage()));
        }
    }
}
