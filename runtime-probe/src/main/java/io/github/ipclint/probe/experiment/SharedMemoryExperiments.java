package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.QUALIFIED;
import static io.github.ipclint.probe.bench.Grade.REFUTED;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.NotHereException;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.bench.SystemV;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SysCall;
import io.github.ipclint.probe.libc.SysIpc;
import io.github.ipclint.probe.libc.SysShm;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.peer.Answer;
import io.github.ipclint.probe.peer.Counting;
import io.github.ipclint.probe.peer.Pending;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Using shared memory: who sees what, at which price, and what goes wrong without a semaphore. */
final class SharedMemoryExperiments {
    private static final int SIZE = 4096;

    private SharedMemoryExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(visible(), noCalls(), overwrites(), twoWay(), kernelSpace(), dataArea(), anyProcess(), lostUpdates(),
                synchronised(),
                semaphoreProtects(), oldOrNew(), anyByte(), semaphoreLetsOneIn());
    }

    private static Experiment visible() {
        return Experiment.of("shared-memory-is-seen-by-both", bench -> seenThere(bench, true))
                .outcome("seen", HOLDS, "a store by one process is loaded by the other")
                .outcome("not seen", REFUTED, "the other process sees another value")
                .control("not seen", bench -> seenThere(bench, false));
    }

    private static Seen seenThere(Bench bench, boolean same) {
        SystemV make = new SystemV(bench);
        int segment = make.segment(SIZE);
        long there = bench.peer().call("shmat", same ? segment : make.segment(SIZE), 0).result().value();
        make.attach(segment, SIZE).set(JAVA_INT, 0, 4711);
        long value = bench.peer().call("peek", there).result().value();
        return Seen.either(value == 4711, "seen", "not seen", "stored 4711 here, loaded " + value + " there");
    }

    private static Experiment noCalls() {
        return Experiment.of("shared-memory-has-no-intermediary", bench -> {
            MemorySegment memory = new SystemV(bench).attach(new SystemV(bench).segment(SIZE), SIZE);
            return counted(() -> memory.set(JAVA_INT, 0, memory.get(JAVA_INT, 0) + 1));
        }).outcome("no calls", HOLDS, "a thousand accesses need no call of the kernel")
                .outcome("calls", REFUTED, "accesses go through the kernel")
                .control("calls", bench -> {
                    Descriptors.Ends pipe = new Descriptors(bench).pipe();
                    return counted(() -> Descriptors.write(pipe.write(), "x"));
                });
    }

    private static Seen counted(Runnable access) throws IOException {
        long before = writes();
        for (int i = 0; i < 1000; i++) {
            access.run();
        }
        long calls = writes() - before;
        return Seen.either(calls == 0, "no calls", "calls", "1000 accesses, " + calls + " write calls of this thread");
    }

    private static long writes() throws IOException {
        Path counters = Path.of("/proc/thread-self/io");
        if (!Files.isReadable(counters)) {
            throw new NotHereException("the kernel does not count the calls of a thread");
        }
        return Files.readAllLines(counters).stream().filter(line -> line.startsWith("syscw:")).mapToLong(line -> Long.parseLong(
                line.substring(line.indexOf(' ') + 1))).sum();
    }

    private static Experiment overwrites() {
        return Experiment.of("shared-memory-is-no-queue", bench -> {
            MemorySegment memory = new SystemV(bench).attach(new SystemV(bench).segment(SIZE), SIZE);
            memory.set(JAVA_INT, 0, 1);
            memory.set(JAVA_INT, 0, 2);
            int read = memory.get(JAVA_INT, 0);
            return Seen.either(read == 2, "last only", "both", "stored 1 and 2, loaded " + read);
        }).outcome("last only", HOLDS, "it is a variable: the second value takes the place of the first")
                .outcome("both", REFUTED, "both values can be read, the first one first")
                .control("both", bench -> {
                    int queue = new SystemV(bench).queue();
                    SystemV.send(queue, 1, "1", 0);
                    SystemV.send(queue, 1, "2", 0);
                    String first = SystemV.receive(queue, 8, 0, 0).text();
                    String second = SystemV.receive(queue, 8, 0, SysIpc.IPC_NOWAIT).text();
                    return Seen.either(first.equals("1") && second.equals("2"), "both", "last only",
                            "queue: " + first + ", then " + second);
                });
    }

    private static Experiment twoWay() {
        return Experiment.of("shared-memory-two-way", bench -> store(bench, 0))
                .outcome("both ways", HOLDS, "each side sees what the other stores")
                .outcome("one way", REFUTED, "one side cannot store")
                .control("one way", bench -> store(bench, SysShm.SHM_RDONLY));
    }

    /** Stores through read(2), which reports what a store would die of. */
    private static Seen store(Bench bench, int flags) {
        SystemV make = new SystemV(bench);
        int segment = make.segment(SIZE);
        MemorySegment here = make.attach(segment, SIZE);
        here.set(JAVA_BYTE, 0, (byte) 'a');
        long there = bench.peer().call("shmat", segment, flags).result().value();
        long seen = bench.peer().call("peek", there).result().value() & 0xff;
        long mine = SysShm.shmat(segment, 0, flags).value();
        bench.atEnd(() -> SysShm.shmdt(mine));
        Descriptors.Ends pipe = new Descriptors(bench).pipe();
        Descriptors.write(pipe.write(), "b");
        Result stored = Unistd.read(pipe.read(), mine, 1);
        return Seen.either(seen == 'a' && here.get(JAVA_BYTE, 0) == 'b', "both ways", "one way", "store through the second attachment: "
                + stored.error());
    }

    private static Experiment kernelSpace() {
        return Experiment.of("shared-memory-lies-in-kernel-space", bench -> {
            int segment = new SystemV(bench).segment(SIZE);
            return readable(bench, new SystemV(bench).attach(segment, SIZE).address());
        }).outcome("user address", REFUTED, "the process itself loads from the address; the kernel only owns the object")
                .outcome("kernel address", HOLDS, "the address is closed to the process")
                .control("kernel address", bench -> readable(bench, -1L << 40));
    }

    private static Seen readable(Bench bench, long address) {
        Result result = Unistd.write(new Descriptors(bench).pipe().write(), address, 1);
        return Seen.either(result.ok(), "user address", "kernel address", (address > 0 ? "lower" : "upper") + " half of the addresses: "
                + result.error());
    }

    private static Experiment dataArea() {
        return Experiment.of("shared-memory-lies-in-the-data-area", bench -> {
            int segment = new SystemV(bench).segment(SIZE);
            return area(new SystemV(bench).attach(segment, SIZE).address());
        }).outcome("mapping of its own", REFUTED, "it lies among the mappings, far from the data that ends at the break")
                .outcome("data area", HOLDS, "it lies in the data area")
                .control("data area", _ -> area(Unistd.dataEnd() - 16));
    }

    private static Seen area(long address) throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/maps")).stream().filter(it -> contains(it, address)).findFirst().orElse("");
        boolean data = line.endsWith("[heap]");
        return Seen.either(data, "data area", "mapping of its own", "/proc/self/maps calls it "
                + (line.contains("/SYSV") ? "'/SYSV…'" : data ? "'[heap]'" : "something else"));
    }

    static boolean contains(String line, long address) {
        String[] range = line.substring(0, line.indexOf(' ')).split("-");
        return Long.parseUnsignedLong(range[0], 16) <= address && address < Long.parseUnsignedLong(range[1], 16);
    }

    private static Experiment anyProcess() {
        return Experiment.of("any-process-may-attach", bench -> attach(bench, 0))
                .outcome("EACCES", REFUTED, "the mode decides: who has no permission gets EACCES")
                .outcome("ok", HOLDS, "the segment is attached")
                .control("ok", bench -> attach(bench, 0600));
    }

    /** In a thread without capabilities, for which permissions count even if the user is root. */
    private static Seen attach(Bench bench, int mode) {
        int segment = new SystemV(bench).segment(SysIpc.IPC_PRIVATE, SIZE, mode);
        Result result = bench.begin(() -> {
            SysCall.dropCapabilitiesOfThread().orFail("capset");
            Result attached = SysShm.shmat(segment, 0, 0);
            if (attached.ok()) {
                SysShm.shmdt(attached.value());
            }
            return attached;
        }).await();
        return new Seen(result.error(), "a segment of mode " + Integer.toOctalString(mode) + ": " + result.error());
    }

    private static Experiment lostUpdates() {
        return Experiment.of("shared-memory-must-be-synchronised", bench -> updates(bench, false))
                .outcome("updates lost", HOLDS, "two processes that add to one word lose updates")
                .outcome("none lost", REFUTED, "every update counts")
                .control("none lost", bench -> updates(bench, true));
    }

    private static Experiment synchronised() {
        return Experiment.of("shared-memory-is-synchronised", bench -> updates(bench, false))
                .outcome("updates lost", REFUTED, "nothing keeps two processes apart: updates are lost")
                .outcome("none lost", HOLDS, "every update counts")
                .control("none lost", bench -> updates(bench, true));
    }

    private static Experiment semaphoreProtects() {
        return Experiment.of("semaphore-protects-data", bench -> updates(bench, true))
                .outcome("none lost", HOLDS, "with a semaphore around it no update is lost")
                .outcome("updates lost", REFUTED, "updates are lost in spite of the semaphore")
                .control("updates lost", bench -> updates(bench, false));
    }

    /** Both processes count at once; unguarded, again and again until an update is lost. */
    private static Seen updates(Bench bench, boolean guarded) {
        SystemV make = new SystemV(bench);
        int segment = make.segment(SIZE);
        MemorySegment word = make.attach(segment, SIZE);
        long there = bench.peer().call("shmat", segment, 0).result().value();
        int semaphore = guarded ? make.semaphore(1) : Counting.UNGUARDED;
        int rounds = guarded ? 5_000 : 3_000_000;
        long lost = 0;
        long total = 0;
        for (int go = 0; go < (guarded ? 1 : 30) && lost == 0; go++) {
            word.set(JAVA_INT, 0, 0);
            Pending<Answer> other = bench.peer().begin("count", there, rounds, semaphore);
            Counting.count(word.address(), rounds, semaphore);
            other.await();
            lost = 2L * rounds - word.get(JAVA_INT, 0);
            total += 2L * rounds;
        }
        return Seen.either(lost > 0, "updates lost", "none lost", lost + " of " + total + " updates lost");
    }

    private static Experiment oldOrNew() {
        return Experiment.of("shared-memory-cannot-tell-old-from-new", SharedMemoryExperiments::readTwice)
                .outcome("looks the same", HOLDS, "a value that was read before looks like a new one")
                .outcome("told apart", REFUTED, "the second read shows that the value is old")
                .control("told apart", bench -> {
                    int queue = new SystemV(bench).queue();
                    SystemV.send(queue, 1, "value", 0);
                    SystemV.receive(queue, 16, 0, 0);
                    Result second = SystemV.receive(queue, 16, 0, SysIpc.IPC_NOWAIT).result();
                    return Seen.either(second.ok(), "looks the same", "told apart", "queue: the second receive gives " + second.error());
                });
    }

    static Seen readTwice(Bench bench) {
        SystemV make = new SystemV(bench);
        int segment = make.segment(SIZE);
        make.attach(segment, SIZE).set(JAVA_INT, 0, 7);
        long there = bench.peer().call("shmat", segment, 0).result().value();
        long first = bench.peer().call("peek", there).result().value();
        long second = bench.peer().call("peek", there).result().value();
        return Seen.either(first == second, "looks the same", "told apart", "stored 7 once, loaded " + first + " and " + second);
    }

    private static Experiment anyByte() {
        return Experiment.of("shared-memory-unit-is-a-structure", bench -> {
            SystemV make = new SystemV(bench);
            int segment = make.segment(SIZE);
            make.attach(segment, SIZE).set(JAVA_BYTE, 2, (byte) 1);
            long value = bench.peer().call("peek", bench.peer().call("shmat", segment, 0).result().value()).result().value();
            return Seen.either(value == 0x10000, "any byte", "whole units", "one byte of four stored, the other process loads "
                    + Long.toHexString(value));
        }).outcome("any byte", REFUTED, "memory has no units: a single byte changes and is seen")
                .outcome("whole units", HOLDS, "only whole structures are exchanged")
                .control("whole units", bench -> {
                    int queue = new SystemV(bench).queue();
                    SystemV.send(queue, 1, "four", 0);
                    Result part = SystemV.receive(queue, 1, 0, SysIpc.IPC_NOWAIT).result();
                    return Seen.either(part.ok(), "any byte", "whole units", "queue: one byte of four asked for: " + part.error());
                });
    }

    private static Experiment semaphoreLetsOneIn() {
        return Experiment.of("semaphore-lets-one-process-in", bench -> admitted(bench, 2))
                .outcome("several", QUALIFIED, "as many as its value says get in, and only those are kept out who ask")
                .outcome("one", HOLDS, "only one gets in")
                .control("one", bench -> admitted(bench, 1));
    }

    private static Seen admitted(Bench bench, int value) {
        SystemV make = new SystemV(bench);
        int semaphore = make.semaphore(value);
        Result here = make.change(semaphore, -1, SysIpc.IPC_NOWAIT);
        Result there = bench.peer().call("semop", semaphore, -1, SysIpc.IPC_NOWAIT).result();
        Result third = make.change(semaphore, -1, SysIpc.IPC_NOWAIT);
        return Seen.either(here.ok() && there.ok(), "several", "one", "a semaphore of " + value + ": first " + here.error() + ", second "
                + there.error() + ", third " + third.error());
    }
}
