package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.QUALIFIED;
import static io.github.ipclint.probe.bench.Grade.REFUTED;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SysMman;
import io.github.ipclint.probe.libc.Unistd;
import java.lang.foreign.MemorySegment;
import java.util.stream.Stream;

/** Mapped files and POSIX shared memory. */
final class MappingExperiments {
    private static final int PAGE = (int) Unistd.pageSize();
    private static final int BOTH = SysMman.PROT_READ | SysMman.PROT_WRITE;
    private static final int NEW = Fcntl.O_CREAT | Fcntl.O_EXCL | Fcntl.O_RDWR;

    private MappingExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(create(), plainName(), sizeFirst(), pointer(), unlink(), openFileShared(), part(), emptyFile(), noCopy(), pages());
    }

    private static int object(Bench bench, String name) {
        int fd = bench.owned(SysMman.shmOpen(name, NEW, 0600).orFail("shm_open").number());
        bench.atEnd(() -> SysMman.shmUnlink(name));
        return fd;
    }

    private static MemorySegment map(Bench bench, int fd, long size, int flags) {
        long address = SysMman.mmap(size, BOTH, flags, fd, 0).orFail("mmap").value();
        bench.atEnd(() -> SysMman.munmap(address, size));
        return SysMman.at(address, size);
    }

    /** What a store to the address would do, asked of read(2): a store that faults would end the JVM. */
    private static Result store(Bench bench, long address, char value) {
        Descriptors.Ends pipe = new Descriptors(bench).pipe();
        Descriptors.write(pipe.write(), String.valueOf(value));
        return Unistd.read(pipe.read(), address, 1);
    }

    private static Experiment create() {
        return Experiment.of("shm-open-makes-an-object", bench -> opened(bench, NEW))
                .outcome("made, size 0", HOLDS, "the object is made; it has size 0 until ftruncate")
                .outcome("ENOENT", REFUTED, "no object is made")
                .control("ENOENT", bench -> opened(bench, Fcntl.O_RDWR));
    }

    private static Seen opened(Bench bench, int flags) {
        String name = bench.objectName();
        Result result = SysMman.shmOpen(name, flags, 0600);
        if (!result.ok()) {
            return new Seen(result.error(), "shm_open: " + result.error());
        }
        bench.owned(result.number());
        bench.atEnd(() -> SysMman.shmUnlink(name));
        long size = Unistd.lseek(result.number(), 0, Unistd.SEEK_END).value();
        return Seen.either(size == 0, "made, size 0", "made", "size " + size);
    }

    private static Experiment plainName() {
        return Experiment.of("posix-name-without-slash", bench -> named(bench, bench.objectName().substring(1)))
                .outcome("ok", HOLDS, "this C library adds the slash that POSIX asks for")
                .outcome("refused", REFUTED, "a name without a slash is refused")
                .control("refused", bench -> named(bench, bench.objectName() + "/inner"));
    }

    private static Seen named(Bench bench, String name) {
        Result result = SysMman.shmOpen(name, NEW, 0600);
        if (result.ok()) {
            bench.owned(result.number());
            bench.atEnd(() -> SysMman.shmUnlink(name));
        }
        return Seen.either(result.ok(), "ok", "refused", "shm_open: " + result.error());
    }

    private static Experiment sizeFirst() {
        return Experiment.of("posix-object-needs-ftruncate", bench -> sized(bench, 0))
                .outcome("EFAULT", HOLDS, "before ftruncate the mapping is there, but accesses fault")
                .outcome("ok", REFUTED, "the object can be used without")
                .control("ok", bench -> sized(bench, PAGE));
    }

    private static Seen sized(Bench bench, long size) {
        int fd = object(bench, bench.objectName());
        Unistd.ftruncate(fd, size).orFail("ftruncate");
        Result result = store(bench, map(bench, fd, PAGE, SysMman.MAP_SHARED).address(), 'x');
        return new Seen(result.error(), "size " + size + ", a store: " + result.error());
    }

    private static Experiment pointer() {
        return Experiment.of("mmap-gives-access-to-the-object", bench -> through(bench, SysMman.MAP_SHARED))
                .outcome("reaches the object", HOLDS, "a store through the pointer is in the object")
                .outcome("does not", REFUTED, "the object stays as it was")
                .control("does not", bench -> through(bench, SysMman.MAP_PRIVATE));
    }

    private static Seen through(Bench bench, int flags) {
        int fd = object(bench, bench.objectName());
        Unistd.ftruncate(fd, PAGE).orFail("ftruncate");
        map(bench, fd, PAGE, flags).set(JAVA_BYTE, 0, (byte) 'x');
        String read = Descriptors.read(fd, 1);
        return Seen.either(read.equals("x"), "reaches the object", "does not",
                "stored 'x', read() of the object gives '" + read.strip() + "'");
    }

    private static Experiment unlink() {
        return Experiment.of("shm-unlink-removes-the-object", bench -> unlinked(bench, true))
                .outcome("name only", QUALIFIED, "the name goes at once, the memory lives until the last mapping and descriptor are gone")
                .outcome("name stays", REFUTED, "the name still opens")
                .outcome("object gone", HOLDS, "the memory cannot be used any more")
                .control("name stays", bench -> unlinked(bench, false));
    }

    private static Seen unlinked(Bench bench, boolean unlink) {
        String name = bench.objectName();
        int fd = object(bench, name);
        Unistd.ftruncate(fd, PAGE).orFail("ftruncate");
        MemorySegment memory = map(bench, fd, PAGE, SysMman.MAP_SHARED);
        if (unlink) {
            SysMman.shmUnlink(name).orFail("shm_unlink");
        }
        Result again = SysMman.shmOpen(name, Fcntl.O_RDWR, 0);
        if (again.ok()) {
            bench.owned(again.number());
            return new Seen("name stays", "shm_open of the name: ok");
        }
        Result used = store(bench, memory.address(), 'x');
        return Seen.either(used.ok(), "name only", "object gone", "shm_open of the name: " + again.error() + ", a store: " + used.error());
    }

    private static Experiment openFileShared() {
        return Experiment.of("mapped-file-is-shared", bench -> mappedThere(bench, SysMman.MAP_SHARED))
                .outcome("seen", HOLDS, "a store through one process's mapping of the file is seen through the other's")
                .outcome("not seen", REFUTED, "each process has its own copy")
                .control("not seen", bench -> mappedThere(bench, SysMman.MAP_PRIVATE));
    }

    private static Seen mappedThere(Bench bench, int flags) {
        Descriptors make = new Descriptors(bench);
        int fd = make.open(make.file("f", "\0".repeat(PAGE)), Fcntl.O_RDWR);
        int other = bench.peer().call("open", bench.path("f"), Fcntl.O_RDWR, 0).number();
        long there = bench.peer().call("mmap", PAGE, BOTH, SysMman.MAP_SHARED, other).result().orFail("mmap").value();
        map(bench, fd, PAGE, flags).set(JAVA_INT, 0, 4711);
        long value = bench.peer().call("peek", there).result().value();
        bench.peer().call("munmap", there, PAGE);
        return Seen.either(value == 4711, "seen", "not seen", "stored 4711 here, loaded " + value + " there");
    }

    private static Experiment part() {
        return Experiment.of("part-of-a-file-is-mapped", bench -> partAt(bench, PAGE))
                .outcome("second page", HOLDS, "one page from the middle of the file is mapped")
                .outcome("EINVAL", REFUTED, "the call is refused")
                .control("EINVAL", bench -> partAt(bench, 100));
    }

    private static Seen partAt(Bench bench, long offset) {
        Descriptors make = new Descriptors(bench);
        int fd = make.open(make.file("f", "1".repeat(PAGE) + "2".repeat(PAGE) + "3".repeat(PAGE)), Fcntl.O_RDWR);
        Result result = SysMman.mmap(PAGE, BOTH, SysMman.MAP_SHARED, fd, offset);
        if (!result.ok()) {
            return new Seen(result.error(), "mmap from byte " + offset + " on: " + result.error());
        }
        bench.atEnd(() -> SysMman.munmap(result.value(), PAGE));
        byte first = SysMman.at(result.value(), PAGE).get(JAVA_BYTE, 0);
        byte last = SysMman.at(result.value(), PAGE).get(JAVA_BYTE, PAGE - 1L);
        return Seen.either(first == '2' && last == '2', "second page", "another part", "mapped from byte " + offset + " on");
    }

    private static Experiment emptyFile() {
        return Experiment.of("new-file-can-be-mapped-and-used", bench -> fileOf(bench, 0))
                .outcome("EFAULT", REFUTED, "mmap succeeds on the empty file, but the first store faults")
                .outcome("ok", HOLDS, "the mapping can be used")
                .control("ok", bench -> fileOf(bench, 40));
    }

    private static Seen fileOf(Bench bench, int size) {
        Descriptors make = new Descriptors(bench);
        int fd = make.open(make.file("f", "x".repeat(size)), Fcntl.O_RDWR);
        Result result = store(bench, map(bench, fd, 40, SysMman.MAP_SHARED).address(), 'y');
        return new Seen(result.error(), "a file of " + size + " bytes, 40 mapped, a store: " + result.error());
    }

    private static Experiment noCopy() {
        return Experiment.of("mapping-saves-a-copy", bench -> later(bench, true))
                .outcome("no copy", HOLDS, "the mapping is the file's own page: it shows what is written to the file later")
                .outcome("a copy", REFUTED, "the memory keeps what the file was")
                .control("a copy", bench -> later(bench, false));
    }

    private static Seen later(Bench bench, boolean mapped) {
        Descriptors make = new Descriptors(bench);
        int fd = make.open(make.file("f", "old"), Fcntl.O_RDWR);
        MemorySegment memory = mapped ? map(bench, fd, 3, SysMman.MAP_SHARED) : bench.buffer(3);
        if (!mapped) {
            Unistd.read(fd, memory, 3);
        }
        Unistd.lseek(fd, 0, Unistd.SEEK_SET);
        Descriptors.write(fd, "new");
        String text = Descriptors.text(memory, 3);
        return Seen.either(text.equals("new"), "no copy", "a copy", "'old' became 'new' in the file, the memory shows '" + text + "'");
    }

    private static Experiment pages() {
        return Experiment.of("mapping-unit-is-a-page", bench -> {
            Descriptors make = new Descriptors(bench);
            int fd = make.open(make.file("f", "abc"), Fcntl.O_RDWR);
            Result behind = store(bench, map(bench, fd, 3, SysMman.MAP_SHARED).address() + 100, 'x');
            map(bench, fd, 3, SysMman.MAP_SHARED).set(JAVA_BYTE, 1, (byte) 'B');
            String text = Descriptors.read(fd, 3);
            return Seen.either(behind.ok() && text.equals("aBc"), "mapped by page, used by byte", "whole units",
                    "3 bytes mapped: byte 100 " + behind.error() + "; one byte stored, the file holds '" + text + "'");
        }).outcome("mapped by page, used by byte", QUALIFIED, "pages are mapped, but single bytes are exchanged")
                .outcome("whole units", HOLDS, "only whole pages are exchanged")
                .control("whole units", bench -> {
                    Result part =
                            SysMman.mmap(3, BOTH, SysMman.MAP_SHARED, new Descriptors(bench).open(new Descriptors(bench).file("f", "abc"),
                                    Fcntl.O_RDWR), 1);
                    return Seen.either(part.ok(), "mapped by page, used by byte", "whole units", "mapping from byte 1 on: " + part.error());
                });
    }
}
