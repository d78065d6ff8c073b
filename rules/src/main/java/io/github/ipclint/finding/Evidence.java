package io.github.ipclint.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What running the programs showed of a finding.
 *
 * @param detector what looked, such as {@code left-objects}; empty where none did
 * @param programs paths of the files whose {@code main} ran, each with the arguments it got, in the order of their start
 * @param runs how often they ran
 * @param seen in how many of these runs the mistake showed itself
 * @param reached whether the place of the finding was executed; empty where that is not known
 * @param observed what was seen, one fact each, lower-case without full stop
 * @param reason why the verdict is not more definite; empty if it could not be
 * @param milliseconds from the start of the first program to the verdict
 */
public record Evidence(Verdict verdict, String detector, List<String> programs, int runs, int seen, Optional<Boolean> reached,
        List<String> observed, String reason, long milliseconds) {
    public Evidence {
        programs = List.copyOf(programs);
        observed = List.copyOf(observed);
    }

    /** What a run says of a finding. */
    public enum Verdict {
        /** The mistake was seen: a proof or a witness, not a clock that ran out. */
        CONFIRMED,
        /** The programs ended and nothing was wrong; that refutes nothing. */
        NOT_SEEN,
        /** The flagged place ran, and what the finding says of it did not come true with these inputs. */
        REFUTED,
        /** Nothing orders two accesses, but no run showed the harm. */
        POSSIBLE,
        /** The run decides nothing; the reason says why. */
        INCONCLUSIVE;

        /** Lower-case, words separated by a space. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Evidence of something that did not run. */
    public static Evidence inconclusive(String reason) {
        return new Evidence(Verdict.INCONCLUSIVE, "", List.of(), 0, 0, Optional.empty(), List.of(), reason, 0);
    }
}
