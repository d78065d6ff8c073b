package io.github.ipclint.rule.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.driver.SuppressionScanner;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.rule.Rule;
import io.github.ipclint.rule.Rules;
import io.github.ipclint.rule.fixture.FixtureCase;
import io.github.ipclint.rule.fixture.FixtureFolder;
import io.github.ipclint.rule.fixture.Lines;
import io.github.ipclint.rule.fixture.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is generated is not stale: pages for {@code explain} and SARIF, and the table in the README. With the system property
 * {@code docs.update} it is written anew instead.
 */
class GeneratedDocsTest {
    private static final boolean UPDATE = System.getProperty("docs.update") != null;
    private static final String UPDATE_COMMAND = "mvn -q -pl rules test -Dtest=GeneratedDocsTest -Ddocs.update";
    private static final String RESOURCES = "rules/src/main/resources/io/github/ipclint/rule/";
    private static final String START = "<!-- rules: generated, see CONTRIBUTING.md -->\n";
    private static final String END = "<!-- end of rules -->\n";

    private final Path top = Repository.top();
    private final List<RuleInfo> rules = Stream.concat(
            Rules.ALL.stream().map(Rule::info), Stream.of(SuppressionScanner.UNUSED, SuppressionScanner.WITHOUT_REASON))
            .sorted(Comparator.comparing(RuleInfo::id))
            .toList();

    @Test
    void pagesAreUpToDate() throws IOException {
        SortedMap<String, String> wanted = pages();
        Path folder = top.resolve(RESOURCES + "explained");
        List<String> problems = new ArrayList<>();
        for (String name : names(folder)) {
            if (!wanted.containsKey(name)) {
                if (UPDATE) {
                    Files.delete(folder.resolve(name));
                } else {
                    problems.add("delete explained/" + name);
                }
            }
        }
        for (var page : wanted.entrySet()) {
            agree(folder.resolve(page.getKey()), page.getValue(), problems);
        }
        none(problems);
    }

    @Test
    void readmeTableIsUpToDate() throws IOException {
        Path readme = top.resolve("README.md");
        String text = Files.readString(readme);
        assertThat(text).contains(START).contains(END);
        StringBuilder table = new StringBuilder("| rule | level | in | what goes wrong |\n|---|---|---|---|\n");
        rules.forEach(rule -> table.append(RulePage.row(rule, RESOURCES + "explained/" + rule.id() + ".md")).append('\n'));
        String wanted = text.substring(0, text.indexOf(START) + START.length()) + table + text.substring(text.indexOf(END));
        List<String> problems = new ArrayList<>();
        agree(readme, wanted, problems);
        none(problems);
    }

    @Test
    void examplesDiffer() {
        none(pages().entrySet().stream()
                .filter(page -> {
                    List<String> code = Pattern.compile("```\\w+\n(.*?)\n```", Pattern.DOTALL).matcher(page.getValue()).results()
                            .map(it -> it.group(1).replaceAll(" *// <--.*", ""))
                            .toList();
                    return code.size() != Set.copyOf(code).size();
                })
                .map(page -> page.getKey() + ": wrong and right look the same; mark functions in the samples with a comment // example")
                .toList());
    }

    private static void none(List<String> problems) {
        assertThat(problems).as("generated texts; to write them: " + UPDATE_COMMAND).withRepresentation(new Lines()).isEmpty();
    }

    private SortedMap<String, String> pages() {
        List<FixtureFolder> folders = FixtureFolder.all();
        List<String> ids = rules.stream().map(RuleInfo::id).toList();
        SortedMap<String, String> pages = new TreeMap<>();
        for (RuleInfo rule : rules) {
            Path prose = top.resolve(RESOURCES + "pages/" + rule.id() + ".md");
            if (Files.isRegularFile(prose)) {
                List<FixtureFolder> own = folders.stream().filter(folder -> folder.rule(ids).equals(rule.id())).toList();
                pages.put(rule.id() + ".md", RulePage.of(rule, FixtureCase.text(prose), own));
            }
        }
        return pages;
    }

    private void agree(Path file, String wanted, List<String> problems) throws IOException {
        String present = Files.isRegularFile(file) ? Files.readString(file) : "";
        if (present.equals(wanted)) {
            return;
        }
        if (UPDATE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, wanted);
        } else {
            problems.add("stale: " + top.relativize(file));
        }
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
