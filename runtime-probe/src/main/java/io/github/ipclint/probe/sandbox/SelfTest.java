package io.github.ipclint.probe.sandbox;

import io.github.ipclint.probe.observation.ProcessTree;
import io.github.ipclint.probe.observation.SeenProcess;
import io.github.ipclint.probe.process.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Hostile programs, run before the first program of a user. All of them have to fail, or nothing else runs. */
final class SelfTest {
    private static final String SOURCE = "hostile.c";
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int HOST_SOCKETS = 10;
    private static final int LOOKS = 100;

    /**
     * One way out.
     *
     * @param name for people
     * @param arguments of the hostile program
     */
    record Attempt(String name, List<String> arguments) {
        static Attempt of(String name, String... arguments) {
            return new Attempt(name, List.of(arguments));
        }
    }

    private SelfTest() {}

    /** The first hole, or empty if there is none. */
    static Optional<String> run(Sandbox sandbox) {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); Room room = sandbox.open()) {
            Optional<String> failure = observable(room).or(() -> prepare(room));
            for (Attempt attempt : attempts(port.getLocalPort())) {
                if (failure.isPresent()) {
                    return failure;
                }
                failure = refused(room, attempt);
            }
            return failure.or(() -> survives(room));
        } catch (SandboxException | IOException e) {
            return Optional.of("self-test: " + e.getMessage());
        }
    }

    /** What cannot be looked at need not run. */
    private static Optional<String> observable(Room room) {
        for (int look = 0; look < LOOKS; look++) {
            if (ProcessTree.below(room.outerProcess(), Path.of(Room.FOLDER)).stream().anyMatch(SelfTest::isSeen)) {
                return Optional.empty();
            }
            Task.sleep(5);
        }
        return Optional.of("/proc does not show here what other processes do");
    }

    /** Process 1 rests in a read of its socket, sooner or later. */
    private static boolean isSeen(SeenProcess process) {
        return process.innerPid() == 1 && !process.descriptors().isEmpty()
                && process.threads().stream().anyMatch(thread -> thread.call().isPresent());
    }

    private static Optional<String> prepare(Room room) {
        room.put(SOURCE, source());
        Optional<Integer> compiled =
                room.run("compile", List.of("cc", "-w", "-DFOLDER=\"" + Room.FOLDER + "\"", "-o", "hostile", SOURCE), LIMIT);
        return compiled.equals(Optional.of(0)) ? Optional.empty()
                : Optional.of("cc does not work in the sandbox: " + room.printed().lines().findFirst().orElse("it does not end"));
    }

    static List<Attempt> attempts(int port) {
        List<Attempt> attempts = new ArrayList<>(List.of(
                Attempt.of("mounts a file system", "mount"),
                Attempt.of("changes a mount", "remount"),
                Attempt.of("writes to the file system of the host", "write"),
                Attempt.of("makes namespaces", "unshare"),
                Attempt.of("makes a device", "node"),
                Attempt.of("changes its root", "root"),
                Attempt.of("inherits descriptors", "descriptors"),
                Attempt.of("reaches into process 1", "first"),
                Attempt.of("connects to a port of the host", "port", Integer.toString(port)),
                Attempt.of("allocates 2 GiB", "allocate"),
                Attempt.of("forks 200 times", "fork", "200")));
        Stream.of(System.getProperty("user.home"), System.getProperty("user.dir"), "/etc/shadow", "/etc/ssh", "/root", "/sys/kernel",
                "/var")
                .filter(path -> path.length() > 1 && !path.equals("/home") && !path.startsWith("/usr"))
                .distinct()
                .forEach(path -> attempts.add(Attempt.of("reads " + path, "open", path)));
        hostSockets().forEach(path -> attempts.add(Attempt.of("connects to " + path, "connect", path)));
        return attempts;
    }

    /** Sockets of this machine that have a path or an abstract name. */
    private static List<String> hostSockets() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/net/unix"))) {
            return lines.skip(1)
                    .map(line -> line.trim().split("\\s+", 8))
                    .filter(fields -> fields.length == 8)
                    .map(fields -> fields[7])
                    .filter(path -> !path.contains(" "))
                    .distinct()
                    .limit(HOST_SOCKETS)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<String> refused(Room room, Attempt attempt) {
        String id = "attempt" + attempt.name().replaceAll("\\W", "-");
        List<String> command = new ArrayList<>(List.of("./hostile"));
        command.addAll(attempt.arguments());
        Optional<Integer> code = room.run(id, command, LIMIT);
        if (code.isEmpty()) {
            return Optional.of("self-test: a program that " + attempt.name() + " does not end");
        }
        return code.get() == 0 ? Optional.of("self-test: a program in it " + attempt.name()) : Optional.empty();
    }

    /** Processes that want to stay end with their room, and process 1 outlives an attack by all others. */
    private static Optional<String> survives(Room room) {
        room.run("stay", List.of("./hostile", "stay"), LIMIT);
        room.start("all", 0, List.of("./hostile", "all"));
        Task.sleep(50);
        room.objects();
        room.run("stay-again", List.of("./hostile", "stay"), LIMIT);
        List<Long> inside =
                ProcessHandle.of(room.outerProcess()).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid).toList();
        room.close();
        return inside.stream().anyMatch(pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                ? Optional.of("self-test: a process outlived its room") : Optional.empty();
    }

    private static byte[] source() {
        try (InputStream in = Objects.requireNonNull(SelfTest.class.getResourceAsStream(SOURCE), SOURCE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
