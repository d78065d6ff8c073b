package io.github.ipclint.report.html;

import io.github.ipclint.finding.Level;
import io.github.ipclint.report.MarkupTree;
import java.io.IOException;

/** Marks of levels and verdicts: a shape of its own for each, drawn once and referred to. */
final class Icons {
    private Icons() {}

    /** The shapes, invisible until they are used. */
    static void define(MarkupTree html) throws IOException {
        html.block("svg", () -> {
            shape(html, "i-error", "M5 1h6l4 4v6l-4 4H5l-4-4V5z");
            shape(html, "i-warning", "M8 1l7.5 14H.5z");
            shape(html, "i-note", "M8 1a7 7 0 1 0 .01 0z");
            shape(html, "i-pass", "M6.2 14L0.6 8.2 2.8 6l3.4 3.5L13.2 2l2.2 2.2z");
        }, "width", "0", "height", "0", "aria-hidden", "true", "focusable", "false");
    }

    private static void shape(MarkupTree html, String id, String path) throws IOException {
        html.inline("symbol", () -> html.inline("path", () -> {}, "d", path), "id", id, "viewBox", "0 0 16 16");
    }

    /** A level as a word; its icon is the style sheet's, for there may be thousands. */
    static void level(MarkupTree html, Level level) throws IOException {
        html.span("b", Texts.text("level." + level.word()), "class", "lv " + level.word());
    }

    static void icon(MarkupTree html, String name) throws IOException {
        html.inline("svg", () -> html.inline("use", () -> {}, "href", "#i-" + name), "class", "i", "width", "14", "height", "14",
                "fill", "currentColor", "aria-hidden", "true");
    }
}
