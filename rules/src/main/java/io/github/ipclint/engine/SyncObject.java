package io.github.ipclint.engine;

import org.jspecify.annotations.Nullable;

/** Something that orders processes: acquire after release. */
public sealed interface SyncObject {
    /** Semaphore, lock, queue, pipe: a kernel object or a cell of shared memory, with the number inside a set. */
    record Channel(KernelObject object, long number) implements SyncObject {}

    /** A pipe or socket pair without a name. */
    record Description(Site site, int copy) implements SyncObject {}

    /** A lock that lies in memory. */
    record Memory(Location location) implements SyncObject {}

    /** The fork (or thread start) of an instance. */
    record Start(ProcessInstance instance) implements SyncObject {}

    /** The end of an instance. */
    record End(ProcessInstance instance) implements SyncObject {}

    /** A lock that is known by its function pointer or handle only. */
    record Unknown(@Nullable Symbol symbol) implements SyncObject {}
}
