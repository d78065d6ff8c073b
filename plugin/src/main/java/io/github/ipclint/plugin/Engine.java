package io.github.ipclint.plugin;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs the analyzer in its own JVM and relays what it prints, line by line. */
final class Engine {
    /** What the JVM says of a class archive that is damaged or made for other jars. */
    private static final Pattern USELESS_ARCHIVE = Pattern.compile("Not a valid shared archive file|class paths mismatch");

    private final EngineCommand command;

    Engine(EngineCommand command) {
        this.command = command;
    }

    /**
     * Runs to the end.
     *
     * @return the exit code, see the command line's documentation
     * @throws InterruptedException when the build is stopped; the analyzer is then stopped too
     */
    int run(List<Path> sources, List<String> arguments, Consumer<String> output, Consumer<String> errors)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.line(sources, arguments));
        builder.environment().put(EngineCommand.CLASS_PATH,
                command.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        // A user's own options for every JVM would change what we start, and the JVM prints a line about them.
        builder.environment().remove("JDK_JAVA_OPTIONS");
        Process process = builder.start();
        process.getOutputStream().close();
        Thread errorReader = new Thread(() -> relay(process.getErrorStream(), line -> onError(line, errors)), "ipclint-stderr");
        errorReader.setDaemon(true);
        errorReader.start();
        try {
            relay(process.getInputStream(), output);
            int exitCode = process.waitFor();
            errorReader.join();
            return exitCode;
        } finally {
            process.destroy();
        }
    }

    /** The JVM goes on without such an archive, but never replaces it. */
    private void onError(String line, Consumer<String> errors) {
        if (line.contains("[error][cds]") || line.contains("[error][aot]")) {
            if (USELESS_ARCHIVE.matcher(line).find()) {
                command.archive().ifPresent(Engine::delete);
            }
            return;
        }
        errors.accept(line);
    }

    private static void delete(Path archive) {
        try {
            Files.deleteIfExists(archive);
        } catch (IOException e) {
            // a slower start next time is all that follows
        }
    }

    private static void relay(InputStream from, Consumer<String> to) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            reader.lines().forEach(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
