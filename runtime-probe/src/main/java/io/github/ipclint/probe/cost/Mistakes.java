package io.github.ipclint.probe.cost;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.SystemV;
import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.SysIpc;
import io.github.ipclint.probe.libc.SysMsg;
import io.github.ipclint.probe.libc.SysResource;
import io.github.ipclint.probe.libc.SysShm;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.peer.Answer;
import io.github.ipclint.probe.peer.Counting;
import io.github.ipclint.probe.peer.Peer;
import io.github.ipclint.probe.peer.Pending;
import io.github.ipclint.probe.process.Shell;
import io.github.ipclint.probe.process.Task;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes mistakes on purpose and measures what each of them costs. */
final class Mistakes {
    private static final long SPIN_NANOS = 500_000_000;
    private static final int MESSAGES = 1000;

    private Mistakes() {}

    static List<Mistake> all(Bench bench) {
        return List.of(spin(bench), leftObjects(bench), blocked(bench), lostMessages(bench), tornReads(bench), lostUpdates(bench));
    }

    private static Mistake spin(Bench bench) {
        Descriptors make = new Descriptors(bench);
        String fifo = make.fifo("fifo");
        int reader = make.open(fifo, Fcntl.O_RDONLY | Fcntl.O_NONBLOCK);
        Unistd.close(Fcntl.open(fifo, Fcntl.O_WRONLY | Fcntl.O_CLOEXEC, 0).orFail("open").number());
        Fcntl.fcntl(reader, Fcntl.F_SETFL, 0).orFail("fcntl");
        MemorySegment buffer = bench.buffer(128);
        long cpu = SysResource.cpuMicrosOfThread();
        long start = System.nanoTime();
        long reads = 0;
        while (System.nanoTime() - start < SPIN_NANOS) {
            for (int i = 0; i < 1000; i++) {
                reads += Unistd.read(reader, buffer, 128).value() == 0 ? 1 : 0;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = (SysResource.cpuMicrosOfThread() - cpu) / 1e6 / seconds;
        return new Mistake("fifo-rdonly-spin", String.format(Locale.ROOT,
                "%.2f CPU seconds burnt each second, %,.0f reads that return 0 each second", used, reads / seconds),
                used, 1, "CPU second burnt each second", reads);
    }

    /** A program that makes one of each kind and ends, in a process of its own; what it left is counted and then removed. */
    private static Mistake leftObjects(Bench bench) {
        int key = bench.key();
        int flags = SysIpc.IPC_CREAT | SysIpc.IPC_EXCL | 0600;
        int queue;
        int segment;
        try (Peer program = Peer.start()) {
            segment = program.call("shmget", key, 1024, flags).number();
            queue = program.call("msgget", key, flags).number();
            bench.atEnd(() -> SysShm.remove(segment));
            bench.atEnd(() -> SysMsg.remove(queue));
            program.call("poke", program.call("shmat", segment, 0).result().value(), 1);
            program.call("msgsnd", queue, 5, "This is MQ!", 0);
        }
        long bytes = (SysShm.stat(segment).size() + Unistd.pageSize() - 1) / Unistd.pageSize() * Unistd.pageSize();
        long messages = SysMsg.stat(queue).messages();
        return new Mistake("missing-ipc-rmid",
                "each run under a new key leaves 1 segment with " + bytes + " bytes of memory and 1 queue with "
                        + messages + " message, after its last process ended",
                (bytes > 0 ? 1 : 0) + (messages > 0 ? 1 : 0), 2, "kernel objects left by each run", 1);
    }

    /** The same program twice: once it inherits the write end of the pipe that it reads to the end, once it does not. */
    private static Mistake blocked(Bench bench) {
        boolean wrong = endsWith(bench, true);
        boolean right = endsWith(bench, false);
        String cost = "a reader that keeps the write end " + (wrong ? "ended" : "rests in read for ever, 1 process blocked")
                + "; without that end it " + (right ? "ends at once" : "rests, too");
        return new Mistake("pipe-unclosed-end", cost, right && !wrong ? 1 : 0, 1, "reader blocked for ever", 1);
    }

    /** Whether a reader of a pipe, whose other writers are gone, comes to its end. */
    private static boolean endsWith(Bench bench, boolean keepsWriteEnd) {
        int[] ends = new int[2];
        Unistd.pipe2(ends, Fcntl.O_CLOEXEC).orFail("pipe2");
        int write = Fcntl.fcntl(ends[1], Fcntl.F_DUPFD_CLOEXEC, 64).orFail("fcntl").number();
        int read = bench.owned(Fcntl.fcntl(ends[0], Fcntl.F_DUPFD_CLOEXEC, 64).orFail("fcntl").number());
        Shell shell = bench.startShell("echo ready; exec cat <&3", keepsWriteEnd ? Map.of(3, read, 4, write) : Map.of(3, read));
        List.of(ends[0], ends[1], write).forEach(Unistd::close);
        shell.awaitLine("ready");
        Task task = new Task(shell.pid(), shell.pid());
        List<String> reading = List.of("read");
        return !bench.eventually(() -> shell.child().poll().isPresent() || task.rests(reading)) || shell.child().poll().isPresent();
    }

    /** Messages of 136 bytes sent with IPC_NOWAIT and an unchecked result, while nobody receives. */
    private static Mistake lostMessages(Bench bench) {
        int queue = new SystemV(bench).queue();
        int kept = 0;
        for (int i = 0; i < MESSAGES; i++) {
            kept += SystemV.send(queue, 5, "x".repeat(136), SysIpc.IPC_NOWAIT).ok() ? 1 : 0;
        }
        return new Mistake("unchecked-result",
                "of " + MESSAGES + " messages of 136 bytes sent with IPC_NOWAIT to a slow receiver " + kept + " are kept and "
                        + (MESSAGES - kept) + " lost without a word",
                MESSAGES - kept, MESSAGES, "messages lost", MESSAGES);
    }

    private static Mistake tornReads(Bench bench) {
        SystemV make = new SystemV(bench);
        int segment = make.segment(4096);
        long mine = make.attach(segment, 4096).address();
        long theirs = bench.peer().call("shmat", segment, 0).result().value();
        int rounds = 3_000_000;
        Pending<Answer> writer = bench.peer().begin("pairs", theirs, rounds, Counting.UNGUARDED);
        long torn = Counting.tornPairs(mine, rounds, Counting.UNGUARDED);
        writer.await();
        int semaphore = make.semaphore(1);
        Pending<Answer> guarded = bench.peer().begin("pairs", theirs, 5_000, semaphore);
        long tornGuarded = Counting.tornPairs(mine, 5_000, semaphore);
        guarded.await();
        String cost = perMillion(torn, rounds) + " without a semaphore, " + perMillion(tornGuarded, 5_000) + " with one";
        return new Mistake("shm-unsynchronized-access", cost, torn, rounds, "reads torn", rounds);
    }

    private static String perMillion(long torn, int rounds) {
        return torn == 0
                ? "0 torn reads seen in " + String.format(Locale.ROOT, "%,d", rounds)
                : String.format(Locale.ROOT, torn < rounds / 10_000 ? "%,.1f torn reads per million" : "%,.0f torn reads per million",
                        torn * 1e6 / rounds);
    }

    private static Mistake lostUpdates(Bench bench) {
        SystemV make = new SystemV(bench);
        int segment = make.segment(4096);
        MemorySegment word = make.attach(segment, 4096);
        long theirs = bench.peer().call("shmat", segment, 0).result().value();
        int rounds = 3_000_000;
        Pending<Answer> other = bench.peer().begin("count", theirs, rounds, Counting.UNGUARDED);
        Counting.count(word.address(), rounds, Counting.UNGUARDED);
        other.await();
        long lost = 2L * rounds - word.get(JAVA_INT, 0);
        String cost = String.format(Locale.ROOT, "%,d of %,d updates of a shared counter lost", lost, 2L * rounds);
        return new Mistake("shm-unsynchronized-access", cost, lost, 2L * rounds, "updates lost", 2L * rounds);
    }
}
