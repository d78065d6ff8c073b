package io.github.ipclint.probe.confirmation;

import java.util.List;

/**
 * What a detector makes of an observation.
 *
 * @param facts for people, lower-case without full stop
 * @param reason why it is not more definite; empty if it could not be
 */
record Sighting(Kind kind, List<String> facts, String reason) {
    enum Kind {
        /** The mistake, proved. */
        SEEN,
        /** The mistake, if it is there in every order of the start, too. */
        SEEN_IN_THIS_ORDER,
        /** Signs of it that something right could give, too. */
        POSSIBLE,
        /** What the finding says was put to the test, and it is not so. */
        ABSENT,
        /** Nothing of the mistake. */
        NOTHING,
        /** The run does not tell. */
        UNDECIDED,
        /** The run did not come to the place that it is about. */
        BESIDE
    }

    Sighting {
        facts = List.copyOf(facts);
    }

    static Sighting seen(List<String> facts) {
        return new Sighting(Kind.SEEN, facts, "");
    }

    static Sighting seenInThisOrder(List<String> facts) {
        return new Sighting(Kind.SEEN_IN_THIS_ORDER, facts, "");
    }

    static Sighting possible(String fact, String reason) {
        return new Sighting(Kind.POSSIBLE, List.of(fact), reason);
    }

    static Sighting absent(String fact) {
        return new Sighting(Kind.ABSENT, List.of(fact), "");
    }

    static Sighting nothing() {
        return new Sighting(Kind.NOTHING, List.of(), "");
    }

    static Sighting beside() {
        return new Sighting(Kind.BESIDE, List.of(), "");
    }

    static Sighting undecided(String reason) {
        return new Sighting(Kind.UNDECIDED, List.of(), reason);
    }
}
