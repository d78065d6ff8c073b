package io.github.ipclint.cli;

/** Starts the command line. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(IpclintCommand.run(Terminal.ofProcess(), Wiring.standard(), arguments));
    }
}
