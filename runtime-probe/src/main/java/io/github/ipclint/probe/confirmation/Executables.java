package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.sandbox.Room;
import io.github.ipclint.probe.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The compiled programs of a subject.
 *
 * @param contents one for each program; empty when one of them does not compile
 * @param problem what the compiler said first; empty when all is well
 */
record Executables(List<byte[]> contents, String problem) {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    static Executables compile(Sandbox sandbox, Subject subject) {
        try (Room room = sandbox.open()) {
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
        List<String> command = new ArrayList<>(List.of("cc", "-g", "-O1", "-w", "-D_GNU_SOURCE", "-pthread", "-o", name));
        Set<String> folders = new LinkedHashSet<>();
        for (String source : program.sources()) {
            int slash = source.lastIndexOf('/');
            folders.add(slash < 0 ? "src" : "src/" + source.substring(0, slash));
        }
        folders.forEach(folder -> command.add("-I" + folder));
        program.sources().forEach(source -> command.add("src/" + source));
        command.addAll(List.of("-lrt", "-lm"));
        return command;
    }

    private static String firstError(String printed) {
        return printed.lines().filter(line -> line.contains("error") || line.contains("undefined")).findFirst()
                .or(() -> printed.lines().findFirst())
                .map(line -> line.replace("src/", ""))
                .orElse("it does not compile");
    }
}
