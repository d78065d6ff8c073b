package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.sandbox.Room;
import io.github.ipclint.probe.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Compiles programs inside the sandbox, for compiling is reading: of files that a source names. */
final class Compiler {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String SCRIPT = "build.sh";
    private static final String RECORD = "record.c";
    private static final String TRACE = "trace.c";
    private static final String VISITOR = "visitor.c";

    private final Sandbox sandbox;
    private final Map<Subject, List<Executable>> plain = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Subject, List<Executable>> withTrace = Collections.synchronizedMap(new IdentityHashMap<>());

    /** The compiler did not make a program; the message is the first thing that it said. */
    static final class FailedException extends Exception {
        private static final long serialVersionUID = 1;

        FailedException(String message) {
            super(message);
        }
    }

    Compiler(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * The programs of a subject, in its order; made once.
     *
     * @param traced whether they write down their accesses to shared memory
     */
    List<Executable> compile(Subject subject, boolean traced) throws FailedException {
        Map<Subject, List<Executable>> made = traced ? withTrace : plain;
        List<Executable> known = made.get(subject);
        if (known == null) {
            known = compileAnew(subject, traced);
            made.put(subject, known);
        }
        return known;
    }

    private List<Executable> compileAnew(Subject subject, boolean traced) throws FailedException {
        try (Room room = sandbox.open()) {
            room.put(SCRIPT, resource(SCRIPT));
            room.put(RECORD, resource(RECORD));
            room.put(TRACE, resource(TRACE));
            subject.files().forEach((path, content) -> room.put("src/" + path, content));
            List<Executable> executables = new ArrayList<>();
            for (int i = 0; i < subject.programs().size(); i++) {
                executables.add(compile(room, "program" + i, subject.programs().get(i), traced));
            }
            return executables;
        }
    }

    private static Executable compile(Room room, String name, Subject.Program program, boolean traced)
            throws FailedException {
        Optional<Integer> code = room.run("cc-" + name, command(name, program, traced), LIMIT);
        Optional<byte[]> content = code.filter(it -> it == 0).flatMap(_ -> room.get(name));
        if (content.isEmpty()) {
            throw new FailedException(code.isEmpty() ? "the compiler does not end" : firstError(room.printed()));
        }
        String lines = room.get(name + ".lines").map(it -> new String(it, StandardCharsets.UTF_8)).orElse("");
        return new Executable(new Executable.Bytes(content.get()), BlockMap.parse(lines));
    }

    /** The program that connects to sockets and goes away. */
    Executable.Bytes visitor() {
        try (Room room = sandbox.open()) {
            room.put(VISITOR, resource(VISITOR));
            room.run("cc", List.of("cc", "-w", "-o", "visitor", VISITOR), LIMIT);
            return new Executable.Bytes(room.get("visitor").orElse(new byte[0]));
        }
    }

    private static List<String> command(String name, Subject.Program program, boolean traced) {
        List<String> command = new ArrayList<>(List.of("sh", SCRIPT, name, "src/" + program.main(), traced ? "traced" : "plain"));
        program.folders().forEach(folder -> command.add("-Isrc/" + folder));
        command.add("--");
        program.companions().forEach(source -> command.add("src/" + source));
        return command;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Compiler.class.getResourceAsStream(name), name)) {
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
