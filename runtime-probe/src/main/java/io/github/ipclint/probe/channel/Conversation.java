package io.github.ipclint.probe.channel;

import io.github.ipclint.probe.libc.Sched;
import io.github.ipclint.probe.libc.SysResource;
import java.util.List;

/** What both sides of a link do, on processors of their own choice. */
public final class Conversation {
    private Conversation() {}

    /** Answers so many messages; returns the processor time that it took, in microseconds. */
    public static long answer(Link link, int rounds, int processor) {
        return pinned(processor, () -> {
            long before = SysResource.cpuMicrosOfThread();
            for (int i = 0; i < rounds; i++) {
                link.receive();
                link.send();
            }
            return SysResource.cpuMicrosOfThread() - before;
        });
    }

    /** Sends so many messages and waits for each answer; returns the processor time. The array gets the time of each in nanoseconds. */
    public static long ask(Link link, long[] nanoseconds, int processor) {
        return pinned(processor, () -> {
            long cpu = SysResource.cpuMicrosOfThread();
            long before = System.nanoTime();
            for (int i = 0; i < nanoseconds.length; i++) {
                link.send();
                link.receive();
                long after = System.nanoTime();
                nanoseconds[i] = after - before;
                before = after;
            }
            return SysResource.cpuMicrosOfThread() - cpu;
        });
    }

    /** Receives so many messages and then answers once; returns the processor time. */
    public static long collect(Link link, int messages, int processor) {
        return pinned(processor, () -> {
            long before = SysResource.cpuMicrosOfThread();
            for (int i = 0; i < messages; i++) {
                link.receive();
            }
            link.send();
            return SysResource.cpuMicrosOfThread() - before;
        });
    }

    /** Sends so many messages and waits until the other side has them all; returns the nanoseconds that this took. */
    public static long stream(Link link, int messages, int processor) {
        return pinned(processor, () -> {
            long before = System.nanoTime();
            for (int i = 0; i < messages; i++) {
                link.send();
            }
            link.receive();
            return System.nanoTime() - before;
        });
    }

    /** Something that is done on one processor. */
    private interface Work {
        long run();
    }

    private static long pinned(int processor, Work work) {
        List<Integer> before = Sched.processors();
        Sched.pin(List.of(processor));
        try {
            return work.run();
        } finally {
            Sched.pin(before);
        }
    }
}
