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

/** Runs programs for findings and judges what was seen. */
public final class Confirmer {
    private static final int RUNS = 3;

    private final Sandbox sandbox;

    public Confirmer(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * What running the subject shows of a finding of the rule.
     *
     * @param level of the finding; some rules report two mistakes that differ in it
     */
    public Evidence confirm(String rule, Level level, Subject subject) {
        Optional<Detector> detector = Detectors.of(rule, level);
        if (detector.isEmpty()) {
            return Evidence.inconclusive("no run can show it");
        }
        if (sandbox.missing().isPresent()) {
            return Evidence.inconclusive("programs do not run here: " + sandbox.description());
        }
        try {
            Executables executables = Executables.compile(sandbox, subject);
            return executables.problem().isEmpty()
                    ? new Judgement(detector.get(), subject).run(executables.contents())
                    : Evidence.inconclusive("does not compile by itself: " + executables.problem());
        } catch (SandboxException e) {
            return Evidence.inconclusive("the sandbox failed: " + e.getMessage());
        }
    }

    /** The runs for one finding. */
    private final class Judgement {
        private final Detector detector;
        private final Subject subject;
        private final List<Sighting> sightings = new ArrayList<>();
        private final long start = System.nanoTime();

        Judgement(Detector detector, Subject subject) {
            this.detector = detector;
            this.subject = subject;
        }

        Evidence run(List<byte[]> contents) {
            List<List<Integer>> orders = new ArrayList<>();
            if (!detector.needsEveryOrder() && subject.programs().size() > 1) {
                orders.add(List.of(0));
            }
            orders.addAll(orders(subject.programs().size()));
            for (int run = 0; run < RUNS; run++) {
                for (List<Integer> order : orders) {
                    Sighting sighting = observe(contents, order);
                    sightings.add(sighting);
                    if (sighting.kind() == Sighting.Kind.SEEN && !detector.needsEveryOrder()) {
                        return evidence(Verdict.CONFIRMED, order, sighting, "");
                    }
                    if (sighting.kind() == Sighting.Kind.ABSENT && detector.needsEveryOrder()) {
                        return evidence(Verdict.REFUTED, order, sighting, "");
                    }
                }
                if (isDecided()) {
                    break;
                }
            }
            return summary(orders.getFirst());
        }

        /** More runs would show the same: objects are left in every order, or nothing can be decided in any. */
        private boolean isDecided() {
            return sightings.stream().anyMatch(it -> it.kind() == Sighting.Kind.SEEN)
                    || sightings.stream().allMatch(it -> it.kind() == Sighting.Kind.UNDECIDED);
        }

        private Sighting observe(List<byte[]> contents, List<Integer> order) {
            try (Room room = sandbox.open()) {
                return detector.look(ProgramRun.observe(room, detector, subject.programs(), contents, order));
            }
        }

        private Evidence summary(List<Integer> order) {
            Optional<Sighting> seen = first(Sighting.Kind.SEEN);
            if (seen.isPresent() && sightings.stream().allMatch(it -> it.kind() == Sighting.Kind.SEEN)) {
                return evidence(Verdict.CONFIRMED, order, seen.get(), "");
            }
            return first(Sighting.Kind.UNDECIDED)
                    .map(it -> evidence(Verdict.INCONCLUSIVE, order, seen.orElse(Sighting.nothing()), it.facts().getFirst()))
                    .orElseGet(() -> evidence(Verdict.NOT_SEEN, order, Sighting.nothing(), ""));
        }

        private Optional<Sighting> first(Sighting.Kind kind) {
            return sightings.stream().filter(it -> it.kind() == kind).findFirst();
        }

        private Evidence evidence(Verdict verdict, List<Integer> order, Sighting sighting, String reason) {
            List<String> programs = order.stream().map(i -> subject.programs().get(i).main()).toList();
            int seen = (int) sightings.stream().filter(it -> it.kind() == Sighting.Kind.SEEN).count();
            return new Evidence(verdict, detector.name(), programs, sightings.size(), seen, Optional.empty(), sighting.facts(), reason,
                    (System.nanoTime() - start) / 1_000_000);
        }
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
