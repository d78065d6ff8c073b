package io.github.ipclint.report.html;

import io.github.ipclint.report.MarkupTree;
import java.io.IOException;

/** A part of the page, in the order of reading. */
@FunctionalInterface
interface Section {
    void write(MarkupTree html, Page page) throws IOException;

    /** The section below a heading of its own that the table of contents can name. */
    static void headed(MarkupTree html, String id, MarkupTree.Content content) throws IOException {
        html.block("section", () -> {
            html.leaf("h2", Texts.text(id + ".title"), "id", id);
            content.write();
        }, "aria-labelledby", id);
    }
}
