package io.github.ipclint.probe.confirmation;

import java.util.List;

/**
 * What a detector makes of an observation.
 *
 * @param facts for people, lower-case without full stop; for {@link Kind#UNDECIDED} the reason
 */
record Sighting(Kind kind, List<String> facts) {
    enum Kind {
        /** The mistake, proved. */
        SEEN,
        /** What the finding says was put to the test, and it is not so. */
        ABSENT,
        /** Nothing of the mistake. */
        NOTHING,
        /** The run does not tell. */
        UNDECIDED
    }

    Sighting {
        facts = List.copyOf(facts);
    }

    static Sighting seen(List<String> facts) {
        return new Sighting(Kind.SEEN, facts);
    }

    static Sighting absent(String fact) {
        return new Sighting(Kind.ABSENT, List.of(fact));
    }

    static Sighting nothing() {
        return new Sighting(Kind.NOTHING, List.of());
    }

    static Sighting undecided(String reason) {
        return new Sighting(Kind.UNDECIDED, List.of(reason));
    }
}
