package io.github.ipclint.probe.channel;

import io.github.ipclint.probe.libc.Semaphores;
import io.github.ipclint.probe.libc.SysMman;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** How messages travel, and what a side must be given to take part. */
public enum LinkKind {
    /** Descriptors that are read and written; words: where to read, where to write. */
    DESCRIPTORS,
    /** A System V queue; words: its id, the type to receive, the type to send. */
    SYSTEM_V_QUEUE,
    /** Two POSIX queues; words: where to receive, where to send. */
    POSIX_QUEUE,
    /** Real-time signals; words: process to send to, signal to receive, signal to send. */
    SIGNAL,
    /** Shared memory whose flags are polled without a pause; words: address to receive at, address to send at. */
    SPIN,
    /** Shared memory whose flags are waited for with futex(2); words as for {@link #SPIN}. */
    FUTEX,
    /** Shared memory with a POSIX semaphore on each side; words as for {@link #SPIN}. */
    SEMAPHORE;

    /** Bytes in front of a message in shared memory: a flag, so that it shares a cache line with 56 bytes of message, or a semaphore. */
    public long header() {
        return this == SEMAPHORE ? Semaphores.size() : Long.BYTES;
    }

    /** Opens one side for messages of this size. */
    public Link open(Arena arena, int size, long... words) {
        return switch (this) {
            case DESCRIPTORS -> new DescriptorLink(arena, size, (int) words[0], (int) words[1]);
            case SYSTEM_V_QUEUE -> new QueueLink(arena, size, (int) words[0], words[1], words[2]);
            case POSIX_QUEUE -> new PosixQueueLink(arena, size, (int) words[0], (int) words[1]);
            case SIGNAL -> new SignalLink(arena, (int) words[0], (int) words[1], (int) words[2]);
            case SPIN -> new SpinLink(arena, size, header(), memory(words[0], size), memory(words[1], size));
            case FUTEX -> new FutexLink(arena, size, header(), memory(words[0], size), memory(words[1], size));
            case SEMAPHORE -> new SemaphoreLink(arena, size, header(), memory(words[0], size), memory(words[1], size));
        };
    }

    private MemorySegment memory(long address, int size) {
        return SysMman.at(address, header() + size);
    }
}
