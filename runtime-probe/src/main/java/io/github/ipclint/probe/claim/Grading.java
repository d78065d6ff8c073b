package io.github.ipclint.probe.claim;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.Grade;
import io.github.ipclint.probe.bench.NotHereException;
import io.github.ipclint.probe.bench.Outcome;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.bench.Trial;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Runs an experiment with its control and grades what it saw. */
final class Grading {
    /** From the grade that one counter-example is enough for to the one that needs all trials. */
    private static final List<Grade> BY_WEIGHT =
            List.of(Grade.REFUTED, Grade.QUALIFIED, Grade.NOT_OBSERVABLE, Grade.UNDECIDED, Grade.HOLDS);

    /** Where trials get their benches from. */
    interface Benches {
        Bench next() throws IOException;
    }

    private Grading() {}

    /** Runs subject and control so many times each. */
    static Verdict run(Experiment experiment, int repeat, Benches benches) {
        long start = System.nanoTime();
        try {
            return decide(experiment, repeat, benches, start);
        } catch (NotHereException e) {
            return Verdict.of(Verdict.State.NOT_HERE, String.valueOf(e.getMessage()), since(start));
        } catch (IOException | RuntimeException e) {
            return Verdict.of(Verdict.State.FAILED, String.valueOf(e.getMessage() == null ? e : e.getMessage()), since(start));
        }
    }

    private static Verdict decide(Experiment experiment, int repeat, Benches benches, long start) throws IOException {
        Map<String, Integer> seen = new LinkedHashMap<>();
        Seen first = null;
        Seen control = null;
        for (int i = 0; i < repeat; i++) {
            Seen subject = trial(experiment.subject(), benches);
            first = first == null ? subject : first;
            seen.merge(subject.outcome(), 1, Integer::sum);
            if (experiment.outcome(subject.outcome()).isEmpty()) {
                return Verdict.of(Verdict.State.FAILED, "undeclared outcome '" + subject.outcome() + "': " + subject.detail(),
                        since(start));
            }
            control = trial(experiment.control(), benches);
            if (!control.outcome().equals(experiment.controlOutcome())) {
                return Verdict.of(Verdict.State.BLIND, "the control should show '" + experiment.controlOutcome() + "' but showed '"
                        + control.outcome() + "': " + control.detail(), since(start));
            }
        }
        String outcomes = seen.entrySet().stream().map(it -> it.getKey() + " (" + it.getValue() + " of " + repeat + ")")
                .collect(Collectors.joining(", "));
        return new Verdict(Verdict.State.GRADED, grade(experiment, seen), outcomes, Objects.requireNonNull(first).detail(),
                Objects.requireNonNull(control).outcome() + ": " + control.detail(), since(start));
    }

    private static Seen trial(Trial trial, Benches benches) throws IOException {
        try (Bench bench = benches.next()) {
            return trial.run(bench);
        }
    }

    private static Grade grade(Experiment experiment, Map<String, Integer> seen) {
        List<Grade> grades = seen.keySet().stream().flatMap(name -> experiment.outcome(name).stream()).map(Outcome::grade).toList();
        return BY_WEIGHT.stream().filter(grades::contains).findFirst().orElse(Grade.UNDECIDED);
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
