package io.github.ipclint.report.html;

import io.github.ipclint.finding.Suppression;
import io.github.ipclint.report.MarkupTree;
import io.github.ipclint.report.RunDetails.Author;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the sources allow: with the reason, who gave it, where and how long ago. */
final class PermissionsSection implements Section {
    @Override
    public void write(MarkupTree html, Page page) throws IOException {
        Section.headed(html, "permissions", () -> {
            List<Suppression> allowed = page.result().suppressed();
            if (allowed.isEmpty()) {
                html.leaf("p", Texts.text("permissions.none"));
            } else {
                table(html, page, allowed);
            }
            html.leaf("p", Texts.text("permissions.baseline"), "class", "quiet");
        });
    }

    private static void table(MarkupTree html, Page page, List<Suppression> allowed) throws IOException {
        html.block("table", () -> {
            html.leaf("caption", Texts.count("permissions.caption", allowed.size()));
            html.block("tr", () -> {
                for (String column : List.of("finding", "reason", "author", "place")) {
                    html.leaf("th", Texts.text("permissions." + column), "scope", "col");
                }
            });
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
        html.inline("td", () -> page.links().write(html, allowed.at()));
        html.constant("\n");
    }
}
