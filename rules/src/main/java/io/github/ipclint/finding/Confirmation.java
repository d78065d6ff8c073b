package io.github.ipclint.finding;

import java.util.Map;

/**
 * The evidence of one run.
 *
 * @param kernel name and release; empty where nothing ran
 * @param sandbox what user programs ran in, or why they did not
 * @param evidence by finding; findings of rules that no run can confirm have none
 */
public record Confirmation(String kernel, String sandbox, Map<Finding, Evidence> evidence) {
    /** Of a run that was not asked for any. */
    public static final Confirmation NONE = new Confirmation("", "", Map.of());

    public Confirmation {
        evidence = Map.copyOf(evidence);
    }

    /** Whether anybody asked. */
    public boolean wasAsked() {
        return !sandbox.isEmpty();
    }
}
