package io.github.ipclint.report;

import java.util.Locale;

/**
 * Text from sources and file names, made safe to look at: what is invisible, moves the cursor or turns the reading direction
 * (CVE-2021-42574) becomes a mark.
 */
public final class VisibleText {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final char DELETE = 0x7f;

    private VisibleText() {}

    /** Tabs stay; control characters become their pictures, other hidden ones their code point. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(VisibleText::isHidden)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (!isHidden(c)) {
                out.appendCodePoint(c);
            } else if (c < ' ') {
                out.append((char) (CONTROL_PICTURES + c));
            } else if (c == DELETE) {
                out.append('\u2421');
            } else {
                out.append("<U+").append(String.format(Locale.ROOT, "%04X", c)).append('>');
            }
        });
        return out.toString();
    }

    /** Unpaired surrogates, which no encoder takes, become replacement characters. */
    public static String wellFormed(String text) {
        if (text.codePoints().noneMatch(VisibleText::isSurrogate)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(c -> isSurrogate(c) ? '\ufffd' : c).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
