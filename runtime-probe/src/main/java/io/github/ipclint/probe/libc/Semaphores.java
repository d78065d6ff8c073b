package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** {@code semaphore.h}: POSIX semaphores, unnamed in shared memory and named. */
public final class Semaphores {
    private static final Downcall INIT = Downcall.ofInt("sem_init");
    private static final Downcall WAIT = Downcall.ofInt("sem_wait");
    private static final Downcall TRY_WAIT = Downcall.ofInt("sem_trywait");
    private static final Downcall POST = Downcall.ofInt("sem_post");
    private static final Downcall OPEN = Downcall.variadic("sem_open", JAVA_LONG, 2);
    private static final Downcall UNLINK = Downcall.ofInt("sem_unlink");
    private static final Downcall CLOSE = Downcall.ofInt("sem_close");

    private Semaphores() {}

    /** Bytes that a semaphore takes. */
    public static long size() {
        return Abi.value("sizeof(sem_t)");
    }

    public static Result init(MemorySegment semaphore, int value) {
        return Downcall.result(INIT.invoke(semaphore.address(), 1, value));
    }

    public static Result await(MemorySegment semaphore) {
        return Downcall.result(WAIT.invoke(semaphore.address()));
    }

    public static Result tryWait(MemorySegment semaphore) {
        return Downcall.result(TRY_WAIT.invoke(semaphore.address()));
    }

    public static Result post(MemorySegment semaphore) {
        return Downcall.result(POST.invoke(semaphore.address()));
    }

    /** Opens a named semaphore; the result is its address. */
    public static Result open(String name, int flags, int mode, int value) {
        try (Arena arena = Arena.ofConfined()) {
            return Downcall.pointer(OPEN.invoke(arena.allocateFrom(name).address(), flags, mode, value));
        }
    }

    public static Result unlink(String name) {
        try (Arena arena = Arena.ofConfined()) {
            return Downcall.result(UNLINK.invoke(arena.allocateFrom(name).address()));
        }
    }

    public static Result close(long address) {
        return Downcall.result(CLOSE.invoke(address));
    }
}
