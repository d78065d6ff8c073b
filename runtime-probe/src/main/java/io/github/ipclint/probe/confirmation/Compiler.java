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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles programs inside the sandbox, for compiling is reading: of files that a source names. */
final class Compiler {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** So many programs are compiled for one finding. */
    private static final int MOST = 8;
    private static final String SCRIPT = "build.sh";
    private static final String RECORD = "record.c";
    private static final String TRACE = "trace.c";
    private static final String MISHAP = "mishap.c";
    private static final String VISITOR = "visitor.c";

    private final Sandbox sandbox;
    private final Map<Subject, List<Outcome>> plain = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Subject, List<Outcome>> withTrace = Collections.synchronizedMap(new IdentityHashMap<>());

    /** What became of one program. */
    sealed interface Outcome {}

    /** It was made. */
    record Made(Executable executable) implements Outcome {}

    /**
     * It was not.
     *
     * @param why to be said of the program
     * @param removers what its sources name
     */
    record Failed(String why, Removers removers) implements Outcome {}

    Compiler(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * The programs of a subject, in its order; made once.
     *
     * @param traced whether they write down their accesses to shared memory
     */
    List<Outcome> compile(Subject subject, boolean traced) {
        Map<Subject, List<Outcome>> made = traced ? withTrace : plain;
        List<Outcome> known = made.get(subject);
        if (known == null) {
            known = compileAnew(subject, traced);
            made.put(subject, known);
        }
        return known;
    }

    private List<Outcome> compileAnew(Subject subject, boolean traced) {
        try (Room room = sandbox.open()) {
            for (String part : List.of(SCRIPT, RECORD, TRACE, MISHAP)) {
                room.put(part, resource(part));
            }
            subject.files().forEach((path, content) -> room.put("src/" + path, content));
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < subject.programs().size(); i++) {
                outcomes.add(compile(room, i, subject, traced));
            }
            return outcomes;
        }
    }

    private static Outcome compile(Room room, int number, Subject subject, boolean traced) {
        String name = "program" + number;
        Subject.Program program = subject.programs().get(number);
        Stream<byte[]> sources = Stream.concat(Stream.of(program.main()), program.companions().stream())
                .map(path -> subject.files().getOrDefault(path, new byte[0]));
        if (number >= MOST) {
            return new Failed("was left out, for at most " + MOST + " programs are compiled for one finding", Removers.of(sources));
        }
        Optional<Integer> code = room.run("cc-" + name, command(name, program, traced), LIMIT);
        Optional<byte[]> content = code.filter(it -> it == 0).flatMap(_ -> room.get(name));
        if (content.isEmpty()) {
            String why = code.isEmpty() ? "the compiler does not end" : firstError(text(room, name + ".errors"));
            return new Failed("does not compile by itself: " + why, Removers.of(sources));
        }
        Set<String> calls = text(room, name + ".calls").lines().map(String::strip)
                .map(line -> line.substring(line.lastIndexOf(' ') + 1).replaceFirst("@.*", "")).collect(Collectors.toSet());
        return new Made(new Executable(new Executable.Bytes(content.get()), BlockMap.parse(text(room, name + ".lines")),
                Removers.of(calls, sources)));
    }

    private static String text(Room room, String file) {
        return room.get(file).map(it -> new String(it, StandardCharsets.UTF_8)).orElse("");
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
                .map(line -> line.replaceFirst("^(" + Room.FOLDER + "/)?src/", ""))
                .orElse("it does not compile");
    }
}
