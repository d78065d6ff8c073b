package io.github.ipclint.probe.channel;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.ipclint.probe.libc.SysCall;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/** Shared memory with a flag in front of each message; the receiver sleeps in the kernel until the flag changes. */
final class FutexLink implements Link {
    private static final VarHandle FLAG = JAVA_INT.varHandle();

    private final MemorySegment own;
    private final MemorySegment from;
    private final MemorySegment to;
    private final int size;
    private final long header;

    FutexLink(Arena arena, int size, long header, MemorySegment from, MemorySegment to) {
        this.own = arena.allocate(size, 8);
        this.from = from;
        this.to = to;
        this.size = size;
        this.header = header;
    }

    @Override
    public void send() {
        MemorySegment.copy(own, 0, to, header, size);
        FLAG.setRelease(to, 0L, 1);
        SysCall.futexWake(to, 1).orFail("futex");
    }

    @Override
    public void receive() {
        while ((int) FLAG.getAcquire(from, 0L) == 0) {
            // EAGAIN: it changed before the sleep began
            SysCall.futexWait(from, 0);
        }
        MemorySegment.copy(from, header, own, 0, size);
        FLAG.setRelease(from, 0L, 0);
    }
}
