package io.github.ipclint.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code ipclint} with its subcommands. */
@Command(
        name = "ipclint",
        description = "Finds misuse of inter-process communication in C and Java sources.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
                " 0:nothing at or above --fail-on", " 1:findings", " 2:wrong usage or configuration", " 3:internal error"})
final class IpclintCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an internal error.")
    private boolean debug;

    private IpclintCommand() {}

    /** Runs one command line and returns its exit code. */
    static int run(Terminal terminal, Wiring wiring, String... arguments) {
        IpclintCommand root = new IpclintCommand();
        FailureMessages messages = new FailureMessages(terminal.err(), () -> root.debug);
        CommandLine line = new CommandLine(root)
                .addSubcommand(new CheckCommand(terminal, wiring))
                .addSubcommand(new ExplainCommand(terminal, wiring.rules()))
                .addSubcommand(new DoctorCommand(terminal, wiring.analysis()))
                .addSubcommand(new CommandLine(new ProbeCommand()).addSubcommand(new ProbeClaimsCommand(terminal))
                        .addSubcommand(new ProbeCostCommand(terminal)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setParameterExceptionHandler(messages)
                .setExecutionExceptionHandler(messages);
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return messages.internal(e);
        } finally {
            line.getOut().flush();
            terminal.out().flush();
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: check, explain, doctor or probe");
    }
}
