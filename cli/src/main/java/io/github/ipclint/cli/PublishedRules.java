package io.github.ipclint.cli;

import io.github.ipclint.driver.SuppressionScanner;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.report.RulePages;
import io.github.ipclint.rule.Rule;
import io.github.ipclint.rule.Rules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of this build: those of the registry and those about suppressions. */
final class PublishedRules implements RuleLibrary {
    @Override
    public List<RuleInfo> rules() {
        Stream<RuleInfo> ofSuppressions = Stream.of(SuppressionScanner.UNUSED, SuppressionScanner.WITHOUT_REASON);
        return Stream.concat(Rules.ALL.stream().map(Rule::info), ofSuppressions).sorted(Comparator.comparing(RuleInfo::id)).toList();
    }

    @Override
    public Optional<String> page(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst().map(RulePages::markdown);
    }
}
