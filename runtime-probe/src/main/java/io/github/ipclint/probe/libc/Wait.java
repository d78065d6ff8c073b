package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** {@code sys/wait.h}: how a child ended. Always for one child by its id: the JVM waits for its own. */
public final class Wait {
    private static final int NO_HANG = Abi.value("WNOHANG");
    private static final int STOPPED = 0x7f;
    private static final int CONTINUED = 0xffff;

    private static final Downcall WAITPID = Downcall.ofInt("waitpid");

    /** How a child ended or changed. */
    public sealed interface Status {}

    /** The child called exit or returned from main. */
    public record Exited(int code) implements Status {}

    /** The child was ended by a signal. */
    public record Killed(int signal) implements Status {}

    /** The child was stopped by a signal. */
    public record Stopped(int signal) implements Status {}

    /** The child goes on after a stop. */
    public record Continued() implements Status {}

    private Wait() {}

    /** Waits until the child has ended. */
    public static Status forEnd(int process) {
        while (true) {
            Optional<Status> status = call(process, 0);
            if (status.isPresent()) {
                return status.get();
            }
        }
    }

    /** How the child ended, or empty while it runs. */
    public static Optional<Status> poll(int process) {
        return call(process, NO_HANG);
    }

    /** As {@link #poll}, also when the child was stopped or goes on. */
    public static Optional<Status> pollChanges(int process) {
        return call(process, NO_HANG | Abi.value("WUNTRACED") | Abi.value("WCONTINUED"));
    }

    private static Optional<Status> call(int process, int options) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment status = arena.allocate(JAVA_INT);
            Result result = Downcall.result(WAITPID.invoke(process, status.address(), options));
            if (!result.ok() && result.errno() != Abi.value("EINTR")) {
                throw new CallFailedException("waitpid", result.errno());
            }
            return result.value() > 0 ? Optional.of(decode(status.get(JAVA_INT, 0))) : Optional.empty();
        }
    }

    /** As the macros WIFEXITED, WTERMSIG and their kin do. */
    private static Status decode(int status) {
        int low = status & 0x7f;
        if (status == CONTINUED) {
            return new Continued();
        }
        if (low == 0) {
            return new Exited(status >> 8 & 0xff);
        }
        return low == STOPPED ? new Stopped(status >> 8 & 0xff) : new Killed(low);
    }
}
