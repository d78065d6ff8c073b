package io.github.ipclint.report.html;

import io.github.ipclint.report.Costs;
import io.github.ipclint.report.Costs.Mistake;
import io.github.ipclint.report.MarkupTree;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a mistake cost when it was made on purpose: a bar of its own, in its own unit, against the whole that it could have cost. */
final class CostBar {
    private static final String ANCHOR = "k-";

    private CostBar() {}

    /** Such as {@code 880 of 1,000 messages lost}. */
    private static String share(Mistake mistake) {
        return Texts.text("cost.share", CostFigures.amount(mistake.value()), CostFigures.amount(mistake.whole()), mistake.unit());
    }

    /** Drawn on the first card of the rule; the others say it in a line. */
    static void card(MarkupTree html, Costs costs, Card card) throws IOException {
        List<Mistake> own = costs.of(card.finding().rule().id());
        if (own.isEmpty()) {
            return;
        }
        String all = own.stream().map(CostBar::share).collect(Collectors.joining("; "));
        if (!card.firstOfRule()) {
            html.inline("p", () -> {
                html.text(Texts.text("cost.card") + " ");
                html.span("a", all, "href", "#" + ANCHOR + own.getFirst().rule());
            });
            html.constant("\n");
            return;
        }
        html.block("div", () -> {
            html.inline("p", () -> {
                html.span("b", Texts.text("cost.card"));
                html.text(" " + Texts.text("cost.purpose") + " ");
                html.span("a", Texts.text("cost.all"), "href", "#" + CostSection.ID);
            });
            html.constant("\n");
            for (Mistake mistake : own) {
                figure(html, costs, mistake);
            }
        }, "class", "run");
    }

    /** Every bar, and below them all in numbers. */
    static void all(MarkupTree html, Page page, Costs costs) throws IOException {
        String placements = costs.mistakes().stream().map(Mistake::placement).distinct().collect(Collectors.joining(", "));
        html.block("figure", () -> {
            html.leaf("figcaption", Texts.text("cost.ran", placements, CostSection.where(costs)));
            Set<String> seen = new HashSet<>();
            for (Mistake mistake : costs.mistakes()) {
                html.inline("p", () -> {
                    html.span("code", mistake.rule());
                    html.text(" ");
                    html.span("b", share(mistake));
                    html.text(" " + Texts.text("cost.samples", CostFigures.amount(mistake.trials())));
                }, seen.add(mistake.rule()) ? new String[] {"id", ANCHOR + mistake.rule()} : new String[] {});
                html.constant("\n");
                bar(html, mistake);
            }
        }, "class", "chart");
        table(html, page, costs);
    }

    private static void table(MarkupTree html, Page page, Costs costs) throws IOException {
        html.block("table", () -> {
            html.leaf("caption", Texts.text("cost.mistakesTable"));
            html.block("tr", () -> {
                for (String name : List.of("rule", "share", "samples", "placement", "measured")) {
                    html.leaf("th", Texts.text("cost.column." + name), "scope", "col");
                }
            });
            for (Mistake mistake : costs.mistakes()) {
                html.block("tr", () -> row(html, page, mistake));
            }
        }, "class", "wide costs");
    }

    private static void row(MarkupTree html, Page page, Mistake mistake) throws IOException {
        html.inline("th", () -> {
            if (page.result().rules().stream().anyMatch(rule -> rule.id().equals(mistake.rule()))) {
                html.span("a", mistake.rule(), "href", "#r-" + mistake.rule());
            } else {
                html.text(mistake.rule());
            }
        }, "scope", "row");
        html.leaf("td", share(mistake));
        html.leaf("td", Texts.text("cost.samples", CostFigures.amount(mistake.trials())));
        html.leaf("td", mistake.placement());
        html.leaf("td", mistake.cost());
    }

    private static void figure(MarkupTree html, Costs costs, Mistake mistake) throws IOException {
        html.block("figure", () -> {
            html.inline("figcaption", () -> html.span("b", share(mistake)));
            html.constant("\n");
            bar(html, mistake);
            String quick = costs.setting().quick() ? Texts.text("cost.quickMark") : "";
            html.leaf("p", Texts.text("cost.circumstances", mistake.cost(), CostFigures.amount(mistake.trials()), mistake.placement(),
                    CostSection.where(costs), quick), "class", "quiet");
        }, "class", "chart");
    }

    private static void bar(MarkupTree svg, Mistake mistake) throws IOException {
        long thousandths = Math.round(1000 * Math.min(1, mistake.value() / mistake.whole()));
        String width = String.format(Locale.ROOT, "%d.%d%%", thousandths / 10, thousandths % 10);
        Optional<String> drawn = mistake.value() > 0 ? Optional.of(thousandths == 0 ? "2" : width) : Optional.empty();
        svg.block("svg", () -> {
            svg.empty("rect", "width", "100%", "height", "12", "fill", "#d5d8dc", "class", "whole");
            if (drawn.isPresent()) {
                svg.empty("rect", "width", drawn.get(), "height", "12", "fill", "#b3261e", "class", "part");
            }
        }, "width", "100%", "height", "12", "role", "img", "aria-label", share(mistake));
    }
}
