package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.QUALIFIED;
import static io.github.ipclint.probe.bench.Grade.REFUTED;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.NotHereException;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.bench.SystemV;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SysIpc;
import io.github.ipclint.probe.libc.SysMman;
import io.github.ipclint.probe.libc.SysShm;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.peer.Peer;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** System V segments: who keeps them and when they go. */
final class SegmentLifetimeExperiments {
    private static final int SIZE = 4096;
    private static final int OWNER = 0600;

    private SegmentLifetimeExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(removal(), removed(), zero(), outlives(), untilReboot(), listed());
    }

    private static Experiment removal() {
        return Experiment.of("segment-removed-at-last-detach", bench -> removeWhile(bench, true))
                .outcome("marked, key free at once", QUALIFIED, "the memory lasts until the last detach, the key is free at once")
                .outcome("unchanged until detach", HOLDS, "nothing changes before the last detach")
                .outcome("gone at once", REFUTED, "the segment is gone at once")
                .control("gone at once", bench -> removeWhile(bench, false));
    }

    private static Seen removeWhile(Bench bench, boolean attached) {
        int key = bench.key();
        SystemV make = new SystemV(bench);
        int segment = make.segment(key, SIZE, OWNER);
        MemorySegment memory = attached ? make.attach(segment, SIZE) : MemorySegment.NULL;
        SysShm.remove(segment).orFail("shmctl");
        Result byKey = SysShm.shmget(key, 0, 0);
        Result byId = SysShm.shmat(segment, 0, 0);
        if (!byId.ok()) {
            return new Seen("gone at once", "by key: " + byKey.error() + ", by id: " + byId.error());
        }
        bench.atEnd(() -> SysShm.shmdt(byId.value()));
        memory.set(JAVA_INT, 0, 5);
        boolean used = SysMman.at(byId.value(), SIZE).get(JAVA_INT, 0) == 5;
        return Seen.either(used && !byKey.ok(), "marked, key free at once", "unchanged until detach",
                "memory still works, by key: " + byKey.error() + ", Linux attaches by id: " + byId.error());
    }

    private static Experiment removed() {
        return Experiment.of("shmctl-removes-the-segment", bench -> after(bench, true))
                .outcome("gone", HOLDS, "after IPC_RMID the unattached segment is gone")
                .outcome("there", REFUTED, "the segment is still there")
                .control("there", bench -> after(bench, false));
    }

    private static Seen after(Bench bench, boolean remove) {
        int key = bench.key();
        int segment = new SystemV(bench).segment(key, SIZE, OWNER);
        if (remove) {
            SysShm.remove(segment).orFail("shmctl");
        }
        Result result = SysShm.shmget(key, 0, 0);
        return Seen.either(result.ok(), "there", "gone", "shmget of its key: " + result.error());
    }

    private static Experiment zero() {
        return Experiment
                .of("shmctl-returns-0", bench -> Seen.either(SysShm.remove(new SystemV(bench).segment(SIZE)).value() == 0, "0", "-1",
                        "IPC_RMID of a segment"))
                .outcome("0", HOLDS, "success is 0")
                .outcome("-1", REFUTED, "success is not 0")
                .control("-1", bench -> {
                    int segment = new SystemV(bench).segment(SIZE);
                    SysShm.remove(segment);
                    return Seen.either(SysShm.remove(segment).value() == 0, "0", "-1", "IPC_RMID of a removed segment");
                });
    }

    private static Experiment outlives() {
        return Experiment.of("segment-outlives-its-processes", bench -> left(bench, false))
                .outcome("still there", HOLDS, "segment and content are there when all of its processes have ended")
                .outcome("gone", REFUTED, "the segment went with its processes")
                .control("gone", bench -> left(bench, true));
    }

    private static Seen left(Bench bench, boolean removed) {
        int key = bench.key();
        try (Peer maker = Peer.start()) {
            int segment = maker.call("shmget", key, SIZE, SysIpc.IPC_CREAT | SysIpc.IPC_EXCL | OWNER).number();
            bench.atEnd(() -> SysShm.remove(segment));
            maker.call("poke", maker.call("shmat", segment, 0).result().value(), 4711);
            if (removed) {
                SysShm.remove(segment);
            }
        }
        Result id = SysShm.shmget(key, 0, 0);
        boolean kept = id.ok() && new SystemV(bench).attach(id.number(), SIZE).get(JAVA_INT, 0) == 4711;
        return Seen.either(kept, "still there", "gone", "after the maker's end: " + (id.ok() ? "value 4711" : id.error()));
    }

    private static Experiment untilReboot() {
        return Experiment.of("segment-lasts-until-reboot", SegmentLifetimeExperiments::inNamespace)
                .outcome("goes with its namespace", QUALIFIED, "it goes with the IPC namespace, as when a container ends")
                .outcome("stays", HOLDS, "it outlives the namespace")
                .outcome("made here", REFUTED, "it was not made in a namespace")
                .control("made here", SegmentLifetimeExperiments::inHere);
    }

    /** Makes a segment in a namespace of its own and looks whether it is anywhere afterwards. */
    private static Seen inNamespace(Bench bench) {
        String user = Unistd.geteuid() == 0 ? "" : "--user --map-root-user ";
        String output = bench.shell("before=$(cat /proc/sysvipc/shm | wc -l)\nunshare " + user
                + "--ipc sh -c 'ipcmk -M 4096 > /dev/null; cat /proc/sysvipc/shm | wc -l"
                + "' || exit 1\necho $before; cat /proc/sysvipc/shm | wc -l").output();
        String[] lines = output.strip().split("\\s+");
        if (lines.length != 3 || !lines[0].matches("\\d+")) {
            throw new NotHereException("no IPC namespace or no ipcmk: " + output.strip().lines().findFirst().orElse(""));
        }
        return Seen.either(lines[0].equals("2") && lines[1].equals(lines[2]), "goes with its namespace", "stays",
                "1 segment inside, and outside as many as before");
    }

    private static Seen inHere(Bench bench) throws IOException {
        int before = Files.readAllLines(Path.of("/proc/sysvipc/shm")).size();
        new SystemV(bench).segment(SIZE);
        int after = Files.readAllLines(Path.of("/proc/sysvipc/shm")).size();
        return Seen.either(after == before + 1, "made here", "stays", "the list got longer by " + (after - before));
    }

    private static Experiment listed() {
        return Experiment.of("segment-is-managed-by-the-kernel", bench -> inList(new SystemV(bench).segment(SIZE)))
                .outcome("listed", HOLDS, "the kernel lists the segment with its size and owner")
                .outcome("not listed", REFUTED, "the kernel does not list it")
                .control("not listed", bench -> {
                    int segment = new SystemV(bench).segment(SIZE);
                    SysShm.remove(segment);
                    return inList(segment);
                });
    }

    private static Seen inList(int segment) throws IOException {
        boolean listed = Files.readAllLines(Path.of("/proc/sysvipc/shm")).stream().anyMatch(line -> {
            String[] cells = line.strip().split("\\s+");
            return cells[1].equals(Integer.toString(segment)) && cells[3].equals(Integer.toString(SIZE));
        });
        return Seen.either(listed, "listed", "not listed", "/proc/sysvipc/shm " + (listed ? "shows" : "does not show") + " it");
    }
}
