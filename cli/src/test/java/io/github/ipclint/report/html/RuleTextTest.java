package io.github.ipclint.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.rule.Rule;
import io.github.ipclint.rule.Rules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page takes from the rules' pages is there. */
class RuleTextTest {
    static Stream<RuleInfo> rules() {
        return Rules.ALL.stream().map(Rule::info);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleSaysWhatToDoAndShowsIt(RuleInfo rule) {
        RuleText text = RuleText.of(rule);
        assertThat(text.advice()).isNotBlank().doesNotStartWith("```").doesNotStartWith("* ").doesNotStartWith("Nothing is reported");
        assertThat(text.remedy()).hasSizeBetween(20, 240).endsWith(".").doesNotContain("\n");
        assertThat(text.prose()).contains(text.advice()).doesNotContain("## ");
        assertThat(text.examples()).isNotEmpty().allSatisfy(example -> {
            assertThat(example.wrong()).isNotEmpty();
            assertThat(example.right()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void examplesAreInTheLanguageOfTheFinding(RuleInfo rule) {
        List<String> ends = rule.languages().stream().map(language -> language.equals("C") ? "a.c" : "A.java").toList();
        assertThat(ends).allSatisfy(path -> assertThat(RuleText.of(rule).example(path)).isPresent());
    }
}
