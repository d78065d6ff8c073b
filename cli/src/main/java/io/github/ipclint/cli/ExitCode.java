package io.github.ipclint.cli;

/** What a run tells its caller; scripts and the Maven plugin rely on the numbers. */
final class ExitCode {
    /** Nothing at or above {@code --fail-on}. */
    static final int CLEAN = 0;

    /** Findings at or above {@code --fail-on}; from {@code doctor}: something does not work. */
    static final int FINDINGS = 1;

    /** Wrong usage or configuration. */
    static final int USAGE = 2;

    /** A mistake of ipclint itself. */
    static final int INTERNAL = 3;

    private ExitCode() {}
}
