package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.sandbox.Room;
import io.github.ipclint.probe.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The compiled programs of a subject.
 *
 * @param contents one for each program; empty when one of them does not compile
 * @param problem what the compiler said first; empty when all is well
 */
record Executables(List<byte[]> contents, String problem) {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String SCRIPT = "build.sh";

    static Executables compile(Sandbox sandbox, Subject subject) {
        try (Room room = sandbox.open()) {
            room.put("/work/" + SCRIPT, script());
            subject.files().forEach((path, content) -> room.put("/work/src/" + path, content));
            List<byte[]> contents = new ArrayList<>();
            for (int i = 0; i < subject.programs().size(); i++) {
                String name = "program" + i;
                Optional<Integer> code = room.run("cc" + i, command(name, subject.programs().get(i)), LIMIT);
                Optional<byte[]> content = code.filter(it -> it == 0).flatMap(_ -> room.get("/work/" + name));
                if (content.isEmpty()) {
                    return new Executables(List.of(), code.isEmpty() ? "the compiler does not end" : firstError(room.printed()));
                }
                contents.add(content.get());
            }
            return new Executables(contents, "");
        }
    }

    private static List<String> command(String name, Subject.Program program) {
        List<String> command = new ArrayList<>(List.of("sh", SCRIPT, name, "src/" + program.main()));
        program.folders().forEach(folder -> command.add("-Isrc/" + folder));
        command.add("--");
        program.companions().forEach(source -> command.add("src/" + source));
        return command;
    }

    private static byte[] script() {
        try (InputStream in = Objects.requireNonNull(Executables.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstError(String printed) {
        return printed.lines().filter(line -> line.contains("error") || line.contains("undefined")).findFirst()
                .or(() -> printed.lines().findFirst())
                .map(line -> line.replace("src/", ""))
                .orElse("it does not compile");
    }
}
