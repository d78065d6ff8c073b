package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** {@code sched.h}: on which processors a thread may run. */
public final class Sched {
    private static final Downcall GET = Downcall.ofInt("sched_getaffinity");
    private static final Downcall SET = Downcall.ofInt("sched_setaffinity");

    private Sched() {}

    /** The processors that the calling thread may use. */
    public static List<Integer> processors() {
        try (Arena arena = Arena.ofConfined()) {
            int size = Abi.value("sizeof(cpu_set_t)");
            MemorySegment set = arena.allocate(size, 8);
            Downcall.result(GET.invoke(0, size, set.address())).orFail("sched_getaffinity");
            List<Integer> processors = new ArrayList<>();
            for (int i = 0; i < size * 8; i++) {
                if ((set.getAtIndex(JAVA_LONG, i / 64) >>> i % 64 & 1) != 0) {
                    processors.add(i);
                }
            }
            return processors;
        }
    }

    /** Allows the calling thread these processors only. */
    public static void pin(List<Integer> processors) {
        try (Arena arena = Arena.ofConfined()) {
            int size = Abi.value("sizeof(cpu_set_t)");
            MemorySegment set = arena.allocate(size, 8);
            for (int processor : processors) {
                long word = set.getAtIndex(JAVA_LONG, processor / 64);
                set.setAtIndex(JAVA_LONG, processor / 64, word | 1L << processor % 64);
            }
            Downcall.result(SET.invoke(0, size, set.address())).orFail("sched_setaffinity");
        }
    }
}
