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
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One run of the programs of a subject in a fresh room. They are started one after the other, each when the others rest; in three passes
 * they get input and, if there is only one, visitors; then end-of-file, and last, if they still live, SIGTERM.
 */
final class ProgramRun {
    private static final int LOOK_MILLIS = 10;
    private static final long PASS_NANOS = 260_000_000L;
    private static final long VISIT_NANOS = 700_000_000L;
    private static final long FLOOD_NANOS = 8_000_000_000L;
    private static final long STOP_NANOS = 400_000_000L;
    private static final int SIGNALLED = 128;
    private static final int SIGTERM = 15;
    private static final int LAST_SIGNAL = 64;
    private static final String REACHED = ".reached.program";
    private static final Path PROGRAMS = Path.of(Room.FOLDER);

    private final Room room;
    private final Detector detector;
    private final List<Subject.Program> programs;
    private final Cast cast;
    private final Visitors visitors;
    private final Set<Integer> waiters = new HashSet<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final Set<KernelObject> made = new LinkedHashSet<>();
    private int pass;

    private ProgramRun(Room room, Detector detector, List<Subject.Program> programs, Cast cast, Visitors visitors) {
        this.room = room;
        this.detector = detector;
        this.programs = programs;
        this.cast = cast;
        this.visitors = visitors;
    }

    /**
     * Runs the programs.
     *
     * @param executables by number of the program
     * @param client what visits sockets
     */
    static Observation observe(Room room, Detector detector, Subject subject, Map<Integer, Executable> executables, Cast cast,
            Supplier<Executable.Bytes> client) {
        for (int i : cast.programs()) {
            room.putProgram("program" + i, Objects.requireNonNull(executables.get(i)).content().get());
            // programs are started where they were written, and some make keys of the name of their source
            String main = subject.programs().get(i).main();
            room.put(main.substring(main.lastIndexOf('/') + 1), Objects.requireNonNull(subject.files().get(main)));
        }
        if (detector.stimulus().crowded()) {
            room.run("crowd", List.of("sh", "-c", Stimulus.crowd()), Duration.ofSeconds(5));
        }
        if (cast.mishap() != Mishap.NONE) {
            room.put(".mishap", cast.mishap().letter().getBytes(StandardCharsets.UTF_8));
        }
        return new ProgramRun(room, detector, subject.programs(), cast, new Visitors(room, client)).observe();
    }

    private Observation observe() {
        if (startAll() || givePasses() || endInputs()) {
            return observation(new Observation.Running());
        }
        boolean stopped = stop();
        return observation(end(stopped));
    }

    private boolean startAll() {
        for (int i = 0; i < cast.roles().size(); i++) {
            Cast.Role role = cast.roles().get(i);
            List<String> command = new ArrayList<>(List.of("./program" + role.program()));
            command.addAll(role.arguments());
            waiters.add(room.start("role" + i, i, command));
            if (settle(PASS_NANOS)) {
                return true;
            }
            made.addAll(room.objects());
        }
        return false;
    }

    private boolean givePasses() {
        while (pass < Passes.NUMBER && !living().isEmpty()) {
            pass++;
            made.addAll(room.objects());
            for (int i = 0; i < waiters.size(); i++) {
                room.feed(i, detector.stimulus().input(pass));
            }
            if (cast.roles().size() == 1) {
                visitors.visit(pass, made, living());
            }
            if (settle(visitors.areBack() ? PASS_NANOS : VISIT_NANOS)) {
                return true;
            }
        }
        return cast.roles().size() == 1 && detector.stimulus().flooded() && flood();
    }

    /** More visitors than a process can have descriptors; what the server makes of them is looked at when all are back. */
    private boolean flood() {
        pass++;
        if (!visitors.flood(made, living())) {
            return false;
        }
        long end = System.nanoTime() + FLOOD_NANOS;
        while (!visitors.areBack() && System.nanoTime() < end) {
            Task.sleep(LOOK_MILLIS);
        }
        return settle(PASS_NANOS);
    }

    private boolean endInputs() {
        for (int i = 0; i < waiters.size(); i++) {
            room.endInput(i);
        }
        pass++;
        return settle(detector.stimulus().endMillis() * 1_000_000L);
    }

    /** Whether anybody had to be told. */
    private boolean stop() {
        List<SeenProcess> living = living();
        pass++;
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
        for (int i = 0; i < cast.roles().size(); i++) {
            int code = room.exitCode("role" + i).orElse(-1);
            String main = programs.get(cast.roles().get(i).program()).main();
            if (stopped && code == SIGNALLED + SIGTERM) {
                return new Observation.Stopped(main);
            }
            // more than the last signal is what the program gives back itself: -1 is 255
            if (code < 0 || code > SIGNALLED && code <= SIGNALLED + LAST_SIGNAL) {
                return new Observation.Killed(main + " was killed by signal " + (code - SIGNALLED));
            }
        }
        return new Observation.Ended();
    }

    private Observation observation(Observation.End end) {
        // before anything is asked of the room: those who answer are processes, too
        boolean over = !(end instanceof Observation.Running) && living().isEmpty();
        Map<Integer, Executable.Bytes> reached = new HashMap<>();
        cast.programs().forEach(i -> room.get(REACHED + i).ifPresent(map -> reached.put(i, new Executable.Bytes(map))));
        return new Observation(snapshots, end, made, over ? room.objects() : List.of(), over ? room.everMade() : List.of(), reached,
                endings(), room.get(".accesses").map(MemoryEvent::parse).orElse(List.of()));
    }

    private Map<Integer, Observation.Ending> endings() {
        Map<Integer, Observation.Ending> endings = new HashMap<>();
        room.get(".ends").ifPresent(text -> new String(text, StandardCharsets.UTF_8).lines()
                .filter(line -> line.matches("(\\d{1,9} ){2}[01] [01]"))
                .map(line -> line.split(" "))
                .forEach(fields -> endings.put(Integer.parseInt(fields[0]),
                        new Observation.Ending(Integer.parseInt(fields[1]), fields[2].equals("1"), fields[3].equals("1")))));
        return endings;
    }

    /** Looks until everybody rests or has ended, or the time is over; true when the detector has seen enough. */
    private boolean settle(long nanoseconds) {
        int rest = detector.restMillis(pass);
        long end = System.nanoTime() + nanoseconds + rest * 1_000_000L;
        Snapshot before = look();
        int still = 0;
        while (still <= 2 && System.nanoTime() < end && !allEnded(before)) {
            Task.sleep(still >= 2 ? rest : LOOK_MILLIS);
            Snapshot now = look();
            still = now.rests() && now.isStillAs(before) && visitors.areBack() ? still + 1 : 0;
            before = now;
            if (isSeen()) {
                return true;
            }
        }
        return isSeen();
    }

    private boolean isSeen() {
        Observation soFar =
                new Observation(snapshots, new Observation.Running(), made, List.of(), List.of(), Map.of(), Map.of(), List.of());
        return detector.look(soFar).kind() == Sighting.Kind.SEEN;
    }

    private boolean allEnded(Snapshot snapshot) {
        return snapshot.processes().isEmpty()
                && IntStream.range(0, waiters.size()).allMatch(i -> room.exitCode("role" + i).isPresent());
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
