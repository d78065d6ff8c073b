package io.github.ipclint.rule.docs;

import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.rule.fixture.FixtureFolder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything there is to read about one rule, in Markdown: what it is, why it matters and how to mend it, one function that is
 * wrong and one that is right.
 */
final class RulePage {
    private RulePage() {}

    /** @param prose the page in {@code pages/}, which begins with the title */
    static String of(RuleInfo rule, String prose, List<FixtureFolder> folders) {
        StringBuilder page = new StringBuilder("# " + rule.id() + "\n\n");
        page.append(facts(rule)).append("\n\n").append(withoutTitle(prose)).append('\n');
        for (FixtureFolder folder : folders) {
            String language = folder.isJava() ? "Java" : "C";
            String in = folders.size() > 1 ? " in " + language : "";
            Optional<Example> misuse = Example.misuse(folder, rule.id());
            misuse.ifPresent(it -> page.append(section("Wrong" + in, language, it)));
            Example.correct(folder, rule.id(), misuse).ifPresent(it -> page.append(section("Right" + in, language, it)));
        }
        return page.toString();
    }

    private static String facts(RuleInfo rule) {
        String tags = rule.tags().stream().map(tag -> ", " + tag(tag)).collect(Collectors.joining());
        return "%s, %s%s".formatted(rule.level().word(), String.join(" and ", rule.languages()), tags);
    }

    private static String tag(String tag) {
        return tag.startsWith("CWE-") ? "[%s](https://cwe.mitre.org/data/definitions/%s.html)".formatted(tag, tag.substring(4)) : tag;
    }

    private static String withoutTitle(String prose) {
        return prose.lines().skip(1).collect(Collectors.joining("\n")).strip();
    }

    private static String section(String title, String language, Example example) {
        return "\n## %s\n\n```%s\n%s\n```\n".formatted(title, language.toLowerCase(Locale.ROOT), example.code());
    }

    /** One line of the table of all rules. */
    static String row(RuleInfo rule, String link) {
        return "| [%s](%s) | %s | %s | %s |".formatted(
                rule.id(), link, rule.level().word(), String.join(", ", rule.languages()), cell(rule.summary()));
    }

    /** Cells begin lower-case and end without a full stop. */
    private static String cell(String sentence) {
        String text = sentence.replaceFirst("\\.$", "").replace("|", "\\|");
        boolean word = text.length() > 1 && !Character.isUpperCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
