package io.github.ipclint.probe.confirmation;

import io.github.ipclint.finding.Evidence;
import io.github.ipclint.finding.Evidence.Verdict;
import io.github.ipclint.finding.Level;
import io.github.ipclint.probe.sandbox.Room;
import io.github.ipclint.probe.sandbox.Sandbox;
import io.github.ipclint.probe.sandbox.SandboxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs programs for findings and judges what was seen. */
public final class Confirmer {
    private static final int RUNS = 3;

    /** After so long, programs that show nothing are not run again. */
    private static final long PATIENCE_NANOS = 4_000_000_000L;

    private final Sandbox sandbox;
    private final int runs;
    private final Compiler compiler;
    private Executable.@Nullable Bytes visitor;

    public Confirmer(Sandbox sandbox) {
        this(sandbox, RUNS);
    }

    /** One that tries each order at most so often. */
    Confirmer(Sandbox sandbox, int runs) {
        this.sandbox = sandbox;
        this.runs = runs;
        this.compiler = new Compiler(sandbox);
    }

    /**
     * What a finding says.
     *
     * @param level some rules report two mistakes that differ in it
     * @param path of the file that the finding is in
     */
    public record Claim(String rule, Level level, String path, int line) {}

    /** What running the subject shows of a claim. */
    public Evidence confirm(Claim claim, Subject subject) {
        Optional<Detector> detector = Detectors.of(claim.rule(), claim.level());
        if (detector.isEmpty()) {
            return Evidence.inconclusive("no detector looks for it");
        }
        if (sandbox.missing().isPresent()) {
            return Evidence.inconclusive("programs are not run here");
        }
        try {
            return new Judgement(claim, detector.get(), subject, compiler.compile(subject, detector.get().stimulus().traced())).run();
        } catch (Compiler.FailedException e) {
            return Evidence.inconclusive("does not compile by itself: " + e.getMessage());
        } catch (SandboxException e) {
            return Evidence.inconclusive("the sandbox failed: " + e.getMessage());
        }
    }

    private synchronized Executable.Bytes visitor() {
        Executable.Bytes made = visitor;
        if (made == null) {
            made = compiler.visitor();
            visitor = made;
        }
        return made;
    }

    /** The runs for one claim. */
    private final class Judgement {
        private final Claim claim;
        private final Detector detector;
        private final Subject subject;
        private final List<Executable> executables;
        private final List<Sighting> sightings = new ArrayList<>();
        private final long start = System.nanoTime();
        private Optional<Boolean> reached = Optional.empty();

        Judgement(Claim claim, Detector detector, Subject subject, List<Executable> executables) {
            this.claim = claim;
            this.detector = detector;
            this.subject = subject;
            this.executables = executables;
        }

        Evidence run() {
            List<List<Integer>> orders = orders();
            for (int run = 0; run < runs && !isDecided(); run++) {
                for (List<Integer> order : orders) {
                    if (isTooLate()) {
                        break;
                    }
                    Sighting sighting = observe(order);
                    sightings.add(sighting);
                    if (sighting.kind() == Sighting.Kind.SEEN && !detector.needsEveryOrder()) {
                        return evidence(Verdict.CONFIRMED, order, sighting);
                    }
                    if (sighting.kind() == Sighting.Kind.ABSENT && detector.needsEveryOrder() && !reached.equals(Optional.of(false))) {
                        return evidence(Verdict.REFUTED, order, sighting);
                    }
                }
            }
            return summary(orders.getFirst());
        }

        /** Alone first, with visitors, where the mistake needs no company; then all in every order. */
        private List<List<Integer>> orders() {
            List<List<Integer>> orders = new ArrayList<>();
            boolean alone = !detector.needsEveryOrder() && !detector.stimulus().traced();
            if (alone && subject.programs().size() > 1) {
                orders.add(List.of(0));
            }
            orders.addAll(Confirmer.orders(subject.programs().size()));
            return orders;
        }

        /** More runs would show the same: objects are left in every order, or nothing can be decided in any. */
        private boolean isDecided() {
            return !sightings.isEmpty() && (sightings.stream().anyMatch(it -> it.kind() == Sighting.Kind.SEEN)
                    || sightings.stream().allMatch(it -> it.kind() == Sighting.Kind.UNDECIDED
                            || detector.needsEveryOrder() && it.kind() == Sighting.Kind.POSSIBLE)
                    || isTooLate());
        }

        /** Objects have to be looked for in every order. */
        private boolean isTooLate() {
            return !sightings.isEmpty() && !detector.needsEveryOrder() && System.nanoTime() - start > PATIENCE_NANOS;
        }

        private Sighting observe(List<Integer> order) {
            try (Room room = sandbox.open()) {
                Observation observation =
                        ProgramRun.observe(room, detector, subject, executables, order, Confirmer.this::visitor);
                observation.reached().forEach((program, map) -> executables.get(program).blocks()
                        .ran(map.get(), claim.path(), claim.line())
                        .ifPresent(ran -> reached = Optional.of(ran || reached.orElse(false))));
                return detector.look(observation.with(executables.stream().map(Executable::blocks).toList()));
            }
        }

        private Evidence summary(List<Integer> order) {
            Optional<Sighting> seen = first(Sighting.Kind.SEEN);
            if (seen.isPresent() && sightings.stream().allMatch(it -> it.kind() == Sighting.Kind.SEEN)) {
                return evidence(Verdict.CONFIRMED, order, seen.get());
            }
            Optional<Sighting> possible = first(Sighting.Kind.POSSIBLE);
            if (possible.isPresent()) {
                return evidence(Verdict.POSSIBLE, order, possible.get());
            }
            if (reached.equals(Optional.of(false))) {
                return evidence(Verdict.INCONCLUSIVE, order, Sighting.undecided("the place was not reached with these inputs"));
            }
            Optional<Sighting> absent = first(Sighting.Kind.ABSENT);
            if (absent.isPresent()) {
                return evidence(Verdict.REFUTED, order, absent.get());
            }
            if (seen.isEmpty() && first(Sighting.Kind.NOTHING).isPresent()) {
                return evidence(Verdict.NOT_SEEN, order, Sighting.nothing());
            }
            return first(Sighting.Kind.UNDECIDED).map(it -> evidence(Verdict.INCONCLUSIVE, order, it))
                    .orElseGet(() -> evidence(Verdict.NOT_SEEN, order, Sighting.nothing()));
        }

        private Optional<Sighting> first(Sighting.Kind kind) {
            return sightings.stream().filter(it -> it.kind() == kind).findFirst();
        }

        private Evidence evidence(Verdict verdict, List<Integer> order, Sighting sighting) {
            List<String> programs = order.stream().map(i -> subject.programs().get(i).main()).toList();
            int seen = (int) sightings.stream().filter(it -> it.kind() == Sighting.Kind.SEEN).count();
            return new Evidence(verdict, detector.name(), programs, sightings.size(), seen, reached, named(sighting.facts(), subject),
                    sighting.reason(), (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** Processes bear the name of the executable, which says nothing to a reader. */
    private static List<String> named(List<String> facts, Subject subject) {
        List<String> named = new ArrayList<>(facts);
        for (int i = 0; i < subject.programs().size(); i++) {
            String main = subject.programs().get(i).main();
            String name = main.substring(main.lastIndexOf('/') + 1).replaceFirst("\\.c$", "");
            String executable = "program" + i + " ";
            named.replaceAll(fact -> fact.replace(executable, name + " "));
        }
        return named;
    }

    /** All orders of so many programs, that of the sources first. */
    static List<List<Integer>> orders(int count) {
        if (count == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (List<Integer> shorter : orders(count - 1)) {
            for (int at = shorter.size(); at >= 0; at--) {
                List<Integer> order = new ArrayList<>(shorter);
                order.add(at, count - 1);
                orders.add(order);
            }
        }
        return orders;
    }
}
