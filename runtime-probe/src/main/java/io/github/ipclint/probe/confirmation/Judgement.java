package io.github.ipclint.probe.confirmation;

import io.github.ipclint.finding.Evidence;
import io.github.ipclint.finding.Evidence.Verdict;
import io.github.ipclint.probe.sandbox.Room;
import io.github.ipclint.probe.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs for one claim, and what they come to. */
final class Judgement {
    /** After so long, programs that show nothing are not run again. */
    private static final long PATIENCE_NANOS = 4_000_000_000L;

    /** Where there are signs of a race, it takes a little longer. */
    private static final long MORE_PATIENCE_NANOS = 10_000_000_000L;

    /** And those that were not run yet are not run at all. */
    private static final long END_OF_PATIENCE_NANOS = 25_000_000_000L;

    private final Confirmer.Claim claim;
    private final Detector detector;
    private final Subject subject;
    private final Map<Integer, Executable> executables = new TreeMap<>();
    private final Map<Integer, Compiler.Failed> failed = new TreeMap<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private final long start = System.nanoTime();
    private final Set<Cast.Role> arrived = new HashSet<>();
    private Optional<Boolean> reached = Optional.empty();
    private @Nullable Cast suspect;
    private boolean incomplete;

    /** What was seen, and what the detector made of it while the room was still there. */
    private record Run(Observation observation, Sighting sighting) {}

    Judgement(Confirmer.Claim claim, Detector detector, Subject subject, List<Compiler.Outcome> outcomes) {
        this.claim = claim;
        this.detector = detector;
        this.subject = subject;
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Compiler.Made made -> executables.put(i, made.executable());
                case Compiler.Failed it -> failed.put(i, it);
            }
        }
    }

    /**
     * Runs the programs until it is clear what they show.
     *
     * @param rounds how often each cast is tried at most
     */
    Evidence run(Sandbox sandbox, int rounds, Supplier<Executable.Bytes> visitor) {
        Compiler.Failed own = failed.get(0);
        if (own != null) {
            return Evidence.inconclusive(own.why());
        }
        List<Cast> casts = Cast.all(detector, subject.programs(),
                Stream.iterate(0, i -> i + 1).limit(subject.programs().size()).map(executables::containsKey).toList());
        Optional<Evidence> compared = compare(sandbox, visitor);
        if (compared.isPresent()) {
            return compared.get();
        }
        for (int round = 0; round < rounds && !isDecided(); round++) {
            for (Cast cast : casts) {
                if (isTooLate(round)) {
                    incomplete |= round == 0;
                    break;
                }
                if (isBesideThePoint(cast)) {
                    continue;
                }
                Sighting sighting = observe(sandbox, cast, visitor);
                sightings.add(sighting);
                if (sighting.kind() == Sighting.Kind.SEEN) {
                    return evidence(Verdict.CONFIRMED, cast, sighting);
                }
                if (sighting.kind() == Sighting.Kind.POSSIBLE && suspect == null) {
                    suspect = cast;
                }
                if (sighting.kind() == Sighting.Kind.ABSENT && detector.needsEveryOrder()) {
                    return evidence(Verdict.REFUTED, cast, sighting);
                }
            }
        }
        return again(sandbox, visitor).orElseGet(() -> summary(casts.getFirst()));
    }

    /** What a program does once for each argument shows in runs with more and more of them. */
    private Optional<Evidence> compare(Sandbox sandbox, Supplier<Executable.Bytes> visitor) {
        List<Cast> casts = detector.comparesRuns() ? Cast.growing(subject.programs()) : List.of();
        List<Observation> runs = new ArrayList<>();
        for (Cast cast : casts) {
            run(sandbox, cast, visitor).map(Run::observation).ifPresent(runs::add);
        }
        if (casts.isEmpty() || runs.size() < casts.size()) {
            return Optional.empty();
        }
        Sighting sighting = detector.compare(runs);
        if (sighting.kind() != Sighting.Kind.SEEN) {
            return Optional.empty();
        }
        sightings.addAll(Collections.nCopies(runs.size(), sighting));
        return Optional.of(evidence(Verdict.CONFIRMED, casts.getLast(), sighting));
    }

    /** Signs of a race are worth some more runs of those who gave them. */
    private Optional<Evidence> again(Sandbox sandbox, Supplier<Executable.Bytes> visitor) {
        while (suspect != null && detector.stimulus().traced() && System.nanoTime() - start < MORE_PATIENCE_NANOS) {
            Sighting sighting = observe(sandbox, suspect, visitor);
            sightings.add(sighting);
            if (sighting.kind() == Sighting.Kind.SEEN) {
                return Optional.of(evidence(Verdict.CONFIRMED, suspect, sighting));
            }
        }
        return Optional.empty();
    }

    /** Where a program comes to the place by itself, it is of interest how it meets others when it does. */
    private boolean isBesideThePoint(Cast cast) {
        return !arrived.isEmpty() && cast.roles().stream().noneMatch(arrived::contains);
    }

    /** More runs would show the same: objects are left in every order, or nothing can be decided in any. */
    private boolean isDecided() {
        return !sightings.isEmpty() && (sightings.stream().anyMatch(it -> it.kind() == Sighting.Kind.SEEN_IN_THIS_ORDER)
                || sightings.stream().allMatch(it -> it.kind() == Sighting.Kind.UNDECIDED
                        || detector.needsEveryOrder() && it.kind() == Sighting.Kind.POSSIBLE));
    }

    private boolean isTooLate(int round) {
        return !sightings.isEmpty() && System.nanoTime() - start > (round == 0 ? END_OF_PATIENCE_NANOS : PATIENCE_NANOS);
    }

    private Sighting observe(Sandbox sandbox, Cast cast, Supplier<Executable.Bytes> visitor) {
        return run(sandbox, cast, visitor).map(Run::sighting).orElse(Sighting.beside());
    }

    /** Empty if the run did not come to the place of the claim: then it says nothing about it. */
    private Optional<Run> run(Sandbox sandbox, Cast cast, Supplier<Executable.Bytes> visitor) {
        try (Room room = sandbox.open()) {
            Observation observation = ProgramRun.observe(room, detector, subject, executables, cast, visitor);
            List<Boolean> ran = observation.reached().entrySet().stream()
                    .flatMap(map -> executable(map.getKey()).blocks().ran(map.getValue().get(), claim.path(), claim.line()).stream())
                    .toList();
            if (!ran.isEmpty()) {
                reached = Optional.of(ran.contains(true) || reached.orElse(false));
            }
            if (ran.contains(true) && cast.roles().size() == 1) {
                arrived.add(cast.roles().getFirst());
            }
            if (!ran.isEmpty() && !ran.contains(true)) {
                return Optional.empty();
            }
            Map<Integer, BlockMap> blocks = new TreeMap<>();
            executables.forEach((program, executable) -> blocks.put(program, executable.blocks()));
            List<Removers> removers = Stream.concat(executables.values().stream().map(Executable::removers),
                    failed.values().stream().map(Compiler.Failed::removers)).toList();
            Observation complete = observation.with(blocks, removers);
            return Optional.of(new Run(complete, detector.look(complete)));
        }
    }

    private Executable executable(int program) {
        return Objects.requireNonNull(executables.get(program));
    }

    private Evidence summary(Cast cast) {
        List<Sighting> counted = sightings.stream().filter(it -> it.kind() != Sighting.Kind.BESIDE).toList();
        Optional<Sighting> seen = first(Sighting.Kind.SEEN_IN_THIS_ORDER);
        if (counted.isEmpty()) {
            return evidence(Verdict.INCONCLUSIVE, cast, Sighting.undecided("the place was not reached with these inputs"));
        }
        if (seen.isPresent() && counted.stream().allMatch(it -> it.kind() == Sighting.Kind.SEEN_IN_THIS_ORDER)) {
            return everyOrder(cast, seen.get());
        }
        Optional<Sighting> possible = first(Sighting.Kind.POSSIBLE);
        if (possible.isPresent()) {
            return evidence(Verdict.POSSIBLE, cast, possible.get());
        }
        Optional<Sighting> absent = first(Sighting.Kind.ABSENT);
        if (absent.isPresent()) {
            return evidence(Verdict.REFUTED, cast, absent.get());
        }
        if (!failed.isEmpty()) {
            return evidence(Verdict.INCONCLUSIVE, cast, Sighting.undecided(absence()));
        }
        if (seen.isEmpty() && first(Sighting.Kind.NOTHING).isPresent()) {
            return evidence(Verdict.NOT_SEEN, cast, Sighting.nothing());
        }
        return first(Sighting.Kind.UNDECIDED).map(it -> evidence(Verdict.INCONCLUSIVE, cast, it))
                .orElseGet(() -> evidence(Verdict.NOT_SEEN, cast, Sighting.nothing()));
    }

    /** Seen in every order that was tried, which may not be all. */
    private Evidence everyOrder(Cast cast, Sighting seen) {
        if (incomplete || !failed.isEmpty()) {
            String reason = incomplete ? "not all ways of running it were tried" : absence();
            return evidence(Verdict.POSSIBLE, cast, Sighting.possible(seen.facts().getFirst(), reason));
        }
        return evidence(Verdict.CONFIRMED, cast, seen);
    }

    /** Who could not take part. */
    private String absence() {
        Map.Entry<Integer, Compiler.Failed> one = failed.entrySet().iterator().next();
        return subject.programs().get(one.getKey()).main() + ", which belongs to it, " + one.getValue().why();
    }

    private Optional<Sighting> first(Sighting.Kind kind) {
        return sightings.stream().filter(it -> it.kind() == kind).findFirst();
    }

    private Evidence evidence(Verdict verdict, Cast cast, Sighting sighting) {
        List<String> programs = cast.roles().stream()
                .map(role -> String.join(" ", Stream.concat(Stream.of(main(role)), role.arguments().stream()).toList())).toList();
        int seen = (int) sightings.stream()
                .filter(it -> it.kind() == Sighting.Kind.SEEN || it.kind() == Sighting.Kind.SEEN_IN_THIS_ORDER).count();
        List<String> facts = new ArrayList<>(named(sighting.facts(), subject));
        if (verdict == Verdict.CONFIRMED && cast.mishap() != Mishap.NONE) {
            facts.add(cast.mishap().fact());
        }
        return new Evidence(verdict, detector.name(), programs, sightings.size(), seen, reached, facts, sighting.reason(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private String main(Cast.Role role) {
        return subject.programs().get(role.program()).main();
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
}
