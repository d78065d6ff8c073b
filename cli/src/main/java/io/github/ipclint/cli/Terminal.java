package io.github.ipclint.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What surrounds a run: its streams, environment and working folder. Tests put in their own.
 *
 * @param out standard output, UTF-8 whatever the locale, so that reports are the same everywhere
 * @param interactive whether standard output is a terminal
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, Map<String, String> environment, Path workingFolder) {
    /** Set by the launcher, which can ask whether standard output alone is a terminal; the JVM cannot. */
    private static final String TERMINAL = "ipclint.terminal";

    static Terminal ofProcess() {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Terminal(out, err, Boolean.getBoolean(TERMINAL), System.getenv(), Path.of(""));
    }
}
