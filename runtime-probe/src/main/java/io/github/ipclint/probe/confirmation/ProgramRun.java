package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.ProcessTree;
import io.github.ipclint.probe.observation.SeenProcess;
import io.github.ipclint.probe.observation.Snapshot;
import io.github.ipclint.probe.process.Task;
import io.github.ipclint.probe.sandbox.KernelObject;
import io.github.ipclint.probe.sandbox.Room;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One run of the programs of a subject in a fresh room. They are started one after the other, each when the others rest; they get three
 * lines of input with a rest after each, visitors at their FIFOs, then end-of-file, and last, if they still live, SIGTERM.
 */
final class ProgramRun {
    private static final int PASSES = 3;
    private static final int LOOK_MILLIS = 10;
    private static final int PROOF_MILLIS = 55;
    private static final long PASS_NANOS = 260_000_000L;
    private static final long END_NANOS = 2_500_000_000L;
    private static final long STOP_NANOS = 400_000_000L;

    private final Room room;
    private final Detector detector;
    private final List<Subject.Program> programs;
    private final List<Integer> order;
    private final Set<Integer> waiters = new HashSet<>();
    private final Set<Integer> visitors = new HashSet<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final Set<KernelObject> made = new LinkedHashSet<>();
    private final Map<Integer, Integer> mains = new LinkedHashMap<>();
    private int pass;

    private ProgramRun(Room room, Detector detector, List<Subject.Program> programs, List<Integer> order) {
        this.room = room;
        this.detector = detector;
        this.programs = programs;
        this.order = order;
    }

    /**
     * Runs the programs.
     *
     * @param order in which they are started, by their numbers
     */
    static Observation observe(Room room, Detector detector, List<Subject.Program> programs, List<byte[]> contents, List<Integer> order) {
        ProgramRun run = new ProgramRun(room, detector, programs, order);
        for (int i : order) {
            room.put("/work/program" + i, contents.get(i));
        }
        room.run("mode", command("chmod", order), java.time.Duration.ofSeconds(5));
        return run.observe();
    }

    private static List<String> command(String first, List<Integer> order) {
        List<String> command = new ArrayList<>(List.of(first, "700"));
        order.forEach(i -> command.add("program" + i));
        return command;
    }

    private Observation observe() {
        if (startAll() || givePasses() || endInputs()) {
            return soFar();
        }
        boolean stopped = stop();
        List<KernelObject> left = living().isEmpty() ? room.objects() : List.of();
        Observation.End end = end(stopped);
        List<String> ever = end instanceof Observation.Ended ? room.everMade() : List.of();
        return new Observation(snapshots, end, made, left, ever);
    }

    private boolean startAll() {
        for (int i : order) {
            List<String> command = new ArrayList<>(List.of("./program" + i));
            command.addAll(programs.get(i).arguments());
            int waiter = room.start("program" + i, i, command);
            waiters.add(waiter);
            mains.put(i, waiter);
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
                room.feed(i, "line " + pass + "\n");
            }
            visit();
            if (settle(PASS_NANOS)) {
                return true;
            }
        }
        return false;
    }

    /** A short-lived writer for each FIFO, where no second program is there to be one. */
    private void visit() {
        if (order.size() > 1) {
            return;
        }
        List<KernelObject> fifos = made.stream().filter(object -> object.kind() == KernelObject.Kind.FIFO).toList();
        for (int i = 0; i < fifos.size(); i++) {
            visitors.add(room.start("visitor" + pass + "-" + i, 0,
                    List.of("timeout", "0.1", "sh", "-c", "echo visit > \"$1\"", "sh", fifos.get(i).name())));
        }
    }

    private boolean endInputs() {
        order.forEach(room::endInput);
        pass++;
        return settle(END_NANOS);
    }

    /** Whether anybody had to be told. */
    private boolean stop() {
        if (living().isEmpty()) {
            return false;
        }
        for (SeenProcess process : living()) {
            room.signal("TERM", process.innerPid());
        }
        settle(STOP_NANOS);
        return true;
    }

    private Observation.End end(boolean stopped) {
        if (!living().isEmpty()) {
            return new Observation.Killed("does not end, not even by SIGTERM");
        }
        for (int i : order) {
            int code = room.exitCode("program" + i).orElse(-1);
            if (code < 0 || code > 128) {
                String how = stopped && code == 128 + 15 ? "ended by us: " + programs.get(i).main() + " does not end by itself"
                        : programs.get(i).main() + " was killed by signal " + (code - 128);
                return new Observation.Killed(how);
            }
        }
        return new Observation.Ended();
    }

    private Observation soFar() {
        return new Observation(snapshots, new Observation.Running(), made, List.of(), List.of());
    }

    /** Looks until everybody rests or has ended, or the time is over; true when the detector has seen enough. */
    private boolean settle(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        Snapshot before = look();
        int still = 0;
        while (System.nanoTime() < end && !allEnded(before)) {
            Task.sleep(still >= 2 ? PROOF_MILLIS : LOOK_MILLIS);
            Snapshot now = look();
            still = now.rests() && now.isStillAs(before) ? still + 1 : 0;
            before = now;
            if (still > 2) {
                break;
            }
        }
        return detector.look(soFar()).kind() == Sighting.Kind.SEEN;
    }

    private boolean allEnded(Snapshot snapshot) {
        return snapshot.processes().isEmpty() && mains.keySet().stream().allMatch(i -> room.exitCode("program" + i).isPresent());
    }

    private List<SeenProcess> living() {
        return look().living();
    }

    private Snapshot look() {
        List<SeenProcess> all = ProcessTree.below(room.outerProcess());
        Set<Integer> foreign = new HashSet<>();
        List<SeenProcess> subjects = new ArrayList<>();
        for (SeenProcess process : all) {
            boolean visits = visitors.contains(process.innerPid()) || foreign.contains(process.parent());
            if (visits) {
                foreign.add(process.pid());
            } else if (process.innerPid() != 1 && !waiters.contains(process.innerPid()) && process.pid() != room.outerProcess()) {
                subjects.add(process);
            }
        }
        Snapshot snapshot = new Snapshot(System.nanoTime(), pass, subjects);
        snapshots.add(snapshot);
        return snapshot;
    }
}
