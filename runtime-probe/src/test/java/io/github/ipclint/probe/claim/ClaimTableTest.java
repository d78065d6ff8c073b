package io.github.ipclint.probe.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.Outcome;
import io.github.ipclint.probe.experiment.Experiments;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table and the experiments fit each other. */
class ClaimTableTest {
    private final List<Claim> claims = ClaimTable.read();
    private final Map<String, Experiment> experiments = Experiments.byName();

    @Test
    void everyStatementHasAnExperimentThatCanGiveItsGrade() {
        assertThat(claims).hasSizeGreaterThan(90).allSatisfy(claim -> {
            Experiment experiment = experiments.get(claim.experiment());
            assertThat(experiment).as(claim.id() + " " + claim.experiment()).isNotNull();
            assertThat(experiment.outcomes()).extracting(Outcome::grade).contains(claim.asRoot(), claim.asUser());
        });
    }

    @Test
    void everyExperimentDecidesAStatement() {
        Set<String> used = claims.stream().map(Claim::experiment).collect(Collectors.toSet());
        assertThat(experiments.keySet()).isSubsetOf(used);
    }

    @Test
    void everyExperimentHasAControlWithAnotherDeclaredOutcome() {
        assertThat(experiments.values()).allSatisfy(experiment -> {
            assertThat(experiment.outcomes()).extracting(Outcome::name).doesNotHaveDuplicates().hasSizeGreaterThan(1);
            assertThat(experiment.outcome(experiment.controlOutcome())).as(experiment.name()).isPresent();
        });
    }

    @Test
    void idsAndReferencesAreWellFormed() {
        assertThat(claims).extracting(Claim::id).doesNotHaveDuplicates().allMatch(id -> id.matches("00[0-4]-\\d{2,3}"));
        assertThat(claims).allSatisfy(claim -> {
            assertThat(claim.reference()).matches("00[0-4]:\\d+(-\\d+)?").startsWith(claim.id().substring(0, 3));
            assertThat(claim.reading()).doesNotEndWith(".").matches("[\\x20-\\x7e]+");
        });
    }
}
