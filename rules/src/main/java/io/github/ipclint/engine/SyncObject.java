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

    /** Being the one process that has created the object: acquired by an exclusive creation, never released. */
    record Creator(KernelObject object) implements SyncObject {}

    /** A lock that is known by its function pointer or handle only. */
    record Unknown(@Nullable Symbol symbol) implements SyncObject {}

    /** Start and end of a process happen once: what comes before them does so in all its rounds. */
    default boolean happensOnce() {
        return this instanceof Start || this instanceof End;
    }

    /**
     * Semaphores and locks are one token that goes from hand to hand: once it is given, a later gift is another round's. Messages
     * queue up instead.
     */
    default boolean isToken() {
        return switch (this) {
            case Channel(KernelObject object, long ignored) -> switch (object.namespace()) {
                case SYSV_SEM, POSIX_SEM, SYSV_SHM, POSIX_SHM -> true;
                case SYSV_MSG, POSIX_MQ, FILE, PORT -> false;
            };
            case Memory ignored -> true;
            case Description ignored -> false;
            case Start ignored -> true;
            case End ignored -> true;
            case Unknown ignored -> false;
            case Creator ignored -> false;
        };
    }
}
