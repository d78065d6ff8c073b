package io.github.ipclint.report.sarif;

import io.github.ipclint.report.JsonTree;
import java.io.IOException;
import java.util.regex.Pattern;

/** Messages in SARIF, where some characters of plain text are syntax. */
final class SarifMessage {
    /** SARIF 2.1.0 §3.11.5: {@code {0}} is replaced by an argument. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

    private static final Pattern BRACKET = Pattern.compile("[\\[\\]\\\\]");

    private SarifMessage() {}

    static void message(JsonTree json, String text) throws IOException {
        json.object("message", () -> json.field("text", plain(text)));
    }

    /** Source-like text such as {@code ops[0](1)} must not turn into a link. */
    static String plain(String text) {
        String unlinked = text.contains("](") ? linkText(text) : text;
        return PLACEHOLDER.matcher(unlinked).replaceAll("{{$1}}");
    }

    /** SARIF 2.1.0 §3.11.6: a link to the related location with this id. */
    static String link(String text, int id) {
        return "[" + PLACEHOLDER.matcher(linkText(text)).replaceAll("{{$1}}") + "](" + id + ")";
    }

    private static String linkText(String text) {
        return BRACKET.matcher(text).replaceAll("\\\\$0");
    }
}
