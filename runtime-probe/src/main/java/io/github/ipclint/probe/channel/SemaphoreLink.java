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

    SemaphoreLink(Arena arena, int size, MemorySegment from, MemorySegment to) {
        this.own = arena.allocate(size, 8);
        this.from = from;
        this.to = to;
        this.size = size;
    }

    @Override
    public void send() {
        MemorySegment.copy(own, 0, to, LinkKind.header(), size);
        Semaphores.post(to).orFail("sem_post");
    }

    @Override
    public void receive() {
        Semaphores.await(from).orFail("sem_wait");
        MemorySegment.copy(from, LinkKind.header(), own, 0, size);
    }
}
