package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.QUALIFIED;
import static io.github.ipclint.probe.bench.Grade.REFUTED;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.Descriptors.Ends;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SysSocket;
import io.github.ipclint.probe.libc.SysStat;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.peer.Pending;
import java.lang.foreign.MemorySegment;
import java.util.stream.Stream;

/** FIFOs: opening, the last writer's end, and the name. */
final class FifoExperiments {
    private FifoExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(openForReading(), openForWriting(), nonBlockingRead(), nonBlockingWrite(), eitherReadOrWrite(), halfDuplex(),
                oneWay(),
                unrelated(), severalWriters(), typeP(), secondMkfifo(), echo(), garbage(), endlessLoop(), bothModesBlock(), image(),
                stream(),
                medium());
    }

    private static Experiment openForReading() {
        return Experiment.of("fifo-open-for-reading-waits", bench -> open(bench, Fcntl.O_RDONLY, false))
                .outcome("blocks", HOLDS, "open waits for a writer")
                .outcome("returns", REFUTED, "open did not wait")
                .control("returns", bench -> open(bench, Fcntl.O_RDONLY, true));
    }

    private static Experiment openForWriting() {
        return Experiment.of("fifo-open-for-writing-waits", bench -> open(bench, Fcntl.O_WRONLY, false))
                .outcome("blocks", HOLDS, "open waits for a reader")
                .outcome("returns", REFUTED, "open did not wait")
                .control("returns", bench -> open(bench, Fcntl.O_WRONLY, true));
    }

    private static Experiment nonBlockingRead() {
        return Experiment.of("fifo-nonblocking-open-for-reading", bench -> open(bench, Fcntl.O_RDONLY | Fcntl.O_NONBLOCK, false))
                .outcome("returns", HOLDS, "open gives a descriptor at once, without a writer")
                .outcome("blocks", REFUTED, "open waited")
                .control("blocks", bench -> open(bench, Fcntl.O_RDONLY, false));
    }

    private static Seen open(Bench bench, int flags, boolean otherSide) {
        Descriptors make = new Descriptors(bench);
        String fifo = make.fifo("fifo");
        if (otherSide) {
            make.open(fifo, Fcntl.O_RDWR);
        }
        Pending<Result> call = bench.begin(() -> make.tryOpen(fifo, flags));
        return PipeExperiments.blocks(call, () -> make.open(fifo, Fcntl.O_RDWR), "openat");
    }

    private static Experiment nonBlockingWrite() {
        return Experiment.of("fifo-nonblocking-open-for-writing", bench -> openForWriting(bench, false))
                .outcome("ENXIO", HOLDS, "without a reader the open fails with ENXIO")
                .outcome("opens", REFUTED, "the open succeeded without a reader")
                .control("opens", bench -> openForWriting(bench, true));
    }

    private static Seen openForWriting(Bench bench, boolean reader) {
        Descriptors make = new Descriptors(bench);
        String fifo = make.fifo("fifo");
        if (reader) {
            make.open(fifo, Fcntl.O_RDONLY | Fcntl.O_NONBLOCK);
        }
        Result result = make.tryOpen(fifo, Fcntl.O_WRONLY | Fcntl.O_NONBLOCK);
        return new Seen(result.ok() ? "opens" : result.error(), "open: " + result.error());
    }

    private static Experiment eitherReadOrWrite() {
        return Experiment.of("fifo-open-for-one-direction-only", bench -> both(bench, Fcntl.O_RDWR))
                .outcome("both directions", REFUTED, "Linux opens a FIFO for both directions at once, which POSIX leaves undefined")
                .outcome("one direction", HOLDS, "the FIFO serves one direction for each descriptor")
                .control("one direction", bench -> both(bench, Fcntl.O_RDONLY | Fcntl.O_NONBLOCK));
    }

    private static Seen both(Bench bench, int flags) {
        Descriptors make = new Descriptors(bench);
        Result opened = make.tryOpen(make.fifo("fifo"), flags);
        Result written = Descriptors.write(opened.number(), "x");
        return Seen.either(opened.ok() && written.ok() && Descriptors.read(opened.number(), 1).equals("x"), "both directions",
                "one direction",
                "open: " + opened.error() + ", write: " + written.error());
    }

    private static Experiment halfDuplex() {
        return Experiment.of("fifo-half-duplex", bench -> {
            Descriptors make = new Descriptors(bench);
            int fd = make.open(make.fifo("fifo"), Fcntl.O_RDWR);
            return turn(fd);
        }).outcome("own data comes back", QUALIFIED, "it is simplex: there is no turn to take, one reads what one wrote oneself")
                .outcome("stays apart", HOLDS, "each side reads only what the other wrote")
                .control("stays apart", bench -> turn(new Descriptors(bench).socketPair(SysSocket.SOCK_STREAM).read()));
    }

    private static Seen turn(int fd) {
        Descriptors.setNonBlocking(fd);
        Descriptors.write(fd, "mine");
        String read = Descriptors.read(fd, 8);
        return Seen.either(read.equals("mine"), "own data comes back", "stays apart", "wrote 'mine', read " + read);
    }

    private static Experiment oneWay() {
        return Experiment.of("fifo-one-way", bench -> way(bench, Fcntl.O_RDONLY | Fcntl.O_NONBLOCK))
                .outcome("one way", HOLDS, "the reader's descriptor refuses to write")
                .outcome("both ways", REFUTED, "the descriptor took both directions")
                .control("both ways", bench -> PipeExperiments.direction(new Descriptors(bench).socketPair(SysSocket.SOCK_STREAM)));
    }

    private static Seen way(Bench bench, int readFlags) {
        Descriptors make = new Descriptors(bench);
        String fifo = make.fifo("fifo");
        int reader = make.open(fifo, readFlags);
        return PipeExperiments.direction(new Ends(reader, make.open(fifo, Fcntl.O_WRONLY)));
    }

    private static Experiment unrelated() {
        return Experiment.of("fifo-between-unrelated-processes", bench -> byName(bench, "fifo"))
                .outcome("arrives", HOLDS, "a process that shares nothing but the name gets the data")
                .outcome("no channel", REFUTED, "the name led to nothing")
                .control("no channel", bench -> byName(bench, "other"));
    }

    private static Seen byName(Bench bench, String name) {
        Descriptors make = new Descriptors(bench);
        int fd = make.open(make.fifo("fifo"), Fcntl.O_RDWR);
        Descriptors.write(fd, "hello");
        Result opened = bench.peer().call("open", bench.path(name), Fcntl.O_RDONLY | Fcntl.O_NONBLOCK, 0).result();
        String text = opened.ok() ? bench.peer().call("read", opened.number(), 8).text() : opened.error();
        return Seen.either(text.equals("hello"), "arrives", "no channel", "the other process: " + text);
    }

    private static Experiment severalWriters() {
        return Experiment.of("fifo-used-by-several", bench -> writers(bench, "echo from-shell > fifo"))
                .outcome("from several", HOLDS, "one reader gets the data of several writers")
                .outcome("from one", REFUTED, "only one writer's data came")
                .control("from one", bench -> writers(bench, ":"));
    }

    private static Seen writers(Bench bench, String script) {
        Descriptors make = new Descriptors(bench);
        int fd = make.open(make.fifo("fifo"), Fcntl.O_RDWR);
        int peers = bench.peer().call("open", bench.path("fifo"), Fcntl.O_WRONLY, 0).number();
        bench.peer().call("write", peers, "from-peer ");
        bench.shell(script);
        String text = Descriptors.read(fd, 100).strip();
        return Seen.either(text.contains("from-shell") && text.contains("from-peer"), "from several", "from one", "read '" + text + "'");
    }

    private static Experiment typeP() {
        return Experiment.of("fifo-shown-as-type-p", bench -> type(bench, "mkfifo f"))
                .outcome("p", HOLDS, "ls shows a FIFO with type p")
                .outcome("-", REFUTED, "ls shows a regular file")
                .control("-", bench -> type(bench, ": > f"));
    }

    private static Seen type(Bench bench, String make) {
        String line = bench.shell(make + "; ls -l f").output();
        return new Seen(line.substring(0, 1), "ls -l shows " + line.split(" ", 2)[0]);
    }

    private static Experiment secondMkfifo() {
        return Experiment.of("mkfifo-of-existing-name-fails", bench -> second(bench, "fifo"))
                .outcome("EEXIST", HOLDS, "the second mkfifo of a name fails")
                .outcome("made", REFUTED, "the second mkfifo succeeded")
                .control("made", bench -> second(bench, "another"));
    }

    private static Seen second(Bench bench, String name) {
        new Descriptors(bench).fifo("fifo");
        Result result = SysStat.mkfifo(bench.path(name), 0600);
        return new Seen(result.ok() ? "made" : result.error(), "mkfifo: " + result.error());
    }

    private static Experiment echo() {
        return Experiment.of("echo-into-fifo", bench -> {
            Descriptors make = new Descriptors(bench);
            return redirected(bench, make.open(make.fifo("f"), Fcntl.O_RDWR | Fcntl.O_NONBLOCK));
        }).outcome("to the reader", HOLDS, "the data goes to whoever reads the FIFO, the file stays empty")
                .outcome("into the file", REFUTED, "the data is kept in the file")
                .control("into the file", bench -> {
                    Descriptors make = new Descriptors(bench);
                    return redirected(bench, make.open(make.file("f", ""), Fcntl.O_RDWR));
                });
    }

    private static Seen redirected(Bench bench, int fd) {
        bench.shell("echo hello > f");
        long size = SysStat.fstat(fd).size();
        String text = Descriptors.read(fd, 10).strip();
        return Seen.either(size == 0 && text.equals("hello"), "to the reader", "into the file", "size " + size + ", read '" + text + "'");
    }

    private static Experiment garbage() {
        return Experiment.of("fifo-reader-gets-garbage", bench -> afterWriter(bench, false))
                .outcome("0 and untouched", REFUTED, "read returns 0 and leaves the buffer as it was")
                .outcome("data", HOLDS, "read puts data into the buffer")
                .control("data", bench -> afterWriter(bench, true));
    }

    private static Seen afterWriter(Bench bench, boolean withData) {
        int reader = readerWithoutWriter(bench, withData ? "data" : "");
        MemorySegment buffer = bench.buffer(8).fill((byte) 0x5a);
        Result result = Unistd.read(reader, buffer, 8);
        boolean untouched = Descriptors.text(buffer, 8).equals("ZZZZZZZZ");
        return Seen.either(result.value() == 0 && untouched, "0 and untouched", "data", "read returned " + result);
    }

    /** A FIFO's read end after a writer has come, left some data and gone. */
    private static int readerWithoutWriter(Bench bench, String data) {
        Descriptors make = new Descriptors(bench);
        String fifo = make.fifo("fifo");
        int reader = make.open(fifo, Fcntl.O_RDONLY | Fcntl.O_NONBLOCK);
        int writer = Fcntl.open(fifo, Fcntl.O_WRONLY | Fcntl.O_CLOEXEC, 0).orFail("open").number();
        if (!data.isEmpty()) {
            Descriptors.write(writer, data);
        }
        Unistd.close(writer);
        int flags = Fcntl.fcntl(reader, Fcntl.F_GETFL, 0).number();
        Fcntl.fcntl(reader, Fcntl.F_SETFL, flags & ~Fcntl.O_NONBLOCK).orFail("fcntl");
        return reader;
    }

    private static Experiment endlessLoop() {
        return Experiment.of("fifo-reader-loops-without-end", bench -> {
            Seen first = open(bench, Fcntl.O_RDONLY, false);
            int zeros = zeroReads(bench, readerInFolder(bench));
            return Seen.either(first.outcome().equals("blocks") && zeros == 1000, "only after a writer left", "always",
                    "before a writer came: " + first.outcome() + "; after it left: " + zeros + " of 1000 reads returned 0 at once");
        }).outcome("only after a writer left", QUALIFIED, "the loop spins once a writer has come and gone; before, open waits")
                .outcome("always", HOLDS, "the loop spins from the beginning")
                .outcome("waits", REFUTED, "the loop waits")
                .control("waits", bench -> bothModes(bench, true));
    }

    private static int readerInFolder(Bench bench) throws java.io.IOException {
        java.nio.file.Files.delete(java.nio.file.Path.of(bench.path("fifo")));
        return readerWithoutWriter(bench, "");
    }

    private static int zeroReads(Bench bench, int reader) {
        MemorySegment buffer = bench.buffer(8);
        int zeros = 0;
        for (int i = 0; i < 1000; i++) {
            zeros += Unistd.read(reader, buffer, 8).equals(new Result(0, 0)) ? 1 : 0;
        }
        return zeros;
    }

    private static Experiment bothModesBlock() {
        return Experiment.of("fifo-held-open-for-writing-blocks", bench -> bothModes(bench, true))
                .outcome("waits", HOLDS, "while the reader itself counts as a writer, read waits")
                .outcome("returns 0", REFUTED, "read came back with 0")
                .control("returns 0", bench -> bothModes(bench, false));
    }

    private static Seen bothModes(Bench bench, boolean alsoWriter) {
        int reader = readerWithoutWriter(bench, "");
        int holder = alsoWriter ? new Descriptors(bench).open(bench.path("fifo"), Fcntl.O_RDWR) : -1;
        MemorySegment buffer = bench.buffer(8);
        Seen seen = PipeExperiments.blocks(bench.begin(() -> Unistd.read(reader, buffer, 8)), () -> Descriptors.write(holder, "x"), "read");
        return new Seen(seen.outcome().equals("blocks") ? "waits" : "returns 0", seen.detail());
    }

    private static Experiment image() {
        return Experiment.of("fifo-has-a-name-in-the-file-system", PipeExperiments::nameOfFifo)
                .outcome("a path", HOLDS, "a path leads to the FIFO")
                .outcome("no path", REFUTED, "no path leads to the object")
                .control("no path", bench -> {
                    Ends ends = new Descriptors(bench).pipe();
                    String link = java.nio.file.Files.readSymbolicLink(java.nio.file.Path.of("/proc/self/fd/" + ends.read())).toString();
                    return Seen.either(link.startsWith("/"), "a path", "no path", "the descriptor leads to 'pipe:[…]'");
                });
    }

    private static Experiment stream() {
        return Experiment.of("fifo-without-boundaries", bench -> {
            Descriptors make = new Descriptors(bench);
            int fd = make.open(make.fifo("fifo"), Fcntl.O_RDWR);
            return PipeExperiments.boundaries(new Ends(fd, fd));
        }).outcome("merged", HOLDS, "two writes are read in one go")
                .outcome("kept apart", REFUTED, "each write is read for itself")
                .control("kept apart", bench -> PipeExperiments.boundaries(new Descriptors(bench).socketPair(SysSocket.SOCK_DGRAM)));
    }

    private static Experiment medium() {
        return Experiment.of("fifo-medium-is-a-file", bench -> {
            Descriptors make = new Descriptors(bench);
            return PipeExperiments.size(make.open(make.fifo("fifo"), Fcntl.O_RDWR));
        }).outcome("descriptor without file", QUALIFIED, "the file is only the name, it never holds the data")
                .outcome("a file", HOLDS, "the data is in the file")
                .control("a file", bench -> {
                    Descriptors make = new Descriptors(bench);
                    return PipeExperiments.size(make.open(make.file("f", ""), Fcntl.O_RDWR));
                });
    }
}
