package io.github.ipclint.probe.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.probe.confirmation.Mechanism.ShownBy;
import io.github.ipclint.probe.experiment.Experiments;
import io.github.ipclint.rule.Rules;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every rule says what shows its mechanism. */
class MechanismTest {
    private final List<Mechanism> mechanisms = Mechanism.all();

    @Test
    void everyRuleHasOne() {
        assertThat(mechanisms).extracting(Mechanism::rule)
                .containsExactlyElementsOf(Rules.ALL.stream().map(rule -> rule.info().id()).toList());
    }

    @Test
    void whatTheyNameExists() {
        Set<String> experiments = Experiments.byName().keySet();
        Set<String> detectors = Detectors.names();
        assertThat(mechanisms).allSatisfy(it -> {
            switch (it.shownBy()) {
                case EXPERIMENT -> assertThat(experiments).contains(it.name());
                case DETECTOR -> assertThat(detectors).contains(it.name());
                case NONE -> assertThat(it.name()).isEmpty();
            }
            assertThat(it.text()).isNotEmpty().doesNotEndWith(".");
        });
    }

    @Test
    void atMostAThirdIsShownByNothing() {
        assertThat(mechanisms.stream().filter(it -> it.shownBy() == ShownBy.NONE)).hasSizeLessThanOrEqualTo(mechanisms.size() / 3);
    }

    @Test
    void rulesWithADetectorNameIt() {
        Set<String> detected =
                mechanisms.stream().filter(it -> it.shownBy() == ShownBy.DETECTOR).map(Mechanism::rule).collect(Collectors.toSet());
        assertThat(detected).containsAll(Detectors.rules());
    }
}
