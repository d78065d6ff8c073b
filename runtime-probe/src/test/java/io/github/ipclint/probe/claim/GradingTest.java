package io.github.ipclint.probe.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.Grade;
import io.github.ipclint.probe.bench.NotHereException;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.bench.Trial;
import io.github.ipclint.probe.process.Isolation;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How trials become a grade. */
class GradingTest {
    @TempDir
    Path folder;

    @Test
    void agreementOfAllTrialsIsTheGrade() {
        Verdict verdict = grade(3, _ -> new Seen("yes", "seen"), _ -> new Seen("no", "not seen"));
        assertThat(verdict.state()).isEqualTo(Verdict.State.GRADED);
        assertThat(verdict.grade()).isEqualTo(Grade.HOLDS);
        assertThat(verdict.outcomes()).isEqualTo("yes (3 of 3)");
    }

    @Test
    void oneCounterExampleIsEnough() {
        Iterator<String> outcomes = List.of("yes", "yes", "no").iterator();
        Verdict verdict = grade(3, _ -> new Seen(outcomes.next(), ""), _ -> new Seen("no", ""));
        assertThat(verdict.grade()).isEqualTo(Grade.REFUTED);
        assertThat(verdict.outcomes()).isEqualTo("yes (2 of 3), no (1 of 3)");
    }

    @Test
    void aDetectorThatSeesTheSameInItsControlIsBlind() {
        assertThat(grade(1, _ -> new Seen("yes", ""), _ -> new Seen("yes", "")).state()).isEqualTo(Verdict.State.BLIND);
    }

    @Test
    void whatNobodyDeclaredIsAFailure() {
        assertThat(grade(1, _ -> new Seen("perhaps", ""), _ -> new Seen("no", "")).state()).isEqualTo(Verdict.State.FAILED);
    }

    @Test
    void whatTheMachineLacksIsUndecidedAndNoDifference() {
        Verdict verdict = grade(1, _ -> {
            throw new NotHereException("no second processor");
        }, _ -> new Seen("no", ""));
        assertThat(verdict.state()).isEqualTo(Verdict.State.NOT_HERE);
        assertThat(verdict.grade()).isEqualTo(Grade.UNDECIDED);
        Claim claim = new Claim("000-01", "000:1", "it is so", Grade.HOLDS, Grade.HOLDS, "test");
        assertThat(new GradedClaim(claim, Grade.HOLDS, verdict, false).differs()).isFalse();
    }

    private Verdict grade(int repeat, Trial subject, Trial control) {
        Experiment experiment = Experiment.of("test", subject)
                .outcome("yes", Grade.HOLDS, "it is so")
                .outcome("no", Grade.REFUTED, "it is not so")
                .control("no", control);
        return Grading.run(experiment, repeat, () -> new Bench(folder, Isolation.without("test"), () -> {
            throw new IllegalStateException("no peer");
        }));
    }
}
