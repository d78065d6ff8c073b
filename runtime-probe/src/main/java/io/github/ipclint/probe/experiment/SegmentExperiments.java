package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.QUALIFIED;
import static io.github.ipclint.probe.bench.Grade.REFUTED;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.bench.SystemV;
import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SysIpc;
import io.github.ipclint.probe.libc.SysMman;
import io.github.ipclint.probe.libc.SysShm;
import io.github.ipclint.probe.libc.Unistd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** System V segments: keys, sizes and flags. */
final class SegmentExperiments {
    private static final int SIZE = 4096;
    private static final int OWNER = 0600;

    private SegmentExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(sameKey(), existingOrNew(), creates(), exclusiveAlone(), fixedSize(), equalSizes(), minimum(), sizeZero(),
                anyAddress(),
                mustAttach(), readOnly(), getFlags(), minusOne(), failedAttach());
    }

    private static Experiment sameKey() {
        return Experiment.of("segment-found-by-key", bench -> found(bench, 0))
                .outcome("same id", HOLDS, "the key gives the other process the same segment")
                .outcome("ENOENT", REFUTED, "the key leads to nothing")
                .control("ENOENT", bench -> found(bench, 1));
    }

    private static Seen found(Bench bench, int difference) {
        int key = bench.key();
        int here = new SystemV(bench).segment(key, SIZE, OWNER);
        Result there = bench.peer().call("shmget", key ^ difference, 0, 0).result();
        return there.ok() ? Seen.either(there.number() == here, "same id", "another id", "the ids are equal")
                : new Seen(there.error(), "shmget: " + there.error());
    }

    private static Experiment existingOrNew() {
        return Experiment.of("shmget-finds-or-makes", bench -> missing(bench, 0))
                .outcome("ENOENT", QUALIFIED, "what is not there is made only with IPC_CREAT")
                .outcome("made", HOLDS, "what is not there is made")
                .control("made", bench -> missing(bench, SysIpc.IPC_CREAT));
    }

    private static Experiment creates() {
        return Experiment.of("ipc-creat-makes", bench -> missing(bench, SysIpc.IPC_CREAT))
                .outcome("made", HOLDS, "with IPC_CREAT the missing segment is made")
                .outcome("ENOENT", REFUTED, "the segment is not made")
                .control("ENOENT", bench -> missing(bench, 0));
    }

    private static Seen missing(Bench bench, int flags) {
        Result result = SysShm.shmget(bench.key(), SIZE, flags | OWNER);
        if (result.ok()) {
            bench.atEnd(() -> SysShm.remove(result.number()));
        }
        return new Seen(result.ok() ? "made" : result.error(), "shmget of a new key: " + result.error());
    }

    private static Experiment exclusiveAlone() {
        return Experiment.of("ipc-excl-fails-if-there", bench -> existing(bench, SysIpc.IPC_EXCL))
                .outcome("ok", QUALIFIED, "alone the flag is ignored, it needs IPC_CREAT")
                .outcome("EEXIST", HOLDS, "the call fails")
                .control("EEXIST", bench -> existing(bench, SysIpc.IPC_EXCL | SysIpc.IPC_CREAT));
    }

    private static Seen existing(Bench bench, int flags) {
        int key = bench.key();
        new SystemV(bench).segment(key, SIZE, OWNER);
        Result result = SysShm.shmget(key, SIZE, flags | OWNER);
        return new Seen(result.error(), "shmget of an existing key: " + result.error());
    }

    private static Experiment fixedSize() {
        return Experiment.of("shared-memory-size-is-fixed", SegmentExperiments::growPosix)
                .outcome("grows", QUALIFIED, "a System V segment keeps its size, a POSIX object grows by ftruncate")
                .outcome("fixed", HOLDS, "the size cannot be changed")
                .control("fixed", bench -> {
                    int key = bench.key();
                    new SystemV(bench).segment(key, SIZE, OWNER);
                    Result result = SysShm.shmget(key, 2L * SIZE, 0);
                    return Seen.either(result.ok(), "grows", "fixed", "System V, twice the size asked for: " + result.error());
                });
    }

    private static Seen growPosix(Bench bench) {
        String name = bench.objectName();
        int used = bench.owned(SysMman.shmOpen(name, Fcntl.O_CREAT | Fcntl.O_EXCL | Fcntl.O_RDWR, OWNER).orFail("shm_open").number());
        SysMman.shmUnlink(name);
        Unistd.ftruncate(used, SIZE).orFail("ftruncate");
        Result result = Unistd.ftruncate(used, 4L * SIZE);
        long size = Unistd.lseek(used, 0, Unistd.SEEK_END).value();
        return Seen.either(result.ok() && size == 4L * SIZE, "grows", "fixed", "POSIX, four times the size: " + result.error());
    }

    private static Experiment equalSizes() {
        return Experiment.of("sizes-must-be-equal", bench -> sizes(bench, true))
                .outcome("smaller yes, larger no", QUALIFIED, "smaller sizes and 0 are fine, only a larger one gives EINVAL")
                .outcome("only equal", HOLDS, "any other size is refused")
                .outcome("any", REFUTED, "the size does not matter")
                .control("any", bench -> sizes(bench, false));
    }

    private static Seen sizes(Bench bench, boolean sameKey) {
        int key = bench.key();
        new SystemV(bench).segment(key, 2L * SIZE, OWNER);
        Result smaller = ask(bench, sameKey ? key : SysIpc.IPC_PRIVATE, SIZE);
        Result larger = ask(bench, sameKey ? key : SysIpc.IPC_PRIVATE, 4L * SIZE);
        String outcome = !smaller.ok() ? "only equal" : larger.ok() ? "any" : "smaller yes, larger no";
        return new Seen(outcome, "half the size: " + smaller.error() + ", twice the size: " + larger.error());
    }

    private static Result ask(Bench bench, int key, long size) {
        Result result = SysShm.shmget(key, size, key == SysIpc.IPC_PRIVATE ? OWNER : 0);
        if (result.ok() && key == SysIpc.IPC_PRIVATE) {
            bench.atEnd(() -> SysShm.remove(result.number()));
        }
        return result;
    }

    private static Experiment minimum() {
        return Experiment.of("size-is-a-minimum", bench -> mapped(bench, 128))
                .outcome("more", HOLDS, "the segment is rounded up to pages: bytes behind the size can be used")
                .outcome("as asked", REFUTED, "exactly the size can be used")
                .control("as asked", bench -> mapped(bench, SIZE));
    }

    private static Seen mapped(Bench bench, long size) throws IOException {
        long address = new SystemV(bench).attach(new SystemV(bench).segment(size), size).address();
        String line = Files.readAllLines(Path.of("/proc/self/maps")).stream().filter(it -> SharedMemoryExperiments.contains(it, address))
                .findFirst().orElseThrow();
        String[] range = line.substring(0, line.indexOf(' ')).split("-");
        long length = Long.parseUnsignedLong(range[1], 16) - Long.parseUnsignedLong(range[0], 16);
        return Seen.either(length > size, "more", "as asked", size + " bytes asked for, " + length + " mapped");
    }

    private static Experiment sizeZero() {
        return Experiment.of("size-0-for-an-existing-segment", bench -> zeroSize(bench, true))
                .outcome("ok", HOLDS, "0 is accepted for a segment that is there")
                .outcome("EINVAL", REFUTED, "0 is refused")
                .control("EINVAL", bench -> zeroSize(bench, false));
    }

    private static Seen zeroSize(Bench bench, boolean exists) {
        int key = bench.key();
        if (exists) {
            new SystemV(bench).segment(key, SIZE, OWNER);
        }
        Result result = SysShm.shmget(key, 0, exists ? 0 : SysIpc.IPC_CREAT | SysIpc.IPC_EXCL | OWNER);
        return new Seen(result.error(), "shmget with size 0: " + result.error());
    }

    private static Experiment anyAddress() {
        return Experiment.of("attach-address-0-lets-the-kernel-choose", bench -> attachAt(bench, 0))
                .outcome("chosen", HOLDS, "two attachments get two addresses that the kernel chose")
                .outcome("EINVAL", REFUTED, "the call is refused")
                .control("EINVAL", bench -> attachAt(bench, 1));
    }

    private static Seen attachAt(Bench bench, long address) {
        int segment = new SystemV(bench).segment(SIZE);
        Result first = SysShm.shmat(segment, address, 0);
        Result second = SysShm.shmat(segment, address, 0);
        if (!first.ok()) {
            return new Seen(first.error(), "shmat at address " + address + ": " + first.error());
        }
        bench.atEnd(() -> SysShm.shmdt(first.value()));
        bench.atEnd(() -> SysShm.shmdt(second.value()));
        return Seen.either(first.value() != 0 && first.value() != second.value(), "chosen", "the same", "two different addresses");
    }

    private static Experiment mustAttach() {
        return Experiment.of("segment-must-be-attached", bench -> attachments(bench, false))
                .outcome("not attached", HOLDS, "shmget alone gives no memory, nobody is attached")
                .outcome("attached", REFUTED, "the segment is in memory already")
                .control("attached", bench -> attachments(bench, true));
    }

    private static Seen attachments(Bench bench, boolean attach) {
        int segment = new SystemV(bench).segment(SIZE);
        if (attach) {
            new SystemV(bench).attach(segment, SIZE);
        }
        long attached = SysShm.stat(segment).attached();
        return Seen.either(attached == 0, "not attached", "attached", attached + " attachments");
    }

    private static Experiment readOnly() {
        return Experiment.of("shm-rdonly-refuses-stores", bench -> stored(bench, SysShm.SHM_RDONLY))
                .outcome("EFAULT", HOLDS, "a store faults")
                .outcome("ok", REFUTED, "a store succeeds")
                .control("ok", bench -> stored(bench, 0));
    }

    private static Experiment getFlags() {
        return Experiment.of("shmat-takes-flags-of-shmget", bench -> stored(bench, SysIpc.IPC_CREAT | 0444))
                .outcome("ok", REFUTED, "modes and IPC_CREAT mean nothing to shmat: attached for reading and writing whatever they say")
                .outcome("EFAULT", HOLDS, "the mode given to shmat counts")
                .control("EFAULT", bench -> stored(bench, SysShm.SHM_RDONLY));
    }

    private static Seen stored(Bench bench, int flags) {
        long address = SysShm.shmat(new SystemV(bench).segment(SIZE), 0, flags).orFail("shmat").value();
        bench.atEnd(() -> SysShm.shmdt(address));
        Descriptors.Ends pipe = new Descriptors(bench).pipe();
        Descriptors.write(pipe.write(), "x");
        Result result = Unistd.read(pipe.read(), address, 1);
        return new Seen(result.error(), "attached with flags " + Integer.toOctalString(flags) + ", a store: " + result.error());
    }

    private static Experiment minusOne() {
        return Experiment.of("shmget-fails-with-minus-1", bench -> missing(bench, 0))
                .outcome("ENOENT", HOLDS, "failure is -1, with the reason in errno")
                .outcome("made", REFUTED, "no failure")
                .control("made", bench -> missing(bench, SysIpc.IPC_CREAT));
    }

    private static Experiment failedAttach() {
        return Experiment.of("shmat-fails-with-minus-1", bench -> address(bench, true))
                .outcome("(void *) -1", HOLDS, "failure is (void *) -1, not NULL")
                .outcome("an address", REFUTED, "no failure")
                .control("an address", bench -> address(bench, false));
    }

    private static Seen address(Bench bench, boolean removed) {
        int segment = new SystemV(bench).segment(SIZE);
        if (removed) {
            SysShm.remove(segment);
        }
        Result result = SysShm.shmat(segment, 0, 0);
        if (result.ok()) {
            bench.atEnd(() -> SysShm.shmdt(result.value()));
        }
        return Seen.either(result.value() == -1, "(void *) -1", "an address", "shmat: " + result.error());
    }
}
