package io.github.ipclint.report;

import io.github.ipclint.ir.SourceRange;

/**
 * A source line cut round the place in question, with hidden characters made visible.
 *
 * @param marked what the place covers of its first line; empty at the end of a line
 */
public record Snippet(String before, String marked, String after) {
    private static final String CUT = "\u2026";

    /**
     * Cuts out the place.
     *
     * @param line the first line of the place
     * @param width greatest number of UTF-16 units to show
     */
    public static Snippet of(String line, SourceRange at, int width) {
        String text = line.stripTrailing();
        int start = boundary(text, Math.clamp(at.column() - 1L, 0, text.length()));
        int end = at.endLine() > at.line() ? text.length() : Math.clamp(at.endColumn() - 1L, start, text.length());
        if (end == start && start < text.length()) {
            end = text.offsetByCodePoints(start, 1);
        }
        int from = text.length() <= width ? 0 : boundary(text, Math.clamp(start - width / 3L, 0, text.length() - width));
        int to = Math.max(start, boundary(text, Math.min(text.length(), from + width)));
        end = Math.min(boundary(text, end), to);
        return new Snippet(
                (from > 0 ? CUT : "") + VisibleText.of(text.substring(from, start)),
                VisibleText.of(text.substring(start, end)),
                VisibleText.of(text.substring(end, to)) + (to < text.length() ? CUT : ""));
    }

    /** The nearest offset at or before this one that does not split a surrogate pair. */
    private static int boundary(String text, int offset) {
        boolean splits = offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
        return splits ? offset - 1 : offset;
    }

    /** What is shown of the line. */
    public String text() {
        return before + marked + after;
    }

    /** A line that marks the place when it is printed beneath the text in a fixed-width font. */
    public String caret() {
        StringBuilder out = new StringBuilder();
        before.codePoints().forEach(c -> out.append(c == '\t' ? "\t" : " ".repeat(cells(c))));
        int length = marked.codePoints().map(Snippet::cells).sum();
        return out.append('^').append("~".repeat(Math.max(0, length - 1))).toString();
    }

    /** Terminal columns: none for combining marks, two for East Asian scripts and emoji. */
    private static int cells(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            default -> Character.isEmojiPresentation(codePoint) ? 2 : 1;
        };
    }
}
