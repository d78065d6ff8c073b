package io.github.ipclint.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one line that a person can act on; stack traces only with {@code --debug}. */
final class FailureMessages implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final PrintStream err;
    private final BooleanSupplier debug;

    FailureMessages(PrintStream err, BooleanSupplier debug) {
        this.err = err;
        this.debug = debug;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        err.println("ipclint: " + lowerFirst(String.valueOf(problem.getMessage())));
        UnmatchedArgumentException.printSuggestions(problem, command.getErr());
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        if (problem instanceof UsageException) {
            err.println("ipclint: " + problem.getMessage());
            return ExitCode.USAGE;
        }
        return internal(problem);
    }

    /** Reports a failure that is not the user's. */
    int internal(Throwable problem) {
        err.println("ipclint: internal error: " + describe(problem));
        if (debug.getAsBoolean()) {
            problem.printStackTrace(err);
        } else {
            err.println("Run again with --debug for the stack trace.");
        }
        return ExitCode.INTERNAL;
    }

    private static String describe(Throwable problem) {
        return switch (problem) {
            case OutOfMemoryError _ -> "out of memory; give the JVM more, as in IPCLINT_JAVA_OPTS=-Xmx4g";
            case StackOverflowError _ -> "stack overflow";
            default -> problem.toString();
        };
    }

    /** A reason for people why a file could not be written or read. */
    static String reason(IOException problem) {
        return switch (problem) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "no such file or folder";
            default -> problem.getMessage() == null ? problem.toString() : problem.getMessage();
        };
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
