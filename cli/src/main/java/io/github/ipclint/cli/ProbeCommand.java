package io.github.ipclint.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ipclint probe}: runs experiments on the kernel that is there. */
@Command(name = "probe", description = "Try on the running kernel what is said about inter-process communication.", sortOptions = false)
final class ProbeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: claims or cost");
    }
}
