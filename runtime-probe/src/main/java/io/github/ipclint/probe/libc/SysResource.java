package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** {@code sys/resource.h}: what a thread has used. */
public final class SysResource {
    private static final Downcall GETRUSAGE = Downcall.ofInt("getrusage");

    private SysResource() {}

    /** Processor time of the calling thread in user and kernel mode, in microseconds. */
    public static long cpuMicrosOfThread() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment usage = arena.allocate(Abi.value("sizeof(struct rusage)"), 8);
            Downcall.result(GETRUSAGE.invoke(Abi.value("RUSAGE_THREAD"), usage.address())).orFail("getrusage");
            return micros(usage, Abi.value("offsetof(struct rusage, ru_utime)"))
                    + micros(usage, Abi.value("offsetof(struct rusage, ru_stime)"));
        }
    }

    private static long micros(MemorySegment usage, long offset) {
        return usage.get(JAVA_LONG, offset) * 1_000_000 + usage.get(JAVA_LONG, offset + Long.BYTES);
    }
}
