package io.github.ipclint.probe.claim;

import io.github.ipclint.probe.bench.Grade;

/**
 * A statement with what the kernel said to it.
 *
 * @param expected the grade that the table declares for the user who ran the probe
 * @param shared whether the experiment had been run for an earlier statement of the same run
 */
public record GradedClaim(Claim claim, Grade expected, Verdict verdict, boolean shared) {
    /** Whether the outcome is not the declared one; what cannot be tried on this machine is no difference. */
    public boolean differs() {
        return switch (verdict.state()) {
            case GRADED -> verdict.grade() != expected;
            case NOT_HERE -> false;
            case BLIND, FAILED -> true;
        };
    }
}
