package io.github.ipclint.probe.sandbox;

/** Says what sandbox there is; for tests in poorer surroundings. */
public final class SandboxReport {
    private SandboxReport() {}

    public static void main(String[] arguments) {
        System.out.println(Sandbox.detect().description());
    }
}
