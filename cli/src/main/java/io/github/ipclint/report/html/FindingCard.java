package io.github.ipclint.report.html;

import io.github.ipclint.finding.Evidence;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Related;
import io.github.ipclint.report.Baseline.Known;
import io.github.ipclint.report.Costs;
import io.github.ipclint.report.MarkupTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One finding: what happens, where, on which path, what to write instead, how to allow it. */
final class FindingCard {
    private final Page page;
    private final SourceBlock source;
    private final PathTable path;

    FindingCard(Page page) {
        this.page = page;
        this.source = new SourceBlock(page.sources());
        this.path = new PathTable(source);
    }

    void write(MarkupTree html, Card card) throws IOException {
        Finding finding = card.finding();
        html.block("article", () -> {
            html.inline("h3", () -> {
                html.span("a", String.valueOf(card.number()), "href", "#" + card.anchor(), "class", "no");
                html.text(" ");
                html.span("b", Texts.text("level." + finding.level().word()), "class", "lv");
                html.text(" ");
                Prose.write(html, finding.message());
            });
            html.constant("\n");
            html.inline("p", () -> facts(html, card), "class", "facts");
            html.constant("\n");
            source.block(html, finding.at(), Prose.clause(finding.message()));
            path.write(html, card, page);
            Optional<Evidence> evidence = page.result().evidence(finding);
            if (evidence.isPresent()) {
                EvidenceBlock.write(html, evidence.get(), page.result().confirmation());
            }
            Optional<Costs> costs = page.options().costs();
            if (costs.isPresent()) {
                CostBar.card(html, costs.get(), card);
            }
            related(html, finding);
            instead(html, card);
            html.inline("p", () -> last(html, card), "class", "allow");
            html.constant("\n");
        }, attributes(card));
    }

    private void facts(MarkupTree html, Card card) throws IOException {
        Finding finding = card.finding();
        page.links().write(html, finding.at());
        if (!finding.function().isEmpty()) {
            html.text(" " + Texts.text("card.in") + " ");
            html.span("code", finding.function());
        }
        if (!card.scene().process().isEmpty()) {
            html.text(" · " + Texts.text("card.process") + " ");
            PathTable.chip(html, card.scene().process(), page.hue(card, card.scene().process()));
        }
        html.text(" · ");
        html.span("a", finding.rule().id(), "href", "#r-" + finding.rule().id());
        for (String tag : finding.rule().tags()) {
            html.text(" · " + tag);
        }
        Optional<Evidence> evidence = page.result().evidence(finding);
        if (evidence.isPresent()) {
            html.text(" · ");
            html.span("span", EvidenceBlock.verdict(evidence.get()), "class", "ev");
        }
        if (page.summary().since().isPresent()) {
            html.text(" · ");
            html.span("b", Texts.text(card.known().isPresent() ? "card.known" : "card.new"));
            html.text(card.known().map(Known::reason).filter(reason -> !reason.isEmpty()).map(reason -> ": " + reason).orElse(""));
        }
    }

    private void related(MarkupTree html, Finding finding) throws IOException {
        List<Related> others = finding.related();
        if (others.isEmpty()) {
            return;
        }
        html.leaf("h4", Texts.text("card.related"));
        html.block("ul", () -> {
            for (Related related : others) {
                html.block("li", () -> {
                    Prose.write(html, related.text());
                    html.text(" ");
                    page.links().write(html, related.at());
                    html.constant("\n");
                    source.line(html, related.at());
                });
            }
        }, "class", "related");
    }

    /** In a sentence on every card; in full and with an example once per rule, so that a thousand findings stay short. */
    private static void instead(MarkupTree html, Card card) throws IOException {
        RuleText rule = RuleText.of(card.finding().rule());
        Optional<RuleText.Example> example = rule.example(card.finding().at().path());
        String explained = "#r-" + card.finding().rule().id();
        if (!card.firstOfRule() || example.isEmpty()) {
            html.inline("p", () -> {
                html.span("a", Texts.text("card.instead"), "href", explained);
                html.text(": ");
                Markdown.inline(html, rule.remedy());
            });
            html.constant("\n");
            return;
        }
        html.block("details", () -> {
            html.leaf("summary", Texts.text("card.instead"));
            html.inline("p", () -> {
                Markdown.inline(html, rule.advice());
                html.text(" ");
                html.span("a", Texts.text("card.why"), "href", explained);
            });
            html.constant("\n");
            Examples.right(html, example.get());
        }, "class", "instead", "open", "");
    }

    private static void last(MarkupTree html, Card card) throws IOException {
        html.text(Texts.text("card.allow") + " ");
        html.span("code", "// ipclint:allow " + card.finding().rule().id() + " " + Texts.text("card.reason"));
    }

    private String classes(Card card) {
        String state = page.summary().since().isEmpty() ? "" : card.known().isPresent() ? " known" : " new";
        return "card " + card.finding().level().word() + state;
    }

    /** What the filter asks for and the card does not show in a place of its own. */
    private String[] attributes(Card card) {
        List<String> attributes = new ArrayList<>(List.of("id", card.anchor(), "class", classes(card)));
        String channels = card.channels().stream()
                .map(index -> Page.name(page.result().system().channels().get(index)))
                .distinct()
                .collect(Collectors.joining(" | "));
        if (!channels.isEmpty()) {
            attributes.addAll(List.of("data-channel", channels));
        }
        return attributes.toArray(String[]::new);
    }
}
