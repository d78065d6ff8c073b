package io.github.ipclint.cli;

import io.github.ipclint.finding.AnalysisResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ipclint doctor}: shows what ipclint runs on and tries both front ends. */
@Command(name = "doctor", description = "Show what ipclint runs on and whether its parsers work here.", sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    private static final String C_SAMPLE = "#include <unistd.h>\nint main(void) { int p[2]; return pipe(p) < 0; }\n";
    private static final String JAVA_SAMPLE =
            "class Sample { int port() throws java.io.IOException { return new java.net.ServerSocket(0).getLocalPort(); } }\n";

    private final Terminal terminal;
    private final Analysis analysis;

    DoctorCommand(Terminal terminal, Analysis analysis) {
        this.terminal = terminal;
        this.analysis = analysis;
    }

    @Override
    public Integer call() throws IOException {
        PrintStream out = terminal.out();
        out.println("ipclint        " + Version.number());
        out.println("java           " + System.getProperty("java.vm.name") + " " + Runtime.version());
        out.println("java home      " + System.getProperty("java.home"));
        out.println("system         " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        out.println("processors     " + Runtime.getRuntime().availableProcessors());
        out.println("memory limit   " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
        out.println("class archive  " + System.getProperty("ipclint.archive", "not used"));
        boolean c = tryFrontEnd("C parser", "sample.c", C_SAMPLE);
        boolean java = tryFrontEnd("Java parser", "Sample.java", JAVA_SAMPLE);
        return c && java ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    /** Analyses a correct sample; a front end works when it finds the one function in it. */
    private boolean tryFrontEnd(String label, String file, String source) throws IOException {
        Path folder = Files.createTempDirectory("ipclint-doctor");
        Path sample = folder.resolve(file);
        Optional<String> failure;
        try {
            Files.writeString(sample, source);
            AnalysisResult result = analysis.run(new AnalysisRequest(folder, List.of(sample), Profile.DEFAULT, 1));
            failure = result.coverage().functions() > 0 ? Optional.empty() : Optional.of(result.notices().toString());
        } catch (RuntimeException | LinkageError e) {
            failure = Optional.of(e.toString());
        } finally {
            Files.deleteIfExists(sample);
            Files.deleteIfExists(folder);
        }
        terminal.out().printf("%-14s %s%n", label, failure.map(why -> "does not work: " + why).orElse("works"));
        return failure.isEmpty();
    }
}
