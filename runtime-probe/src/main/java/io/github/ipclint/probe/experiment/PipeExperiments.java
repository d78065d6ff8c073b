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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Pipes: direction, boundaries, and who can use one. */
final class PipeExperiments {
    private PipeExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(oneWay(), bothWays(), order(), oneObject(), answerNeedsSecond(), stream(), inherited(), onlyRelatives(),
                openAgain(),
                noName(), madeByOpen(), shellPipe(), heldByKernel(), medium());
    }

    private static Experiment oneWay() {
        return Experiment.of("pipe-one-way", bench -> direction(new Descriptors(bench).pipe()))
                .outcome("one way", HOLDS, "each end refuses the other direction")
                .outcome("both ways", REFUTED, "an end took both directions")
                .control("both ways", bench -> direction(new Descriptors(bench).socketPair(SysSocket.SOCK_STREAM)));
    }

    private static Experiment bothWays() {
        return Experiment.of("pipe-usable-both-ways", bench -> direction(new Descriptors(bench).pipe()))
                .outcome("one way", REFUTED, "each end refuses the other direction")
                .outcome("both ways", HOLDS, "an end took both directions")
                .control("both ways", bench -> direction(new Descriptors(bench).socketPair(SysSocket.SOCK_STREAM)));
    }

    static Seen direction(Ends ends) {
        Result back = Descriptors.write(ends.read(), "back");
        Result forth = Descriptors.write(ends.write(), "forth");
        return Seen.either(back.ok() && forth.ok(), "both ways", "one way",
                "write to the reading end: " + back.error() + ", to the writing end: " + forth.error());
    }

    private static Experiment order() {
        return Experiment.of("pipe-first-reads-second-writes", bench -> ends(new Descriptors(bench).pipe()))
                .outcome("0 reads, 1 writes", HOLDS, "the access modes are O_RDONLY and O_WRONLY in this order")
                .outcome("otherwise", REFUTED, "the access modes are others")
                .control("otherwise", bench -> {
                    Ends ends = new Descriptors(bench).pipe();
                    return ends(new Ends(ends.write(), ends.read()));
                });
    }

    private static Seen ends(Ends ends) {
        int first = Fcntl.fcntl(ends.read(), Fcntl.F_GETFL, 0).number() & 3;
        int second = Fcntl.fcntl(ends.write(), Fcntl.F_GETFL, 0).number() & 3;
        return Seen.either(first == Fcntl.O_RDONLY && second == Fcntl.O_WRONLY, "0 reads, 1 writes", "otherwise",
                "access modes " + first + " and " + second);
    }

    private static Experiment oneObject() {
        return Experiment.of("pipe-makes-two-pipes", bench -> objects(new Descriptors(bench).pipe()))
                .outcome("one object", REFUTED, "both ends are the same inode")
                .outcome("two objects", HOLDS, "the ends are different inodes")
                .control("two objects", bench -> {
                    Descriptors make = new Descriptors(bench);
                    return objects(new Ends(make.pipe().read(), make.pipe().write()));
                });
    }

    private static Seen objects(Ends ends) {
        long first = SysStat.fstat(ends.read()).inode();
        long second = SysStat.fstat(ends.write()).inode();
        return Seen.either(first == second, "one object", "two objects", first == second ? "one inode" : "two inodes");
    }

    private static Experiment answerNeedsSecond() {
        return Experiment.of("pipe-answer-needs-a-second", bench -> {
            Ends one = new Descriptors(bench).pipe();
            return conversation(bench, one, one);
        }).outcome("own data comes back", HOLDS, "over one pipe the asker reads its own question")
                .outcome("answer arrives", REFUTED, "one pipe carried question and answer")
                .control("answer arrives", bench -> {
                    Descriptors make = new Descriptors(bench);
                    return conversation(bench, make.pipe(), make.pipe());
                });
    }

    /** Asks before the peer has read, as a process does that does not wait for its turn. */
    private static Seen conversation(Bench bench, Ends questions, Ends answers) {
        Descriptors.write(questions.write(), "question");
        if (questions.equals(answers)) {
            String back = Descriptors.read(answers.read(), 8);
            return Seen.either(back.equals("question"), "own data comes back", "answer arrives", "read '" + back + "'");
        }
        int read = bench.peer().give(questions.read());
        int write = bench.peer().give(answers.write());
        bench.peer().call("read", read, 8);
        bench.peer().call("write", write, "answer");
        String answer = Descriptors.read(answers.read(), 8);
        return Seen.either(answer.equals("question"), "own data comes back", "answer arrives", "read '" + answer + "'");
    }

    private static Experiment stream() {
        return Experiment.of("pipe-without-boundaries", bench -> boundaries(new Descriptors(bench).pipe()))
                .outcome("merged", HOLDS, "two writes are read in one go")
                .outcome("kept apart", REFUTED, "each write is read for itself")
                .control("kept apart", bench -> boundaries(new Descriptors(bench).socketPair(SysSocket.SOCK_SEQPACKET)));
    }

    static Seen boundaries(Ends ends) {
        Descriptors.write(ends.write(), "ab");
        Descriptors.write(ends.write(), "cd");
        String read = Descriptors.read(ends.read(), 100);
        return Seen.either(read.equals("abcd"), "merged", "kept apart", "wrote 'ab' and 'cd', read '" + read + "'");
    }

    private static Experiment inherited() {
        return Experiment.of("pipe-inherited-by-child", bench -> child(bench, true))
                .outcome("arrives", HOLDS, "a child reads what its parent writes")
                .outcome("nothing", REFUTED, "a child with the descriptor read nothing")
                .control("nothing", bench -> child(bench, false));
    }

    private static Seen child(Bench bench, boolean inherits) {
        Ends ends = new Descriptors(bench).pipe();
        Descriptors.write(ends.write(), "hello\n");
        String script = "read word <&3 && echo \"got $word\"";
        String output = bench.startShell(script, inherits ? Map.of(3, ends.read()) : Map.of()).finish().output();
        return Seen.either(output.contains("got hello"), "arrives", "nothing", "child: " + output.strip());
    }

    private static Experiment onlyRelatives() {
        return Experiment.of("pipe-only-between-relatives", bench -> passed(bench, true))
                .outcome("works when passed", QUALIFIED, "a process that did not inherit the pipe uses it after SCM_RIGHTS")
                .outcome("does not work", HOLDS, "a process that did not inherit the pipe cannot use it")
                .control("does not work", bench -> passed(bench, false));
    }

    private static Seen passed(Bench bench, boolean pass) {
        Ends ends = new Descriptors(bench).pipe();
        Descriptors.write(ends.write(), "hello");
        int number = pass ? bench.peer().give(ends.read()) : ends.read() + 500;
        String text = bench.peer().call("read", number, 10).text();
        return Seen.either(text.equals("hello"), "works when passed", "does not work",
                "a process that did not inherit it read '" + text + "'");
    }

    private static Experiment openAgain() {
        return Experiment.of("pipe-cannot-be-opened-again", bench -> reopen(new Descriptors(bench), true))
                .outcome("opens through /proc", QUALIFIED, "there is no name, but /proc/self/fd opens the pipe again")
                .outcome("does not open", HOLDS, "an open pipe could not be opened")
                .control("does not open", bench -> reopen(new Descriptors(bench), false));
    }

    private static Seen reopen(Descriptors make, boolean open) {
        Ends ends = make.pipe();
        String path = "/proc/self/fd/" + (open ? ends.read() : 1_000_000);
        Result again = make.tryOpen(path, Fcntl.O_WRONLY | Fcntl.O_NONBLOCK);
        if (!again.ok()) {
            return new Seen("does not open", "open: " + again.error());
        }
        Descriptors.write(again.number(), "again");
        return Seen.either(Descriptors.read(ends.read(), 10).equals("again"), "opens through /proc", "does not open",
                "the reading end's path, opened for writing, carried data");
    }

    private static Experiment noName() {
        return Experiment.of("pipe-has-no-name", bench -> name(new Descriptors(bench).pipe().read()))
                .outcome("no path", HOLDS, "no path leads to the object")
                .outcome("a path", REFUTED, "the object has a path")
                .control("a path", PipeExperiments::nameOfFifo);
    }

    private static Experiment madeByOpen() {
        return Experiment.of("pipe-made-by-open", bench -> name(new Descriptors(bench).pipe().read()))
                .outcome("no path", REFUTED, "pipe() gives descriptors, there is no path to open")
                .outcome("a path", HOLDS, "the descriptor comes from opening a path")
                .control("a path", PipeExperiments::nameOfFifo);
    }

    static Seen nameOfFifo(Bench bench) throws IOException {
        Descriptors make = new Descriptors(bench);
        return name(make.open(make.fifo("fifo"), Fcntl.O_RDWR));
    }

    private static Seen name(int fd) throws IOException {
        String link = Files.readSymbolicLink(Path.of("/proc/self/fd", Integer.toString(fd))).toString();
        boolean path = link.startsWith("/");
        return Seen.either(path, "a path", "no path", path ? "the descriptor leads to a path" : "the descriptor leads to 'pipe:[…]'");
    }

    private static Experiment shellPipe() {
        return Experiment.of("shell-bar-is-a-pipe", bench -> input(bench, "echo passed | { readlink /proc/self/fd/0; cat; }"))
                .outcome("a pipe", HOLDS, "the output of one program is the input of the other, through a pipe")
                .outcome("no pipe", REFUTED, "the input is no pipe")
                .control("no pipe", bench -> input(bench, "echo passed > f; { readlink /proc/self/fd/0; cat; } < f"));
    }

    private static Seen input(Bench bench, String script) {
        String output = bench.shell(script).output();
        return Seen.either(output.startsWith("pipe:[") && output.endsWith("passed\n"), "a pipe", "no pipe",
                output.startsWith("pipe:[") ? "standard input is 'pipe:[…]'" : "standard input is a file");
    }

    private static Experiment heldByKernel() {
        return Experiment.of("pipe-data-is-held-by-the-kernel", bench -> afterEnd(bench, "echo kept >&3"))
                .outcome("still there", HOLDS, "data can be read after its writer and all of its memory are gone")
                .outcome("gone", REFUTED, "data went with its writer")
                .control("gone", bench -> afterEnd(bench, "kept=kept"));
    }

    private static Seen afterEnd(Bench bench, String script) {
        Ends ends = new Descriptors(bench).pipe();
        Descriptors.setNonBlocking(ends.read());
        int pid;
        try (var writer = bench.startShell(script, Map.of(3, ends.write()))) {
            pid = writer.pid();
            writer.finish();
        }
        boolean memoryGone = !Files.exists(Path.of("/proc", Integer.toString(pid)));
        String text = Descriptors.read(ends.read(), 10);
        return Seen.either(memoryGone && text.equals("kept\n"), "still there", "gone", "after the writer's end: " + text.strip());
    }

    private static Experiment medium() {
        return Experiment.of("pipe-medium-is-a-file", bench -> size(new Descriptors(bench).pipe().write()))
                .outcome("descriptor without file", QUALIFIED, "it is used by a descriptor as files are, but no file holds the data")
                .outcome("a file", HOLDS, "the data is in a file")
                .control("a file", bench -> {
                    Descriptors make = new Descriptors(bench);
                    return size(make.open(make.file("f", ""), Fcntl.O_RDWR));
                });
    }

    /** Where bytes go that are written: into the file's content or past it. */
    static Seen size(int fd) {
        Descriptors.write(fd, "0123456789");
        long size = SysStat.fstat(fd).size();
        return Seen.either(size == 10, "a file", "descriptor without file", "10 bytes written, size of the file " + size);
    }

    /** Whether a call that was begun blocks; releases it afterwards. */
    static Seen blocks(Pending<Result> call, Runnable release, String... systemCalls) {
        Optional<Result> result = call.settle(systemCalls);
        if (result.isPresent()) {
            return new Seen("returns", "returned " + result.get());
        }
        release.run();
        Result later = call.await();
        return new Seen("blocks", "rested in " + systemCalls[0] + "(), returned " + later + " when released");
    }

    /** Empties a descriptor until a writer can go on. */
    static void drain(int fd) {
        Unistd.read(fd, java.lang.foreign.Arena.ofAuto().allocate(1 << 16), 1 << 16);
    }
}
