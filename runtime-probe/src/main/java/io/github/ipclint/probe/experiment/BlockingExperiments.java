package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.NOT_OBSERVABLE;
import static io.github.ipclint.probe.bench.Grade.QUALIFIED;
import static io.github.ipclint.probe.bench.Grade.REFUTED;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.Descriptors.Ends;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.bench.Sockets;
import io.github.ipclint.probe.bench.SystemV;
import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Mqueue;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SysIpc;
import io.github.ipclint.probe.libc.SysSocket;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.peer.Pending;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Waiting: calls that block, calls that do not, and how much a channel takes before they do. */
final class BlockingExperiments {
    /** A channel that takes more than this has no bound that matters. */
    private static final long ENOUGH = 16 << 20;

    private BlockingExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(readBlocks(), writeBlocks(), bothModes(), flagOnFile(), flagAtOpen(), flagIsShared(), noBuffer(), bounded(),
                unbounded());
    }

    private static Experiment readBlocks() {
        return Experiment.of("read-of-nothing-blocks", bench -> read(new Descriptors(bench), bench, ""))
                .outcome("blocks", HOLDS, "read waits while there is nothing to read")
                .outcome("returns", REFUTED, "read came back")
                .control("returns", bench -> read(new Descriptors(bench), bench, "x"));
    }

    private static Seen read(Descriptors make, Bench bench, String content) {
        Ends ends = make.pipe();
        if (!content.isEmpty()) {
            Descriptors.write(ends.write(), content);
        }
        MemorySegment buffer = bench.buffer(8);
        Pending<Result> call = bench.begin(() -> Unistd.read(ends.read(), buffer, 8));
        return PipeExperiments.blocks(call, () -> Descriptors.write(ends.write(), "y"), "read");
    }

    private static Experiment writeBlocks() {
        return Experiment.of("write-to-full-pipe-blocks", bench -> write(bench, true))
                .outcome("blocks", HOLDS, "write waits while there is no room")
                .outcome("returns", REFUTED, "write came back")
                .control("returns", bench -> write(bench, false));
    }

    private static Seen write(Bench bench, boolean full) {
        Ends ends = new Descriptors(bench).pipe();
        if (full) {
            Descriptors.fill(ends.write());
        }
        Pending<Result> call = bench.begin(() -> Descriptors.write(ends.write(), "one more"));
        return PipeExperiments.blocks(call, () -> PipeExperiments.drain(ends.read()), "write");
    }

    private static Experiment bothModes() {
        return Experiment.of("nonblocking-read-of-nothing", bench -> emptyRead(bench, Fcntl.O_NONBLOCK))
                .outcome("returns", HOLDS, "with O_NONBLOCK the call returns EAGAIN instead of waiting")
                .outcome("blocks", REFUTED, "the call waited all the same")
                .control("blocks", bench -> emptyRead(bench, 0));
    }

    private static Seen emptyRead(Bench bench, int flags) {
        Ends ends = new Descriptors(bench).pipe(flags);
        MemorySegment buffer = bench.buffer(8);
        return PipeExperiments.blocks(bench.begin(() -> Unistd.read(ends.read(), buffer, 8)),
                () -> Descriptors.write(ends.write(), "y"), "read");
    }

    private static Experiment flagOnFile() {
        return Experiment.of("nonblocking-set-by-fcntl", bench -> {
            Descriptors make = new Descriptors(bench);
            return effect(make.open(make.file("f", ""), Fcntl.O_RDONLY));
        }).outcome("no effect", QUALIFIED, "on a regular file the flag is stored and changes nothing")
                .outcome("effect", HOLDS, "the flag makes the call return EAGAIN")
                .control("effect", bench -> effect(new Descriptors(bench).pipe().read()));
    }

    private static Experiment flagAtOpen() {
        return Experiment.of("nonblocking-set-at-open", bench -> {
            Descriptors make = new Descriptors(bench);
            return effect(make.open(make.file("f", ""), Fcntl.O_RDONLY | Fcntl.O_NONBLOCK));
        }).outcome("no effect", QUALIFIED, "on a regular file the flag changes nothing")
                .outcome("effect", HOLDS, "the flag makes the call return EAGAIN")
                .control("effect", bench -> {
                    Descriptors make = new Descriptors(bench);
                    String fifo = make.fifo("fifo");
                    int reader = make.open(fifo, Fcntl.O_RDONLY | Fcntl.O_NONBLOCK);
                    make.open(fifo, Fcntl.O_WRONLY);
                    return effect(reader);
                });
    }

    private static Seen effect(int fd) {
        Descriptors.setNonBlocking(fd);
        String read = Descriptors.read(fd, 8);
        return Seen.either(read.equals("EAGAIN"), "effect", "no effect",
                "O_NONBLOCK set, nothing to read: " + (read.isEmpty() ? "0" : read));
    }

    private static Experiment flagIsShared() {
        return Experiment.of("nonblocking-belongs-to-descriptor", bench -> {
            Ends ends = new Descriptors(bench).pipe();
            int copy = bench.owned(Unistd.dup(ends.read()).number());
            Descriptors.setNonBlocking(ends.read());
            return Seen.either(Descriptors.read(copy, 1).equals("EAGAIN"), "shared", "own", "O_NONBLOCK set on one, read by its duplicate");
        }).outcome("shared", QUALIFIED, "the flag is one of the open file: all descriptors of it change")
                .outcome("own", HOLDS, "the flag is one of the descriptor alone")
                .control("own", bench -> {
                    Ends ends = new Descriptors(bench).pipe();
                    int copy = bench.owned(Unistd.dup(ends.read()).number());
                    boolean set = (Fcntl.fcntl(copy, Fcntl.F_GETFD, 0).number() & Fcntl.FD_CLOEXEC) != 0;
                    return Seen.either(set, "shared", "own", "FD_CLOEXEC is set on one, and " + (set ? "" : "not ") + "on its duplicate");
                });
    }

    private static Experiment noBuffer() {
        return Experiment.of("sender-waits-for-receiver", bench -> {
            Ends ends = new Descriptors(bench).pipe();
            Result size = Fcntl.fcntl(ends.write(), Fcntl.F_SETPIPE_SZ, 0);
            Seen seen = PipeExperiments.blocks(bench.begin(() -> Descriptors.write(ends.write(), "x")), () -> {}, "write");
            return new Seen(seen.outcome(), "a pipe of size 0 asked for has " + size + " bytes; " + seen.detail());
        }).outcome("returns", NOT_OBSERVABLE, "no channel here is without a buffer: the smallest pipe has a page")
                .outcome("blocks", HOLDS, "the sender waits for the receiver")
                .control("blocks", bench -> {
                    Descriptors make = new Descriptors(bench);
                    String fifo = make.fifo("fifo");
                    return PipeExperiments.blocks(bench.begin(() -> make.tryOpen(fifo, Fcntl.O_WRONLY)),
                            () -> make.open(fifo, Fcntl.O_RDONLY | Fcntl.O_NONBLOCK), "openat");
                });
    }

    private static Experiment bounded() {
        return Experiment.of("full-queue-blocks-sender", bench -> queue(bench, true))
                .outcome("blocks", HOLDS, "the sender waits when the buffer is full")
                .outcome("returns", REFUTED, "the sender did not wait")
                .control("returns", bench -> queue(bench, false));
    }

    private static Seen queue(Bench bench, boolean full) {
        int queue = new SystemV(bench).queue();
        int sent = 0;
        while (full && SystemV.send(queue, 1, "0123456789abcdef", SysIpc.IPC_NOWAIT).ok()) {
            sent++;
        }
        Seen seen = PipeExperiments.blocks(bench.begin(() -> SystemV.send(queue, 1, "one more", 0)),
                () -> SystemV.receive(queue, 16, 0, 0), "msgsnd");
        return new Seen(seen.outcome(), sent * 16 + " bytes in the queue; " + seen.detail());
    }

    private static Experiment unbounded() {
        return Experiment.of("channel-without-bound", BlockingExperiments::allChannels)
                .outcome("gets full", REFUTED, "every channel of the kernel has a bound")
                .outcome("never full", HOLDS, "a channel took more than 16 MiB")
                .control("never full", bench -> {
                    Descriptors make = new Descriptors(bench);
                    int file = make.open(make.file("f", ""), Fcntl.O_WRONLY);
                    return verdict(List.of("file " + untilFull(() -> Descriptors.write(file, "x".repeat(4096)))));
                });
    }

    private static Seen allChannels(Bench bench) {
        Descriptors make = new Descriptors(bench);
        List<String> limits = new ArrayList<>();
        limits.add("pipe " + Descriptors.fill(make.pipe().write()));
        limits.add("FIFO " + Descriptors.fill(make.open(make.fifo("fifo"), Fcntl.O_RDWR)));
        limits.add("UNIX stream " + Descriptors.fill(make.socketPair(SysSocket.SOCK_STREAM).write()));
        limits.add("UNIX datagram " + Descriptors.fill(make.socketPair(SysSocket.SOCK_DGRAM).write()));
        limits.add("TCP " + untilFull(tcp(bench)));
        int queue = new SystemV(bench).queue();
        limits.add("System V queue " + untilFull(() -> SystemV.send(queue, 1, "x".repeat(4096), SysIpc.IPC_NOWAIT)));
        limits.add("POSIX queue " + untilFull(mq(bench)));
        return verdict(limits);
    }

    private static Seen verdict(List<String> limits) {
        return Seen.either(limits.stream().anyMatch(it -> it.endsWith("no bound")), "never full", "gets full", String.join(", ", limits));
    }

    private static Supplier<Result> tcp(Bench bench) {
        Ends connection = new Sockets(bench).connection();
        Descriptors.setNonBlocking(connection.write());
        return () -> Descriptors.write(connection.write(), "x".repeat(4096));
    }

    private static Supplier<Result> mq(Bench bench) {
        String name = bench.objectName();
        int flags = Fcntl.O_CREAT | Fcntl.O_EXCL | Fcntl.O_RDWR | Fcntl.O_NONBLOCK;
        int queue = bench.owned(Mqueue.open(name, flags, 0600, 4, 4096).orFail("mq_open").number());
        Mqueue.unlink(name);
        MemorySegment message = bench.buffer(4096);
        return () -> Mqueue.send(queue, message, 4096, 0);
    }

    private static String untilFull(Supplier<Result> write) {
        long total = 0;
        while (total < ENOUGH) {
            if (!write.get().ok()) {
                return Long.toString(total);
            }
            total += 4096;
        }
        return "no bound";
    }
}
