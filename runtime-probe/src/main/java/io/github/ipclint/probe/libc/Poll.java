package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** {@code poll.h}: waiting until a descriptor is ready. */
public final class Poll {
    public static final int POLLIN = Abi.value("POLLIN");
    public static final int POLLHUP = Abi.value("POLLHUP");

    private static final Downcall POLL = Downcall.ofInt("poll");

    private Poll() {}

    /** What happened on the descriptor, 0 when the time is over; a negative time waits without end. */
    public static int poll(int fd, int events, int milliseconds) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(Abi.value("sizeof(struct pollfd)"), 4);
            request.set(JAVA_INT, 0, fd);
            request.set(JAVA_SHORT, Abi.value("offsetof(struct pollfd, events)"), (short) events);
            Result result = Downcall.result(POLL.invoke(request.address(), 1, milliseconds));
            return result.value() <= 0 ? 0 : request.get(JAVA_SHORT, Abi.value("offsetof(struct pollfd, revents)"));
        }
    }
}
