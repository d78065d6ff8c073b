package io.github.ipclint.probe.channel;

import io.github.ipclint.probe.libc.Semaphores;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Shared memory with a POSIX semaphore in front of each message. */
final class SemaphoreLink implements Link {
    private final MemorySegment own;
    private final MemorySegment from;
    private final MemorySegment to;
    private final int size;
    private final long header;

    SemaphoreLink(Arena arena, int size, long header, MemorySegment from, MemorySegment to) {
        this.own = arena.allocate(size, 8);
        this.from = from;
        this.to = to;
        this.size = size;
        this.header = header;
    }

    @Override
    public void send() {
        MemorySegment.copy(own, 0, to, header, size);
        Semaphores.post(to).orFail("sem_post");
    }

    @Override
    public void receive() {
        Semaphores.await(from).orFail("sem_wait");
        MemorySegment.copy(from, header, own, 0, size);
    }
}
