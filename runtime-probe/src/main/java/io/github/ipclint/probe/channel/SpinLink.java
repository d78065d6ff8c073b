package io.github.ipclint.probe.channel;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/** Shared memory with a flag in front of each message: 0 empty, 1 full. The receiver polls without a pause. */
final class SpinLink implements Link {
    private static final VarHandle FLAG = JAVA_INT.varHandle();

    private final MemorySegment own;
    private final MemorySegment from;
    private final MemorySegment to;
    private final int size;
    private final long header;

    SpinLink(Arena arena, int size, long header, MemorySegment from, MemorySegment to) {
        this.own = arena.allocate(size, 8);
        this.from = from;
        this.to = to;
        this.size = size;
        this.header = header;
    }

    @Override
    public void send() {
        while ((int) FLAG.getAcquire(to, 0L) != 0) {
            Thread.onSpinWait();
        }
        MemorySegment.copy(own, 0, to, header, size);
        FLAG.setRelease(to, 0L, 1);
    }

    @Override
    public void receive() {
        while ((int) FLAG.getAcquire(from, 0L) == 0) {
            Thread.onSpinWait();
        }
        MemorySegment.copy(from, header, own, 0, size);
        FLAG.setRelease(from, 0L, 0);
    }
}
