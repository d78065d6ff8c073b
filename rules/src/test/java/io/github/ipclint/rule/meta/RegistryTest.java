package io.github.ipclint.rule.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.driver.SuppressionScanner;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.rule.Rule;
import io.github.ipclint.rule.Rules;
import io.github.ipclint.rule.fixture.FixtureCase;
import io.github.ipclint.rule.fixture.FixtureFolder;
import io.github.ipclint.rule.fixture.Lines;
import io.github.ipclint.rule.fixture.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule is a class, a line in the registry, a page, and programs that show it: none of them is forgotten. */
class RegistryTest {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
    private static final Pattern TAG = Pattern.compile("CWE-\\d+|CERT [A-Z]{3}\\d{2}-(C|J)|[A-Z]{3}\\d{2}-C");
    private static final Path PAGES = Path.of("rules/src/main/resources/io/github/ipclint/rule/pages");
    private static final List<RuleInfo> RULES = Rules.ALL.stream().map(Rule::info).toList();

    private static void none(List<String> problems) {
        assertThat(problems).withRepresentation(new Lines()).isEmpty();
    }

    @Test
    void everyRuleClassIsRegistered() {
        List<String> registered = Rules.ALL.stream().map(rule -> rule.getClass().getSimpleName()).distinct().toList();
        none(JavaSource.all().stream()
                .filter(source -> source.isIn("rule") && source.text().contains(" implements Rule "))
                .map(source -> source.fileName().replace(".java", ""))
                .filter(name -> !registered.contains(name))
                .map(name -> "add to Rules.ALL, %s:    new %s(),".formatted(place(name, registered), name))
                .toList());
    }

    /** Class names sort like ids as long as they say the same. */
    private static String place(String name, List<String> registered) {
        return registered.stream().sorted().filter(it -> it.compareTo(name) < 0).reduce((a, b) -> b)
                .map(it -> "after " + it).orElse("first");
    }

    @Test
    void registryIsSortedAndEveryIdIsThereOnce() {
        assertThat(RULES.stream().map(RuleInfo::id)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsAreKebabCaseAndNameTheirClass() {
        none(Rules.ALL.stream()
                .filter(rule -> !ID.matcher(rule.info().id()).matches())
                .map(rule -> "not kebab-case with at least two words: " + rule.info().id())
                .toList());
        Map<? extends Class<?>, List<Rule>> byClass = Rules.ALL.stream().collect(Collectors.groupingBy(Rule::getClass));
        none(byClass.entrySet().stream()
                .filter(it -> it.getValue().size() == 1)
                .filter(it -> !it.getKey().getSimpleName().equalsIgnoreCase(it.getValue().getFirst().info().id().replace("-", "")))
                .map(it -> it.getKey().getSimpleName() + " is no name for " + it.getValue().getFirst().info().id())
                .toList());
    }

    @Test
    void everyRuleSaysWhatItIs() {
        List<String> problems = new ArrayList<>();
        for (RuleInfo rule : RULES) {
            if (rule.summary().isBlank() || rule.summary().contains("\n") || rule.summary().length() > 160) {
                problems.add(rule.id() + ": the summary is one sentence of at most 160 characters");
            }
            if (rule.languages().isEmpty() || !List.of("C", "Java").containsAll(rule.languages())) {
                problems.add(rule.id() + ": languages are C and Java");
            }
            rule.tags().stream().filter(tag -> !TAG.matcher(tag).matches()).forEach(tag -> problems.add(rule.id() + ": odd tag " + tag));
        }
        none(problems);
    }

    @Test
    void everyRuleHasAPage() {
        Path pages = Repository.top().resolve(PAGES);
        List<String> problems = new ArrayList<>();
        all().forEach(rule -> {
            Path page = pages.resolve(rule.id() + ".md");
            if (!Files.isRegularFile(page)) {
                problems.add("write " + PAGES + "/" + rule.id() + ".md");
            } else if (!FixtureCase.text(page).startsWith("# " + rule.id() + "\n\n")) {
                problems.add(rule.id() + ".md starts with the line '# " + rule.id() + "' and an empty one");
            } else if (FixtureCase.text(page).contains("TODO")) {
                problems.add(rule.id() + ".md still says TODO");
            }
        });
        none(problems);
    }

    @Test
    void everyPageBelongsToARule() {
        List<String> ids = all().map(RuleInfo::id).toList();
        none(Stream.of(Repository.top().resolve(PAGES).toFile().list()).sorted()
                .filter(name -> !ids.contains(name.replace(".md", "")))
                .map(name -> "no rule for the page " + name)
                .toList());
    }

    @Test
    void everyRuleHasMisuseAndCorrectSamplesInEachLanguage() {
        Map<String, FixtureFolder> folders = FixtureFolder.all().stream()
                .collect(Collectors.toMap(it -> it.isJava() + it.name(), Function.identity()));
        List<String> problems = new ArrayList<>();
        for (RuleInfo rule : RULES) {
            for (String language : rule.languages()) {
                boolean java = language.equals("Java");
                FixtureFolder folder = folders.get(java + (java ? rule.id().replace("-", "") : rule.id()));
                String at = java ? "fixtures/src/main/java/io/github/ipclint/fixtures/" + rule.id().replace("-", "") + "/"
                        : "fixtures/src/main/c/" + rule.id() + "/";
                if (folder == null || folder.cases().stream().allMatch(FixtureCase::isCorrect)) {
                    problems.add("write " + at + (java ? "Misuse.java" : "misuse.c"));
                }
                if (folder == null || folder.cases().stream().noneMatch(FixtureCase::isCorrect)) {
                    problems.add("write " + at + (java ? "Correct.java" : "correct.c"));
                }
            }
        }
        problems.sort(Comparator.naturalOrder());
        none(problems);
    }

    @Test
    void everySampleFolderBelongsToARuleOfItsLanguage() {
        Predicate<FixtureFolder> known = folder -> RULES.stream()
                .anyMatch(rule -> rule.id().equals(folder.rule(RULES.stream().map(RuleInfo::id).toList()))
                        && rule.languages().contains(folder.isJava() ? "Java" : "C"));
        none(FixtureFolder.all().stream().filter(known.negate()).map(folder -> "no such rule: " + folder.path()).toList());
    }

    /** With those about suppressions, which the driver itself reports. */
    private static Stream<RuleInfo> all() {
        return Stream.concat(RULES.stream(), Stream.of(SuppressionScanner.UNUSED, SuppressionScanner.WITHOUT_REASON));
    }
}
