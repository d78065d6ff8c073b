package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** {@code sys/signalfd.h}: signals read from a descriptor. */
public final class Signalfd {
    public static final int SFD_CLOEXEC = Abi.value("SFD_CLOEXEC");
    public static final int SFD_NONBLOCK = Abi.value("SFD_NONBLOCK");

    private static final Downcall SIGNALFD = Downcall.ofInt("signalfd");

    /**
     * A signal that was read.
     *
     * @param code where it came from, such as {@link Signals#SI_QUEUE}
     * @param value what the sender added
     */
    public record Received(int signal, int code, int sender, int value) {}

    private Signalfd() {}

    public static Result signalfd(MemorySegment set, int flags) {
        return Downcall.result(SIGNALFD.invoke(-1, set.address(), flags));
    }

    /** Reads one signal from the descriptor. */
    public static Received read(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            int size = Abi.value("sizeof(struct signalfd_siginfo)");
            MemorySegment info = arena.allocate(size, 8);
            Unistd.read(fd, info, size).orFail("read of a signalfd");
            return new Received(
                    info.get(JAVA_INT, Abi.value("offsetof(struct signalfd_siginfo, ssi_signo)")),
                    info.get(JAVA_INT, Abi.value("offsetof(struct signalfd_siginfo, ssi_code)")),
                    info.get(JAVA_INT, Abi.value("offsetof(struct signalfd_siginfo, ssi_pid)")),
                    info.get(JAVA_INT, Abi.value("offsetof(struct signalfd_siginfo, ssi_int)")));
        }
    }
}
