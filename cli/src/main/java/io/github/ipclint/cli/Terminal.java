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
 * @param showsProgress whether standard error is one
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, boolean showsProgress, Map<String, String> environment,
        Path workingFolder) {
    /** Set by the launcher, which can ask about each stream; the JVM cannot. */
    private static final String OUT_IS_TERMINAL = "ipclint.terminal.out";

    private static final String ERR_IS_TERMINAL = "ipclint.terminal.err";

    static Terminal ofProcess() {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Terminal(out, err, Boolean.getBoolean(OUT_IS_TERMINAL), Boolean.getBoolean(ERR_IS_TERMINAL), System.getenv(),
                Path.of(""));
    }
}
