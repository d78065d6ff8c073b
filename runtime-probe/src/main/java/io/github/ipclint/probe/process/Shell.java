package io.github.ipclint.probe.process;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Poll;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.libc.Wait;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A throw-away process that runs a script: it may fork, be signalled and die as it likes. */
public final class Shell implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Child child;
    private final int output;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    /** What a finished script printed, and how it ended. */
    public record Finished(String output, Wait.Status status) {
        /** Exit code as a shell reports it: 128 + number for a signal. */
        public int code() {
            return switch (status) {
                case Wait.Exited exited -> exited.code();
                case Wait.Killed killed -> 128 + killed.signal();
                case Wait.Stopped stopped -> 128 + stopped.signal();
                case Wait.Continued _ -> 0;
            };
        }
    }

    private Shell(Child child, int output) {
        this.child = child;
        this.output = output;
    }

    /** Starts a script in a folder; further descriptors by their number in the script, from 3 on. */
    public static Shell start(Path folder, String script, Map<Integer, Integer> descriptors, int... blockedSignals) {
        int[] pipe = new int[2];
        Unistd.pipe2(pipe, Fcntl.O_CLOEXEC).orFail("pipe2");
        int writeEnd = Fcntl.fcntl(pipe[1], Fcntl.F_DUPFD_CLOEXEC, 64).orFail("fcntl").number();
        Unistd.close(pipe[1]);
        try {
            Map<Integer, Integer> all = new LinkedHashMap<>(descriptors);
            all.put(1, writeEnd);
            all.put(2, writeEnd);
            Map<String, String> environment = Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"), "LC_ALL", "C", "FOLDER",
                    folder.toString());
            Child child = Child.start(java.util.List.of("/bin/sh", "-c", "cd \"$FOLDER\" || exit 99\n" + script), all, environment,
                    blockedSignals);
            return new Shell(child, pipe[0]);
        } finally {
            Unistd.close(writeEnd);
        }
    }

    /** Runs a script to its end. */
    public static Finished run(Path folder, String script) {
        try (Shell shell = start(folder, script, Map.of())) {
            return shell.finish();
        }
    }

    public int pid() {
        return child.pid();
    }

    public Child child() {
        return child;
    }

    /** Waits until the script has printed a line with the text. */
    public void awaitLine(String text) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!seen.toString(StandardCharsets.UTF_8).contains(text + "\n")) {
            if (System.nanoTime() > end || !readMore()) {
                throw new IllegalStateException(
                        "the script did not print '" + text + "' but '" + seen.toString(StandardCharsets.UTF_8) + "'");
            }
        }
    }

    /** What the script has printed so far. */
    public String output() {
        return seen.toString(StandardCharsets.UTF_8);
    }

    /** Waits for the end of the script. */
    public Finished finish() {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end && readMore()) {
            // until the last writer is gone
        }
        Optional<Wait.Status> status = child.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        return new Finished(output(), status.orElseThrow(() -> new IllegalStateException("the script did not end within " + LIMIT)));
    }

    /** False at the end of the output. */
    private boolean readMore() {
        if (Poll.poll(output, Poll.POLLIN, 100) == 0) {
            return true;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(4096);
            Result result = Unistd.read(output, buffer, 4096);
            if (result.value() <= 0) {
                return false;
            }
            seen.writeBytes(buffer.asSlice(0, result.value()).toArray(JAVA_BYTE));
            return true;
        }
    }

    @Override
    public void close() {
        child.close();
        Unistd.close(output);
    }
}
