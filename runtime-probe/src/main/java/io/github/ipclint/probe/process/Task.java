package io.github.ipclint.probe.process;

import io.github.ipclint.probe.libc.Abi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A thread of some process, seen from outside through {@code proc(5)}.
 *
 * @param process its process id, in the namespace of the observer
 * @param thread its thread id
 */
public record Task(int process, int thread) {
    private static final long BETWEEN_LOOKS = 20;

    /** The system call that the thread sleeps in, by its name; empty while it runs. */
    public Optional<String> call() {
        return read("syscall").filter(line -> Character.isDigit(line.charAt(0)))
                .flatMap(line -> Abi.callName(Long.parseLong(line.substring(0, line.indexOf(' ')))));
    }

    /**
     * Whether the thread sleeps in one of the calls and does not move: two looks show the same call with the same arguments and no
     * switch in between. A clock alone would take a busy machine for a blocked process.
     */
    public boolean rests(List<String> calls) {
        Optional<String> before = position();
        if (before.isEmpty() || call().filter(calls::contains).isEmpty()) {
            return false;
        }
        sleep(BETWEEN_LOOKS);
        return before.equals(position());
    }

    private Optional<String> position() {
        return read("syscall").flatMap(call -> read("status").flatMap(status -> status.lines()
                .filter(line -> line.startsWith("voluntary_ctxt_switches"))
                .findFirst())
                .map(switches -> call + switches));
    }

    /** State letter of {@code proc_pid_stat(5)}: R, S, D, T, Z; empty when the process is gone. */
    public Optional<Character> state() {
        return read("stat").map(line -> line.charAt(line.lastIndexOf(')') + 2));
    }

    private Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(Path.of("/proc", Integer.toString(process), "task", Integer.toString(thread), file)))
                    .filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Sleeps; an interruption ends the experiment. */
    public static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
