package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.QUALIFIED;
import static io.github.ipclint.probe.bench.Grade.REFUTED;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.bench.Sockets;
import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.peer.Pending;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Files as a channel, the three standard descriptors, and what a shell redirects. */
final class FileExperiments {
    /** Prints the number under which a program's first open file appears: ls lists the folder of its own descriptors. */
    private static final String FIRST_OPEN = "ls -l /proc/self/fd | sed -n 's:.* \\([0-9]*\\) -> /proc/.*/fd$:\\1:p'";

    private FileExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(content(), seek(), noWaiting(), firstNumber(), firstNumberWithThree(), reserved(), standardStreams(), echoOutput(),
                fileNamedZero(), notNegative(), creators(), variables());
    }

    private static Experiment content() {
        return Experiment.of("file-carries-data", bench -> other(bench, "f"))
                .outcome("arrives", HOLDS, "what one process writes with open and write, another reads with open and read")
                .outcome("nothing", REFUTED, "the other process read nothing")
                .control("nothing", bench -> other(bench, "g"));
    }

    private static Seen other(Bench bench, String name) {
        Descriptors make = new Descriptors(bench);
        make.file("g", "");
        Descriptors.write(make.open(make.file("f", ""), Fcntl.O_RDWR), "hello");
        int fd = bench.peer().call("open", bench.path(name), Fcntl.O_RDONLY, 0).number();
        String text = bench.peer().call("read", fd, 10).text();
        return Seen.either(text.equals("hello"), "arrives", "nothing", "the other process read '" + text + "'");
    }

    private static Experiment seek() {
        return Experiment.of("file-read-back-after-seek", bench -> back(bench, true))
                .outcome("read back", HOLDS, "after lseek to 0 the five bytes are read again")
                .outcome("end of file", REFUTED, "read is at the end of the file")
                .control("end of file", bench -> back(bench, false));
    }

    private static Seen back(Bench bench, boolean seek) {
        Descriptors make = new Descriptors(bench);
        int fd = make.open(make.file("f", ""), Fcntl.O_RDWR);
        Descriptors.write(fd, "Test\0");
        if (seek) {
            Unistd.lseek(fd, 0, Unistd.SEEK_SET);
        }
        String text = Descriptors.read(fd, 5);
        return Seen.either(text.equals("Test\0"), "read back", "end of file", text.length() + " bytes read");
    }

    private static Experiment noWaiting() {
        return Experiment.of("file-does-not-tell-of-new-data", bench -> {
            Descriptors make = new Descriptors(bench);
            return end(bench, make.open(make.file("f", ""), Fcntl.O_RDONLY), () -> {});
        }).outcome("returns", HOLDS, "at the end of a file read returns 0 at once: a reader must ask again and again")
                .outcome("blocks", REFUTED, "read waits for new data")
                .control("blocks", bench -> {
                    Descriptors.Ends ends = new Descriptors(bench).pipe();
                    return end(bench, ends.read(), () -> Descriptors.write(ends.write(), "x"));
                });
    }

    private static Seen end(Bench bench, int fd, Runnable release) {
        MemorySegment buffer = bench.buffer(8);
        Pending<Result> call = bench.begin(() -> Unistd.read(fd, buffer, 8));
        return PipeExperiments.blocks(call, release, "read");
    }

    private static Experiment firstNumber() {
        return Experiment.of("first-open-gives-3", bench -> number(bench, FIRST_OPEN))
                .outcome("3", HOLDS, "0 to 2 are taken, the next is 3")
                .outcome("4", REFUTED, "the first open gives 4")
                .control("4", bench -> number(bench, "exec 3> taken; " + FIRST_OPEN));
    }

    private static Experiment firstNumberWithThree() {
        return Experiment.of("first-open-gives-4-after-3-is-redirected", bench -> number(bench, "{ " + FIRST_OPEN + "; } 3> taken"))
                .outcome("4", HOLDS, "3 is taken by the redirection, the next is 4")
                .outcome("3", REFUTED, "the redirection does not matter")
                .control("3", bench -> number(bench, FIRST_OPEN));
    }

    private static Experiment reserved() {
        return Experiment.of("descriptors-0-to-2-reserved", bench -> number(bench, "exec 0<&-; " + FIRST_OPEN))
                .outcome("0", QUALIFIED, "they are taken by custom only: once 0 is closed, the next open gives 0")
                .outcome("3", HOLDS, "0 is not given out, though it is free")
                .control("3", bench -> number(bench, FIRST_OPEN));
    }

    private static Seen number(Bench bench, String script) {
        String output = bench.shell("exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-\n" + script).output().strip();
        return new Seen(output, "the program's first open gave " + output);
    }

    private static Experiment standardStreams() {
        return Experiment.of("standard-streams-0-1-2", bench -> streams(bench, "0< in 1> one 2> two"))
                .outcome("as named", HOLDS, "programs read from 0, write to 1 and complain to 2")
                .outcome("otherwise", REFUTED, "input, output or complaints took another way")
                .control("otherwise", bench -> streams(bench, "0< in 2> one 1> two"));
    }

    private static Seen streams(Bench bench, String redirections) throws IOException {
        bench.shell("echo typed > in; { cat; ls /nowhere/at/all; } " + redirections);
        String one = Files.readString(Path.of(bench.path("one")));
        String two = Files.readString(Path.of(bench.path("two")));
        return Seen.either(one.equals("typed\n") && two.contains("nowhere"), "as named", "otherwise",
                "in the first file '" + one.strip() + "', in the second '" + two.strip() + "'");
    }

    private static Experiment echoOutput() {
        return Experiment.of("echo-writes-to-0", bench -> caught(bench, "echo hello"))
                .outcome("descriptor 1", REFUTED, "what echo prints goes to descriptor 1")
                .outcome("descriptor 0", HOLDS, "what echo prints goes to descriptor 0")
                .control("descriptor 0", bench -> caught(bench, "echo hello >&0"));
    }

    private static Seen caught(Bench bench, String command) throws IOException {
        bench.shell("{ " + command + "; } 0> zero 1> one");
        boolean one = Files.size(Path.of(bench.path("one"))) > 0;
        boolean zero = Files.size(Path.of(bench.path("zero"))) > 0;
        return Seen.either(one && !zero, "descriptor 1", "descriptor 0", one ? "caught by redirecting 1" : "caught by redirecting 0");
    }

    private static Experiment fileNamedZero() {
        return Experiment.of("echo-to-0-is-echo-without-redirection", bench -> printed(bench, "echo hello > 0"))
                .outcome("a file named 0", REFUTED, "the redirection makes a file whose name is 0")
                .outcome("printed", HOLDS, "the text is printed")
                .control("printed", bench -> printed(bench, "echo hello"));
    }

    private static Seen printed(Bench bench, String command) {
        String output = bench.shell(command).output().strip();
        boolean file = Files.exists(Path.of(bench.path("0")));
        return Seen.either(file && output.isEmpty(), "a file named 0", "printed",
                "printed '" + output + "'" + (file ? ", a file '0' is there" : ""));
    }

    private static Experiment notNegative() {
        return Experiment.of("descriptors-are-not-negative", bench -> opened(bench, "f"))
                .outcome("0 or more", HOLDS, "open gives a number from 0 on")
                .outcome("-1", REFUTED, "open gives a negative number")
                .control("-1", bench -> opened(bench, "missing"));
    }

    private static Seen opened(Bench bench, String name) {
        Descriptors make = new Descriptors(bench);
        make.file("f", "");
        Result result = make.tryOpen(bench.path(name), Fcntl.O_RDONLY);
        return Seen.either(result.value() >= 0, "0 or more", "-1", "open gave " + (result.ok() ? "a number that is not negative" : result));
    }

    private static Experiment creators() {
        return Experiment.of("other-calls-make-descriptors", bench -> made(() -> {
            bench.owned(Fcntl.creat(bench.path("f"), 0600).orFail("creat").number());
            new Sockets(bench).connection();
            new Descriptors(bench).pipe();
        })).outcome("new numbers", HOLDS, "creat, socket, accept and pipe each give new numbers")
                .outcome("none", REFUTED, "no new numbers")
                .control("none", bench -> made(() -> {
                    new Descriptors(bench).fifo("fifo");
                    Files.isRegularFile(Path.of(bench.path("fifo")));
                }));
    }

    /** creat makes one, a TCP connection three with its listening socket, pipe two. */
    private static Seen made(Runnable calls) {
        int before = open();
        calls.run();
        int more = open() - before;
        return Seen.either(more == 6, "new numbers", "none", more + " descriptors more");
    }

    private static int open() {
        return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
    }

    private static Experiment variables() {
        return Experiment.of("variables-are-not-shared", bench -> change(bench, "x=100; (x=200); echo $x"))
                .outcome("kept apart", HOLDS, "what the child stores in the variable, the parent does not see")
                .outcome("shared", REFUTED, "the parent sees what the child stored")
                .control("shared", bench -> change(bench, "echo 100 > x; (echo 200 > x); cat x"));
    }

    private static Seen change(Bench bench, String script) {
        String output = bench.shell(script).output().strip();
        return Seen.either(output.equals("100"), "kept apart", "shared", "the parent sees " + output);
    }
}
