package io.github.ipclint.probe.sandbox;

import io.github.ipclint.probe.process.Isolation;

/** Says what {@link Isolation#detect} found. */
public final class IsolationReport {
    private IsolationReport() {}

    public static void main(String[] arguments) {
        System.out.println(Isolation.detect().description());
    }
}
