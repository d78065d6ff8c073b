package io.github.ipclint.probe.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question to the kernel: the outcomes it can have, the set-up that is asked about, and a control, which is the opposite set-up. In the
 * control the same detector must see something else; where it does not, it is blind and the experiment says nothing.
 */
public final class Experiment {
    private final String name;
    private final List<Outcome> outcomes;
    private final Trial subject;
    private final Trial control;
    private final String controlOutcome;

    private Experiment(Draft draft, String controlOutcome, Trial control) {
        this.name = draft.name;
        this.outcomes = List.copyOf(draft.outcomes);
        this.subject = draft.subject;
        this.control = control;
        this.controlOutcome = controlOutcome;
    }

    /** Begins an experiment: the name is in kebab-case, the subject the set-up of the statement. */
    public static Draft of(String name, Trial subject) {
        return new Draft(name, subject);
    }

    public String name() {
        return name;
    }

    public List<Outcome> outcomes() {
        return outcomes;
    }

    public Trial subject() {
        return subject;
    }

    public Trial control() {
        return control;
    }

    /** What the control must show. */
    public String controlOutcome() {
        return controlOutcome;
    }

    /** The declared outcome of that name. */
    public Optional<Outcome> outcome(String outcome) {
        return outcomes.stream().filter(it -> it.name().equals(outcome)).findFirst();
    }

    /** An experiment without its control yet. */
    public static final class Draft {
        private final String name;
        private final Trial subject;
        private final List<Outcome> outcomes = new ArrayList<>();

        private Draft(String name, Trial subject) {
            this.name = name;
            this.subject = subject;
        }

        /** Declares an outcome and what it means for the statement. */
        public Draft outcome(String outcome, Grade grade, String meaning) {
            outcomes.add(new Outcome(outcome, grade, meaning));
            return this;
        }

        /** Completes the experiment with the opposite set-up and what must be seen there. */
        public Experiment control(String outcome, Trial control) {
            return new Experiment(this, outcome, control);
        }
    }
}
