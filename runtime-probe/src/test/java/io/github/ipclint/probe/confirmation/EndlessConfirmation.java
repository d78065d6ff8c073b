package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.sandbox.Sandbox;

/** Confirms sample programs until it is killed. */
public final class EndlessConfirmation {
    private EndlessConfirmation() {}

    public static void main(String[] arguments) throws Exception {
        Confirmer confirmer = new Confirmer(Sandbox.detect());
        System.out.println("ready");
        while (true) {
            for (SamplePrograms.Sample sample : SamplePrograms.all()) {
                confirmer.confirm(sample.claim(), sample.subject());
            }
        }
    }
}
