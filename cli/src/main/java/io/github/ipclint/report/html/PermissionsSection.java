package io.github.ipclint.report.html;

import io.github.ipclint.finding.Suppression;
import io.github.ipclint.report.Baseline.Known;
import io.github.ipclint.report.Comparison;
import io.github.ipclint.report.MarkupTree;
import io.github.ipclint.report.RunDetails.Author;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the sources allow: with the reason, who gave it, where and how long ago; and what an earlier run had already. */
final class PermissionsSection implements Section {
    private static final int MOST_ROWS = 500;

    @Override
    public void write(MarkupTree html, Page page) throws IOException {
        Section.headed(html, "permissions", () -> {
            List<Suppression> allowed = page.result().suppressed();
            if (allowed.isEmpty()) {
                html.leaf("p", Texts.text("permissions.none"));
            } else {
                table(html, page, allowed);
            }
            Optional<Comparison.Counts> since = page.summary().since();
            if (since.isEmpty()) {
                html.leaf("p", Texts.text("permissions.baseline"), "class", "quiet");
            } else {
                baseline(html, page, since.get());
            }
        });
    }

    private static void baseline(MarkupTree html, Page page, Comparison.Counts since) throws IOException {
        html.leaf("h3", Texts.text("baseline.title"));
        html.leaf("p", Texts.text("baseline.intro", since.fresh(), since.known(), since.fixed()));
        List<Card> known = page.cards().stream().filter(card -> card.known().isPresent()).toList();
        if (!known.isEmpty()) {
            html.block("table", () -> {
                html.leaf("caption", Texts.count("baseline.known", known.size()));
                columns(html, "finding", "reason", "place");
                for (Card card : known.subList(0, Math.min(known.size(), MOST_ROWS))) {
                    html.block("tr", () -> known(html, page, card));
                }
            }, "class", "wide");
            rest(html, known.size());
        }
        List<Known> fixed = page.comparison().fixed();
        if (!fixed.isEmpty()) {
            html.block("table", () -> {
                html.leaf("caption", Texts.count("baseline.fixed", fixed.size()));
                columns(html, "rule", "finding", "place");
                for (Known each : fixed.subList(0, Math.min(fixed.size(), MOST_ROWS))) {
                    html.block("tr", () -> {
                        html.leaf("td", each.rule());
                        html.inline("td", () -> Prose.write(html, each.message()));
                        html.inline("td", () -> html.span("code", each.place()), "class", "place");
                        html.constant("\n");
                    });
                }
            }, "class", "wide");
            rest(html, fixed.size());
        }
    }

    private static void known(MarkupTree html, Page page, Card card) throws IOException {
        html.inline("td", () -> {
            html.span("a", String.valueOf(card.number()), "href", "#" + card.anchor(), "class", "no");
            html.text(" ");
            Prose.write(html, card.finding().message());
        });
        String reason = card.known().map(Known::reason).orElse("");
        html.leaf("td", reason.isEmpty() ? Texts.text("baseline.noReason") : reason);
        html.inline("td", () -> page.links().write(html, card.finding().at()), "class", "place");
        html.constant("\n");
    }

    private static void rest(MarkupTree html, int rows) throws IOException {
        if (rows > MOST_ROWS) {
            html.leaf("p", Texts.text("baseline.more", rows - MOST_ROWS), "class", "quiet");
        }
    }

    private static void columns(MarkupTree html, String... names) throws IOException {
        html.block("tr", () -> {
            for (String name : names) {
                html.leaf("th", Texts.text("permissions." + name), "scope", "col");
            }
        });
    }

    private static void table(MarkupTree html, Page page, List<Suppression> allowed) throws IOException {
        html.block("table", () -> {
            html.leaf("caption", Texts.count("permissions.caption", allowed.size()));
            columns(html, "finding", "reason", "author", "place");
            for (Suppression each : allowed) {
                html.block("tr", () -> row(html, page, each));
            }
        }, "class", "wide");
    }

    private static void row(MarkupTree html, Page page, Suppression allowed) throws IOException {
        html.inline("td", () -> {
            html.span("a", allowed.finding().rule().id(), "href", "#r-" + allowed.finding().rule().id());
            html.text(" ");
            Prose.write(html, allowed.finding().message());
        });
        html.leaf("td", allowed.reason());
        Optional<Author> author = page.options().run().authors().author(allowed.at().path(), allowed.at().line());
        html.leaf("td", author.map(known -> known.name() + ", " + known.date() + " (" + Texts.count("permissions.age", known.days()) + ")")
                .orElse(Texts.text("permissions.unknown")));
        html.inline("td", () -> page.links().write(html, allowed.at()), "class", "place");
        html.constant("\n");
    }
}
