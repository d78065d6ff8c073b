package io.github.ipclint.report.html;

import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.report.RulePages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written about a rule.
 *
 * @param prose Markdown without headings and examples
 * @param advice the paragraph of the prose that says what to do
 * @param remedy the same in a sentence or two
 * @param examples one for each language
 */
record RuleText(String prose, String advice, String remedy, List<Example> examples) {
    /**
     * A bad and a good program; either may be empty.
     *
     * @param language empty where there is only one
     */
    record Example(String language, List<String> wrong, List<String> right) {}

    private static final Map<String, RuleText> READ = new ConcurrentHashMap<>();
    private static final Set<String> VERBS = Set.of(
            "Choose", "Close", "Compare", "End", "Give", "Let", "Make", "Move", "Open", "Read", "Remove", "Server:", "Set", "Swap", "Tell",
            "Wait", "Write");

    private static final Pattern CLAUSE_END = Pattern.compile("[.;](?= |$)|:$");
    private static final int TERSE = 40;
    private static final int SHORT = 120;
    private static final int LONGEST = 230;

    static RuleText of(RuleInfo rule) {
        return READ.computeIfAbsent(rule.id(), id -> parse(RulePages.markdown(rule)));
    }

    /** The example in the language of a file, or whatever there is. */
    Optional<Example> example(String path) {
        String language = path.endsWith(".java") ? "Java" : "C";
        return examples.stream().filter(example -> example.language().equals(language)).findFirst().or(() -> examples.stream().findFirst());
    }

    static RuleText parse(String page) {
        List<String> lines = page.lines().toList();
        StringBuilder prose = new StringBuilder();
        Map<String, Example> examples = new LinkedHashMap<>();
        List<String> code = new ArrayList<>();
        boolean inExample = false;
        boolean inCode = false;
        for (String text : lines.subList(lines.size() > 2 && lines.getFirst().startsWith("# ") ? 3 : 0, lines.size())) {
            if (text.startsWith("## ")) {
                inExample = true;
                code = listFor(text.substring(3), examples);
            } else if (!inExample) {
                prose.append(text).append('\n');
            } else if (text.startsWith("```")) {
                inCode = !inCode;
            } else if (inCode) {
                code.add(text);
            }
        }
        String advice = advice(prose.toString());
        return new RuleText(prose.toString().strip(), advice, remedy(advice.replace('\n', ' ')), List.copyOf(examples.values()));
    }

    /** Headings are {@code Wrong}, {@code Right in Java} and the like. */
    private static List<String> listFor(String heading, Map<String, Example> examples) {
        int in = heading.indexOf(" in ");
        String language = in < 0 ? "" : heading.substring(in + 4);
        Example example = examples.computeIfAbsent(language, key -> new Example(key, new ArrayList<>(), new ArrayList<>()));
        return heading.startsWith("Right") ? example.right() : example.wrong();
    }

    /** Most pages say what to do in a paragraph that begins with the verb; otherwise the second says it. */
    private static String advice(String prose) {
        List<String> paragraphs = List.of(prose.strip().split("\n\\s*\n"));
        return paragraphs.stream()
                .skip(1)
                .filter(paragraph -> VERBS.contains(paragraph.split("[ ,`]", 2)[0]))
                .findFirst()
                .orElse(paragraphs.get(Math.min(1, paragraphs.size() - 1)));
    }

    /** The first sentence or clause, and more of them while it stays short or says too little. */
    static String remedy(String advice) {
        Matcher clause = CLAUSE_END.matcher(advice);
        int end = 0;
        while (clause.find() && !(end > 0 && clause.group().equals(":")) && clause.start() <= (end < TERSE ? LONGEST : SHORT)) {
            end = clause.start();
        }
        int reasons = advice.indexOf(": ", TERSE);
        return advice.substring(0, end > 0 ? end : reasons > 0 ? reasons : advice.length()) + ".";
    }
}
