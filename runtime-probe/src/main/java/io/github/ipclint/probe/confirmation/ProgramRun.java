package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.MemoryEvent;
import io.github.ipclint.probe.observation.ProcessTree;
import io.github.ipclint.probe.observation.SeenProcess;
import io.github.ipclint.probe.observation.Snapshot;
import io.github.ipclint.probe.process.Task;
import io.github.ipclint.probe.sandbox.KernelObject;
import io.github.ipclint.probe.sandbox.Room;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One run of the programs of a subject in a fresh room. They are started one after the other, each when the others rest; in three passes
 * they get input and, if there is only one, visitors; then end-of-file, and last, if they still live, SIGTERM.
 */
final class ProgramRun {
    private static final int PASSES = 3;
    private static final int LOOK_MILLIS = 10;
    private static final int PROOF_MILLIS = 55;
    private static final long PASS_NANOS = 260_000_000L;
    private static final long VISIT_NANOS = 700_000_000L;
    private static final long STOP_NANOS = 400_000_000L;
    private static final int SIGNALLED = 128;
    private static final int SIGTERM = 15;
    private static final Path PROGRAMS = Path.of(Room.FOLDER);

    private final Room room;
    private final Detector detector;
    private final List<Subject.Program> programs;
    private final List<Integer> order;
    private final Visitors visitors;
    private final Set<Integer> waiters = new HashSet<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final Set<KernelObject> made = new LinkedHashSet<>();
    private int pass;

    private ProgramRun(Room room, Detector detector, List<Subject.Program> programs, List<Integer> order, Visitors visitors) {
        this.room = room;
        this.detector = detector;
        this.programs = programs;
        this.order = order;
        this.visitors = visitors;
    }

    /**
     * Runs the programs.
     *
     * @param order in which they are started, by their numbers
     * @param client what visits sockets
     */
    static Observation observe(Room room, Detector detector, Subject subject, List<Executable> executables, List<Integer> order,
            Supplier<Executable.Bytes> client) {
        order.forEach(i -> room.putProgram("program" + i, executables.get(i).content().get()));
        if (detector.stimulus().crowded()) {
            room.run("crowd", List.of("sh", "-c", Stimulus.crowd()), Duration.ofSeconds(5));
        }
        return new ProgramRun(room, detector, subject.programs(), order, new Visitors(room, client)).observe();
    }

    private Observation observe() {
        if (startAll() || givePasses() || endInputs()) {
            return observation(new Observation.Running());
        }
        boolean stopped = stop();
        return observation(end(stopped));
    }

    private boolean startAll() {
        for (int i : order) {
            List<String> command = new ArrayList<>(List.of("./program" + i));
            command.addAll(programs.get(i).arguments());
            waiters.add(room.start("program" + i, i, command));
            if (settle(PASS_NANOS)) {
                return true;
            }
            made.addAll(room.objects());
        }
        return false;
    }

    private boolean givePasses() {
        while (pass < PASSES && !living().isEmpty()) {
            pass++;
            made.addAll(room.objects());
            for (int i : order) {
                room.feed(i, detector.stimulus().input(pass));
            }
            if (order.size() == 1) {
                visitors.visit(pass, made, living());
            }
            if (settle(visitors.areBack() ? PASS_NANOS : VISIT_NANOS)) {
                return true;
            }
        }
        return false;
    }

    private boolean endInputs() {
        order.forEach(room::endInput);
        pass++;
        return settle(detector.stimulus().endMillis() * 1_000_000L);
    }

    /** Whether anybody had to be told. */
    private boolean stop() {
        List<SeenProcess> living = living();
        living.forEach(process -> room.signal("TERM", process.innerPid()));
        if (!living.isEmpty()) {
            settle(STOP_NANOS);
        }
        return !living.isEmpty();
    }

    private Observation.End end(boolean stopped) {
        if (!living().isEmpty()) {
            return new Observation.Killed("does not end, not even by SIGTERM");
        }
        for (int i : order) {
            int code = room.exitCode("program" + i).orElse(-1);
            if (stopped && code == SIGNALLED + SIGTERM) {
                return new Observation.Stopped(programs.get(i).main());
            }
            if (code < 0 || code > SIGNALLED) {
                return new Observation.Killed(programs.get(i).main() + " was killed by signal " + (code - SIGNALLED));
            }
        }
        return new Observation.Ended();
    }

    private Observation observation(Observation.End end) {
        Map<Integer, Executable.Bytes> reached = new HashMap<>();
        order.forEach(i -> room.get(".reached.program" + i).ifPresent(map -> reached.put(i, new Executable.Bytes(map))));
        boolean over = end instanceof Observation.Ended || end instanceof Observation.Stopped;
        return new Observation(snapshots, end, made, over ? room.objects() : List.of(), over ? room.everMade() : List.of(), reached,
                openAtEnd(), room.get(".accesses").map(MemoryEvent::parse).orElse(List.of()));
    }

    private Map<Integer, Integer> openAtEnd() {
        Map<Integer, Integer> open = new HashMap<>();
        room.get(".ends").ifPresent(text -> new String(text, StandardCharsets.UTF_8).lines()
                .map(line -> line.split(" "))
                .filter(fields -> fields.length == 2 && fields[0].matches("\\d{1,9}") && fields[1].matches("\\d{1,9}"))
                .forEach(fields -> open.put(Integer.parseInt(fields[0]), Integer.parseInt(fields[1]))));
        return open;
    }

    /** Looks until everybody rests or has ended, or the time is over; true when the detector has seen enough. */
    private boolean settle(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        Snapshot before = look();
        int still = 0;
        while (still <= 2 && System.nanoTime() < end && !allEnded(before)) {
            Task.sleep(still >= 2 ? PROOF_MILLIS : LOOK_MILLIS);
            Snapshot now = look();
            still = now.rests() && now.isStillAs(before) && visitors.areBack() ? still + 1 : 0;
            before = now;
        }
        Observation soFar =
                new Observation(snapshots, new Observation.Running(), made, List.of(), List.of(), Map.of(), Map.of(), List.of());
        return detector.look(soFar).kind() == Sighting.Kind.SEEN;
    }

    private boolean allEnded(Snapshot snapshot) {
        return snapshot.processes().isEmpty() && order.stream().filter(i -> waiters.size() > order.indexOf(i))
                .allMatch(i -> room.exitCode("program" + i).isPresent());
    }

    private List<SeenProcess> living() {
        return look().living();
    }

    private Snapshot look() {
        Set<Integer> foreign = new HashSet<>();
        List<SeenProcess> subjects = new ArrayList<>();
        for (SeenProcess process : ProcessTree.below(room.outerProcess(), PROGRAMS)) {
            if (visitors.waits(process.innerPid()) || foreign.contains(process.parent())) {
                foreign.add(process.pid());
            } else if (process.innerPid() != 1 && !waiters.contains(process.innerPid())) {
                subjects.add(process);
            }
        }
        Snapshot snapshot = new Snapshot(System.nanoTime(), pass, subjects);
        snapshots.add(snapshot);
        return snapshot;
    }
}
