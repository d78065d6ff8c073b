package io.github.ipclint.report.html;

import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.report.RulePages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is written about a rule.
 *
 * @param prose Markdown without headings and examples
 * @param advice the paragraph of the prose that says what to do
 * @param wrong lines of the bad example, empty where there is none
 * @param right lines of the good one
 */
record RuleText(String prose, String advice, List<String> wrong, List<String> right) {
    private static final Set<String> VERBS = Set.of(
            "Close", "Compare", "End", "Give", "Let", "Make", "Open", "Remove", "Server:", "Set", "Tell", "Wait", "Write");
    private static final Map<String, RuleText> READ = new ConcurrentHashMap<>();

    static RuleText of(RuleInfo rule) {
        return READ.computeIfAbsent(rule.id(), id -> parse(RulePages.markdown(rule)));
    }

    static RuleText parse(String page) {
        List<String> lines = page.lines().toList();
        StringBuilder prose = new StringBuilder();
        List<String> wrong = new ArrayList<>();
        List<String> right = new ArrayList<>();
        String section = "";
        boolean code = false;
        int line = lines.size() > 2 && lines.getFirst().startsWith("# ") ? 3 : 0;
        for (; line < lines.size(); line++) {
            String text = lines.get(line);
            if (text.startsWith("## ")) {
                section = text.substring(3);
            } else if (section.isEmpty()) {
                prose.append(text).append('\n');
            } else if (text.startsWith("```")) {
                code = !code;
            } else if (code) {
                (section.startsWith("Right") ? right : wrong).add(text);
            }
        }
        return new RuleText(prose.toString().strip(), advice(prose.toString()), List.copyOf(wrong), List.copyOf(right));
    }

    /** Our pages say what to do in a paragraph of its own that begins with the verb. */
    private static String advice(String prose) {
        List<String> paragraphs = List.of(prose.strip().split("\n\\s*\n"));
        return paragraphs.stream()
                .skip(1)
                .filter(paragraph -> VERBS.contains(paragraph.split("[ ,`]", 2)[0]))
                .findFirst()
                .orElse(paragraphs.getFirst());
    }
}
