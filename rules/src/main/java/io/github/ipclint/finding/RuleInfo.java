package io.github.ipclint.finding;

import java.util.List;

/**
 * What there is to know of a rule.
 *
 * @param id kebab-case noun of the mistake
 * @param level highest level of its findings
 * @param languages {@code C}, {@code Java}
 * @param summary one sentence: what goes wrong
 * @param tags such as {@code CWE-775}, {@code CERT POS38-C}
 */
public record RuleInfo(String id, Level level, List<String> languages, String summary, List<String> tags) {
    public RuleInfo {
        languages = List.copyOf(languages);
        tags = List.copyOf(tags);
    }
}
