package io.github.ipclint.report.html;

import io.github.ipclint.report.MarkupTree;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little Markdown that our rule pages use: paragraphs, lists, code, emphasis, links. Everything else stays text. */
final class Markdown {
    private static final Pattern INLINE =
            Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\*([^*]+)\\*|\\[([^\\]]+)\\]\\((https://[^)\\s]+)\\)");

    private Markdown() {}

    static void blocks(MarkupTree html, String prose) throws IOException {
        List<String> lines = prose.lines().toList();
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            int end = at + 1;
            if (line.startsWith("```")) {
                while (end < lines.size() && !lines.get(end).startsWith("```")) {
                    end++;
                }
                Examples.code(html, lines.subList(at + 1, Math.min(end, lines.size())));
                end++;
            } else if (line.startsWith("    ")) {
                while (end < lines.size() && lines.get(end).startsWith("    ")) {
                    end++;
                }
                Examples.code(html, lines.subList(at, end).stream().map(code -> code.substring(4)).toList());
            } else if (line.startsWith("* ")) {
                end = list(html, lines, at);
            } else if (!line.isBlank()) {
                while (end < lines.size() && continues(lines.get(end))) {
                    end++;
                }
                String paragraph = String.join(" ", lines.subList(at, end));
                html.inline("p", () -> inline(html, paragraph));
                html.constant("\n");
            }
            at = end;
        }
    }

    private static boolean continues(String line) {
        return !line.isBlank() && !line.startsWith("* ") && !line.startsWith("```");
    }

    /** Items may go on in indented lines. */
    private static int list(MarkupTree html, List<String> lines, int start) throws IOException {
        int[] at = {start};
        html.block("ul", () -> {
            while (at[0] < lines.size() && lines.get(at[0]).startsWith("* ")) {
                StringBuilder item = new StringBuilder(lines.get(at[0]).substring(2));
                at[0]++;
                while (at[0] < lines.size() && lines.get(at[0]).startsWith("  ")) {
                    item.append(' ').append(lines.get(at[0]).strip());
                    at[0]++;
                }
                html.inline("li", () -> inline(html, item.toString()));
                html.constant("\n");
            }
        });
        return at[0];
    }

    static void inline(MarkupTree html, String text) throws IOException {
        String flat = text.replace('\n', ' ');
        Matcher found = INLINE.matcher(flat);
        int done = 0;
        while (found.find()) {
            html.text(flat.substring(done, found.start()));
            if (found.group(1) != null) {
                html.span("code", found.group(1));
            } else if (found.group(2) != null) {
                html.span("strong", found.group(2));
            } else if (found.group(3) != null) {
                html.span("em", found.group(3));
            } else {
                html.span("a", found.group(4), "href", found.group(5));
            }
            done = found.end();
        }
        html.text(flat.substring(done));
    }
}
