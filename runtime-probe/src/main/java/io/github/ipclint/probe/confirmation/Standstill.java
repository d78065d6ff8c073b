package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.WaitFor;
import io.github.ipclint.probe.observation.WaitFor.Reason;
import io.github.ipclint.probe.observation.WaitFor.Wait;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Processes that wait for each other, or for themselves, without end. Quiet is not stuck: the proof names, for each of them, everybody
 * who could end its wait, and all of these are stuck as well. It must hold twice.
 *
 * @param of what at least one of them waits for
 */
record Standstill(String name, Reason of) implements Detector {
    private static final long APART = 50_000_000;

    @Override
    public Sighting look(Observation observation) {
        List<Wait> stuck = observation.lapse(APART).map(lapse -> WaitFor.stuck(lapse.earlier(), lapse.last())).orElse(List.of());
        if (stuck.stream().anyMatch(wait -> wait.reason() == of)) {
            return Sighting.seen(stuck.stream().map(Standstill::fact).toList());
        }
        return observation.problem().map(Sighting::undecided).orElse(Sighting.nothing());
    }

    @Override
    public Stimulus stimulus() {
        return of == Reason.FULL_PIPE ? Stimulus.MUCH : Stimulus.LITTLE;
    }

    /** So that the proof can hold twice in each pass. */
    @Override
    public int restMillis(int pass) {
        return Detector.restFor(APART);
    }

    /** Who keeps a writing end himself learns nothing of the death of those who should write. */
    @Override
    public List<Mishap> mishaps() {
        return of == Reason.EMPTY_PIPE ? List.of(Mishap.CHILDREN_DIE, Mishap.PARENT_DIES) : List.of();
    }

    private static String fact(Wait wait) {
        String holders = wait.by().stream()
                .map(other -> other.pid() == wait.process().pid() ? "itself" : other.title())
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, switch (wait.reason()) {
            case EMPTY_PIPE -> "%s rests in read of %s, whose writing end is held only by %s";
            case FULL_PIPE -> "%s rests in write to %s, whose reading end is held only by %s";
            case CHILD -> "%s waits for the end of its child %s";
        }, wait.process().title(), wait.on(), holders);
    }
}
