package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** {@code sys/syscall.h}: what has no function in the C library, and the calls that act on one thread. */
public final class SysCall {
    private static final long FUTEX = Abi.value("SYS_futex");
    private static final Downcall SYSCALL = Downcall.variadic("syscall", JAVA_LONG, 1);
    private static final Downcall PROCESS_VM_READV = Downcall.ofLong("process_vm_readv");

    private SysCall() {}

    /** Sleeps while the word at the address has the given value ({@code futex(2)}). */
    public static Result futexWait(MemorySegment word, int value) {
        return Downcall.result(SYSCALL.invoke(FUTEX, word.address(), Abi.value("FUTEX_WAIT"), value, 0));
    }

    /** Wakes sleepers at the address; the result is how many. */
    public static Result futexWake(MemorySegment word, int count) {
        return Downcall.result(SYSCALL.invoke(FUTEX, word.address(), Abi.value("FUTEX_WAKE"), count, 0));
    }

    public static int gettid() {
        return (int) SYSCALL.invoke(Abi.value("SYS_gettid"));
    }

    /** Sends a signal to one thread of this process. */
    public static Result tgkill(int process, int thread, int signal) {
        return Downcall.result(SYSCALL.invoke(Abi.value("SYS_tgkill"), process, thread, signal));
    }

    /** Compares two descriptors of two processes: 0 when they refer to one open file description ({@code kcmp(2)}). */
    public static Result compareFiles(int process, int other, int fd, int otherFd) {
        return Downcall.result(SYSCALL.invoke(Abi.value("SYS_kcmp"), process, other, Abi.value("KCMP_FILE"), fd, otherFd));
    }

    /** Drops all capabilities of the calling thread only; other threads keep theirs. */
    public static Result dropCapabilitiesOfThread() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment header = arena.allocate(JAVA_INT, 2);
            header.setAtIndex(JAVA_INT, 0, Abi.value("_LINUX_CAPABILITY_VERSION_3"));
            MemorySegment sets = arena.allocate(JAVA_INT, 6);
            return Downcall.result(SYSCALL.invoke(Abi.value("SYS_capset"), header.address(), sets.address()));
        }
    }

    /** Copies from the memory of another process ({@code process_vm_readv(2)}); the result is how many bytes. */
    public static Result readMemory(int process, long address, MemorySegment into) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment local = vector(arena, into.address(), into.byteSize());
            MemorySegment remote = vector(arena, address, into.byteSize());
            return Downcall.result(PROCESS_VM_READV.invoke(process, local.address(), 1, remote.address(), 1, 0));
        }
    }

    private static MemorySegment vector(Arena arena, long address, long size) {
        MemorySegment vector = arena.allocate(Abi.value("sizeof(struct iovec)"), 8);
        vector.set(JAVA_LONG, 0, address);
        vector.set(JAVA_LONG, Abi.value("offsetof(struct iovec, iov_len)"), size);
        return vector;
    }
}
