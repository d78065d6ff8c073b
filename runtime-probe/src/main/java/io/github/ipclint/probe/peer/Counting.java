package io.github.ipclint.probe.peer;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.ipclint.probe.libc.SysMman;
import io.github.ipclint.probe.libc.SysSem;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/** What two processes do at once to one piece of shared memory, with and without a semaphore. */
public final class Counting {
    /** In place of a semaphore's id: nothing keeps the processes apart. */
    public static final int UNGUARDED = -1;

    private static final VarHandle WORD = JAVA_INT.varHandle();

    private Counting() {}

    /** Adds 1 so many times to the word at the address by a load and a store, as {@code ++} in C does; returns the number of rounds. */
    public static long count(long address, int rounds, int semaphore) {
        MemorySegment word = SysMman.at(address, Integer.BYTES);
        guarded(semaphore, rounds, _ -> WORD.setOpaque(word, 0L, (int) WORD.getOpaque(word, 0L) + 1));
        return rounds;
    }

    /** Writes the same number into two words that belong together, so many times. */
    public static long writePairs(long address, int rounds, int semaphore) {
        MemorySegment pair = SysMman.at(address, 2L * Integer.BYTES);
        guarded(semaphore, rounds, round -> {
            WORD.setOpaque(pair, 0L, round);
            WORD.setOpaque(pair, (long) Integer.BYTES, round);
        });
        return rounds;
    }

    /** Reads the pair so many times; returns how often its halves did not belong together. */
    public static long tornPairs(long address, int rounds, int semaphore) {
        MemorySegment pair = SysMman.at(address, 2L * Integer.BYTES);
        long[] torn = {0};
        guarded(semaphore, rounds, _ -> {
            int first = (int) WORD.getOpaque(pair, 0L);
            if (first != (int) WORD.getOpaque(pair, (long) Integer.BYTES)) {
                torn[0]++;
            }
        });
        return torn[0];
    }

    /** One round of work. */
    private interface Round {
        void run(int number);
    }

    private static void guarded(int semaphore, int rounds, Round round) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment enter = SysSem.operation(arena, 0, -1, 0);
            MemorySegment leave = SysSem.operation(arena, 0, 1, 0);
            for (int i = 0; i < rounds; i++) {
                if (semaphore != UNGUARDED) {
                    SysSem.semop(semaphore, enter).orFail("semop");
                }
                round.run(i);
                if (semaphore != UNGUARDED) {
                    SysSem.semop(semaphore, leave).orFail("semop");
                }
            }
        }
    }
}
