package io.github.ipclint.report.html;

import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.report.MarkupTree;
import io.github.ipclint.report.Summary;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Every rule that ran, once: what goes wrong, what to do, a bad and a good example. Rules that found something are open. */
final class RulesSection implements Section {
    @Override
    public void write(MarkupTree html, Page page) throws IOException {
        Map<String, Integer> found = new HashMap<>();
        page.cards().forEach(card -> found.merge(card.finding().rule().id(), 1, Integer::sum));
        Section.headed(html, "rules", () -> {
            html.leaf("p", Texts.text("rules.intro", page.result().rules().size(), found.size()));
            for (RuleInfo rule : Summary.rules(page.result())) {
                rule(html, rule, found.getOrDefault(rule.id(), 0));
            }
        });
    }

    private static void rule(MarkupTree html, RuleInfo rule, int found) throws IOException {
        RuleText text = RuleText.of(rule);
        html.block("details", () -> {
            html.inline("summary", () -> {
                html.inline("h3", () -> html.span("code", rule.id()));
                html.text(" " + rule.summary() + " ");
                html.span("span", found == 0 ? Texts.text("rules.nothing") : Texts.count("rules.found", found), "class", "quiet");
            });
            html.constant("\n");
            html.leaf("p", String.join(" · ", rule.level().word(), String.join(", ", rule.languages()), String.join(" · ", rule.tags())),
                    "class", "facts");
            Markdown.blocks(html, text.prose());
            for (RuleText.Example example : text.examples()) {
                example(html, example);
            }
        }, found == 0 ? new String[] {"id", "r-" + rule.id(), "class", "rule"}
                : new String[] {"id", "r-" + rule.id(), "class", "rule", "open", ""});
    }

    private static void example(MarkupTree html, RuleText.Example example) throws IOException {
        String in = example.language().isEmpty() ? "" : " " + Texts.text("rules.in", example.language());
        html.block("div", () -> {
            html.block("div", () -> {
                html.leaf("h4", Texts.text("rules.wrong") + in);
                Examples.wrong(html, example);
            });
            html.block("div", () -> {
                html.leaf("h4", Texts.text("rules.right") + in);
                Examples.right(html, example);
            });
        }, "class", "pair");
    }
}
