package io.github.ipclint.probe.claim;

import io.github.ipclint.probe.bench.Grade;
import java.util.List;

/**
 * What came out of an experiment.
 *
 * @param state whether it could be graded
 * @param grade the grade; for anything but {@link State#GRADED} undecided
 * @param outcomes what was seen and how often, such as "blocks (3 of 3)"
 * @param observed the observation of the first trial; for other states why there is no grade
 * @param control what the opposite set-up showed
 * @param milliseconds how long subject and control took together
 */
public record Verdict(State state, Grade grade, String outcomes, String observed, String control, long milliseconds) {
    /** Whether an experiment could be graded. */
    public enum State {
        /** Subject and control both showed a declared outcome, the control the opposite. */
        GRADED,
        /** The machine lacks something that the experiment needs. */
        NOT_HERE,
        /** The control did not show the opposite: the detector sees nothing. */
        BLIND,
        /** An outcome that nobody declared, or a failure on the way. */
        FAILED
    }

    static Verdict of(State state, String reason, long milliseconds) {
        return new Verdict(state, Grade.UNDECIDED, "", reason, "", milliseconds);
    }

    List<String> fields() {
        return List.of(state.name(), grade.name(), outcomes, observed, control, Long.toString(milliseconds));
    }

    static Verdict parse(List<String> fields) {
        return new Verdict(State.valueOf(fields.get(0)), Grade.valueOf(fields.get(1)), fields.get(2), fields.get(3), fields.get(4),
                Long.parseLong(fields.get(5)));
    }
}
