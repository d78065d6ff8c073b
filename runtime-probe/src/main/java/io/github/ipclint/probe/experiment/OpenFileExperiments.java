package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.NOT_OBSERVABLE;
import static io.github.ipclint.probe.bench.Grade.QUALIFIED;
import static io.github.ipclint.probe.bench.Grade.REFUTED;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.NotHereException;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SysCall;
import io.github.ipclint.probe.libc.SysFile;
import io.github.ipclint.probe.libc.SysStat;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Open files behind descriptors: what is shared after dup, inheritance and a second open. */
final class OpenFileExperiments {
    private OpenFileExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(threeOpens(), opensElsewhere(), duplicate(), inheritedOffset(), inheritedEntry(), references(), lastReference(),
                sameNumber(), differentNumbers(), sameNumberTwoFiles(), flags(), inode(), oneTable());
    }

    private static Experiment threeOpens() {
        return Experiment.of("each-open-makes-an-entry", bench -> offsets(bench, false))
                .outcome("separate", HOLDS, "three opens of one file have three positions")
                .outcome("shared", REFUTED, "reading by one moves the others")
                .control("shared", bench -> offsets(bench, true));
    }

    private static Experiment duplicate() {
        return Experiment.of("dup-makes-no-entry", bench -> offsets(bench, true))
                .outcome("shared", HOLDS, "the duplicates share one position")
                .outcome("separate", REFUTED, "each duplicate has its own position")
                .control("separate", bench -> offsets(bench, false));
    }

    private static Seen offsets(Bench bench, boolean duplicate) {
        Descriptors make = new Descriptors(bench);
        String file = make.file("f", "0123456789");
        int first = make.open(file, Fcntl.O_RDONLY);
        int second = duplicate ? bench.owned(Unistd.dup(first).number()) : make.open(file, Fcntl.O_RDONLY);
        int third = duplicate ? bench.owned(Unistd.dup(first).number()) : make.open(file, Fcntl.O_RDONLY);
        Descriptors.read(first, 4);
        return positions(position(second), position(third));
    }

    private static Seen positions(long... others) {
        boolean moved = others[0] == 4 && others[others.length - 1] == 4;
        return Seen.either(moved, "shared", "separate", "4 bytes read by one, the other is at " + others[0]);
    }

    private static long position(int fd) {
        return Unistd.lseek(fd, 0, Unistd.SEEK_CUR).value();
    }

    private static Experiment opensElsewhere() {
        return Experiment.of("open-in-another-process-makes-an-entry", bench -> elsewhere(bench, false))
                .outcome("separate", HOLDS, "the other process has a position of its own")
                .outcome("shared", REFUTED, "the other process moves the position here")
                .control("shared", bench -> elsewhere(bench, true));
    }

    private static Seen elsewhere(Bench bench, boolean give) {
        Descriptors make = new Descriptors(bench);
        int fd = make.open(make.file("f", "0123456789"), Fcntl.O_RDONLY);
        int there = give ? bench.peer().give(fd) : bench.peer().call("open", bench.path("f"), Fcntl.O_RDONLY, 0).number();
        bench.peer().call("read", there, 4);
        return positions(position(fd));
    }

    private static Experiment inheritedOffset() {
        return Experiment.of("inherited-descriptor-shares-position", bench -> child(bench, "dd bs=4 count=1 <&3 > /dev/null 2>&1"))
                .outcome("shared", HOLDS, "a child that reads moves the position of its parent")
                .outcome("separate", REFUTED, "parent and child have a position each")
                .control("separate", bench -> child(bench, "dd if=f bs=4 count=1 > /dev/null 2>&1"));
    }

    private static Seen child(Bench bench, String script) {
        Descriptors make = new Descriptors(bench);
        int fd = make.open(make.file("f", "0123456789"), Fcntl.O_RDONLY);
        bench.startShell(script, Map.of(3, fd)).finish();
        return positions(position(fd));
    }

    private static Experiment inheritedEntry() {
        return Experiment.of("inherited-descriptor-is-the-same-entry", bench -> compare(bench, ""))
                .outcome("same entry", HOLDS, "the kernel says that both descriptors refer to one open file")
                .outcome("different entries", REFUTED, "the descriptors refer to two open files")
                .control("different entries", bench -> compare(bench, "exec 3< f; "));
    }

    private static Seen compare(Bench bench, String before) {
        Descriptors make = new Descriptors(bench);
        int fd = make.open(make.file("f", "0123456789"), Fcntl.O_RDONLY);
        Shell shell = bench.startShell(before + "echo ready; sleep 60", Map.of(3, fd));
        shell.awaitLine("ready");
        Result result = SysCall.compareFiles(Unistd.getpid(), shell.pid(), fd, 3);
        if (!result.ok()) {
            throw new NotHereException("kcmp() gives " + result.error());
        }
        return Seen.either(result.value() == 0, "same entry", "different entries",
                "kcmp() says " + (result.value() == 0 ? "equal" : "different"));
    }

    private static Experiment references() {
        return Experiment.of("dup-adds-a-reference", bench -> held(bench, true))
                .outcome("still open", HOLDS, "the open file lives until its last descriptor is closed")
                .outcome("gone", REFUTED, "the first close ended the open file")
                .control("gone", bench -> held(bench, false));
    }

    private static Experiment lastReference() {
        return Experiment.of("one-open-is-one-reference", bench -> held(bench, false))
                .outcome("gone", HOLDS, "one close ends what one open made")
                .outcome("still open", REFUTED, "the open file outlives its only descriptor")
                .control("still open", bench -> held(bench, true));
    }

    /** A lock of flock(2) belongs to the open file and lasts as long as it does. */
    private static Seen held(Bench bench, boolean duplicate) {
        Descriptors make = new Descriptors(bench);
        String file = make.file("f", "");
        int first = Fcntl.open(file, Fcntl.O_RDWR | Fcntl.O_CLOEXEC, 0).orFail("open").number();
        SysFile.flock(first, SysFile.LOCK_EX).orFail("flock");
        if (duplicate) {
            bench.owned(Unistd.dup(first).number());
        }
        Unistd.close(first);
        Result second = SysFile.flock(make.open(file, Fcntl.O_RDWR), SysFile.LOCK_EX | SysFile.LOCK_NB);
        return Seen.either(second.ok(), "gone", "still open", "after one close the lock is " + (second.ok() ? "free" : "held"));
    }

    private static Experiment sameNumber() {
        return Experiment.of("dup-returns-the-same-number", bench -> copy(bench, false))
                .outcome("another number", REFUTED, "dup gives the lowest free number, never the same")
                .outcome("same number", HOLDS, "dup gives the number that it was given")
                .control("same number", bench -> copy(bench, true));
    }

    private static Seen copy(Bench bench, boolean toItself) {
        Descriptors make = new Descriptors(bench);
        int fd = make.open(make.file("f", ""), Fcntl.O_RDONLY);
        int copy = toItself ? Unistd.dup2(fd, fd).number() : bench.owned(Unistd.dup(fd).number());
        return Seen.either(fd == copy, "same number", "another number", fd == copy ? "the numbers are equal" : "the numbers differ");
    }

    private static Experiment differentNumbers() {
        return Experiment.of("one-file-has-different-numbers-in-two-processes", bench -> twoShells(bench, "5< a", "6< a"))
                .outcome("different numbers, one file", HOLDS, "the number says nothing about the file")
                .outcome("otherwise", REFUTED, "the number belongs to the file")
                .control("otherwise", bench -> twoShells(bench, "5< a", "6< b"));
    }

    private static Experiment sameNumberTwoFiles() {
        return Experiment.of("one-number-is-two-files-in-two-processes", bench -> twoShells(bench, "5< a", "5< b"))
                .outcome("same number, two files", HOLDS, "each process has a table of its own")
                .outcome("otherwise", REFUTED, "a number means the same everywhere")
                .control("otherwise", bench -> twoShells(bench, "5< a", "5< a"));
    }

    private static Seen twoShells(Bench bench, String first, String second) throws IOException {
        Descriptors make = new Descriptors(bench);
        make.file("a", "");
        make.file("b", "");
        Path one = target(bench, first);
        Path other = target(bench, second);
        boolean sameNumber = first.charAt(0) == second.charAt(0);
        String seen = (sameNumber ? "same number, " : "different numbers, ") + (one.equals(other) ? "one file" : "two files");
        boolean expected = seen.equals("different numbers, one file") || seen.equals("same number, two files");
        return new Seen(expected ? seen : "otherwise", seen);
    }

    private static Path target(Bench bench, String redirection) throws IOException {
        Shell shell = bench.startShell("exec " + redirection + "; echo ready; sleep 60", Map.of());
        shell.awaitLine("ready");
        return Files.readSymbolicLink(Path.of("/proc/" + shell.pid() + "/fd/" + redirection.charAt(0)));
    }

    private static Experiment flags() {
        return Experiment.of("status-flags-are-in-the-entry", bench -> flagSeen(bench, true))
                .outcome("shared", HOLDS, "a flag set by one descriptor is seen by its duplicate")
                .outcome("separate", REFUTED, "the duplicate keeps its flags")
                .control("separate", bench -> flagSeen(bench, false));
    }

    private static Seen flagSeen(Bench bench, boolean duplicate) {
        Descriptors make = new Descriptors(bench);
        String file = make.file("f", "");
        int first = make.open(file, Fcntl.O_RDONLY);
        int second = duplicate ? bench.owned(Unistd.dup(first).number()) : make.open(file, Fcntl.O_RDONLY);
        Descriptors.setNonBlocking(first);
        boolean set = (Fcntl.fcntl(second, Fcntl.F_GETFL, 0).number() & Fcntl.O_NONBLOCK) != 0;
        return Seen.either(set, "shared", "separate", "O_NONBLOCK is " + (set ? "" : "not ") + "set on the other");
    }

    private static Experiment inode() {
        return Experiment.of("entry-leads-to-the-inode", bench -> renamed(bench, true))
                .outcome("same file", HOLDS, "the descriptor leads to the file itself, whatever its name is now")
                .outcome("lost", REFUTED, "the file is lost with its name")
                .control("lost", bench -> renamed(bench, false));
    }

    private static Seen renamed(Bench bench, boolean byDescriptor) throws IOException {
        Descriptors make = new Descriptors(bench);
        String file = make.file("f", "content");
        int fd = make.open(file, Fcntl.O_RDONLY);
        long inode = SysStat.fstat(fd).inode();
        Files.move(Path.of(file), Path.of(bench.path("g")));
        if (byDescriptor) {
            return Seen.either(SysStat.fstat(fd).inode() == inode && Descriptors.read(fd, 7).equals("content"), "same file", "lost",
                    "after a rename the descriptor reads the same inode");
        }
        Result again = make.tryOpen(file, Fcntl.O_RDONLY);
        return Seen.either(again.ok(), "same file", "lost", "after a rename open of the name gives " + again.error());
    }

    private static Experiment oneTable() {
        return Experiment.of("kernel-has-one-open-file-table", bench -> counted(bench, 500))
                .outcome("only a count", NOT_OBSERVABLE, "the kernel shows how many files are open in all processes, not how it keeps them")
                .outcome("no count", QUALIFIED, "opens of another process are not counted with ours")
                .control("no count", bench -> counted(bench, 0));
    }

    /** Other processes open and close files too; the number is chosen well above what they do meanwhile. */
    private static Seen counted(Bench bench, int opens) {
        new Descriptors(bench).file("f", "");
        long before = openFiles(bench);
        for (int i = 0; i < opens; i++) {
            bench.peer().call("open", bench.path("f"), Fcntl.O_RDONLY, 0);
        }
        long more = openFiles(bench) - before;
        return Seen.either(more > 250, "only a count", "no count", opens + " opens in the other process, the system's count "
                + (more > 250 ? "rose with them" : "did not move with us"));
    }

    /** A sysctl gives its whole value to one read only, which java.nio does not promise. */
    private static long openFiles(Bench bench) {
        int fd = new Descriptors(bench).open("/proc/sys/fs/file-nr", Fcntl.O_RDONLY);
        return Long.parseLong(Descriptors.read(fd, 100).split("\\s+")[0]);
    }
}
