package io.github.ipclint.report.html;

import io.github.ipclint.report.MarkupTree;
import java.io.IOException;

/** All findings, errors first, below a filter that only scripts show. */
final class FindingsSection implements Section {
    @Override
    public void write(MarkupTree html, Page page) throws IOException {
        Section.headed(html, "findings", () -> {
            if (page.cards().isEmpty()) {
                html.leaf("p", Texts.text("findings.none", page.result().rules().size()));
                return;
            }
            filter(html);
            if (page.cards().stream().anyMatch(card -> !card.scene().states().isEmpty())) {
                key(html);
            }
            FindingCard card = new FindingCard(page);
            html.block("div", () -> {
                for (Card each : page.cards()) {
                    card.write(html, each);
                }
            }, "id", "cards");
        });
    }

    /** What the squares on the paths say. */
    private static void key(MarkupTree html) throws IOException {
        html.inline("p", () -> {
            html.text(Texts.text("findings.key") + " ");
            html.span("i", Texts.text("state.open"));
            html.text(" ");
            html.span("s", Texts.text("state.closed"));
            html.text(" ");
            html.span("b", Texts.text("state.held"));
            html.text(" ");
            html.span("u", Texts.text("state.gone"));
            html.text(" " + Texts.text("findings.keyOthers"));
        }, "class", "quiet key");
        html.constant("\n");
    }

    /** Its texts come from here, so that the script holds none. */
    private static void filter(MarkupTree html) throws IOException {
        html.block("div", () -> {
            html.inline("label", () -> html.text(Texts.text("filter.label")), "for", "q");
            html.inline("input", () -> {}, "id", "q", "type", "search", "autocomplete", "off", "spellcheck", "false", "placeholder",
                    Texts.text("filter.placeholder"), "aria-describedby", "shown");
            html.block("div", () -> {}, "id", "facets", "role", "group", "aria-label", Texts.text("filter.facets"));
            html.leaf("p", "", "id", "shown", "role", "status", "aria-live", "polite");
        }, "id", "filter", "role", "search", "hidden", "", "data-shown", Texts.text("filter.shown"), "data-all", Texts.text("filter.all"),
                "data-clear", Texts.text("filter.clear"), "data-copy", Texts.text("filter.copy"), "data-copied",
                Texts.text("filter.copied"), "data-help", Texts.text("filter.help"), "data-level", Texts.text("filter.level"),
                "data-rule", Texts.text("filter.rule"), "data-file", Texts.text("filter.file"), "data-process",
                Texts.text("filter.process"), "data-channel", Texts.text("filter.channel"), "data-new", Texts.text("card.new"),
                "data-known", Texts.text("card.known"), "data-run", Texts.text("filter.run"));
    }
}
