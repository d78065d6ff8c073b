package io.github.ipclint.report.html;

import io.github.ipclint.report.MarkupTree;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages as sentences: what stands between quotes is the source's and set as code. */
final class Prose {
    private static final Pattern QUOTED = Pattern.compile("'([^'\\s][^']{0,60})'");

    private Prose() {}

    static void write(MarkupTree html, String message) throws IOException {
        Matcher quoted = QUOTED.matcher(message);
        int done = 0;
        while (quoted.find()) {
            html.text(message.substring(done, quoted.start()));
            html.span("code", quoted.group(1));
            done = quoted.end();
        }
        html.text(message.substring(done));
    }

    /** The first clause: up to a semicolon or colon. */
    static String clause(String message) {
        int end = message.indexOf("; ");
        return end < 0 ? message : message.substring(0, end);
    }
}
