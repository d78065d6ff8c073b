package io.github.ipclint.report.map;

import io.github.ipclint.report.VisibleText;

/** How wide texts are in the drawing, from a table and not from a font, so that every machine draws the same. */
final class TextWidth {
    private static final int LONGEST = 28;
    private static final int WIDE = 13;
    private static final int NARROW = 5;
    private static final int ORDINARY = 8;
    private static final int CAPITAL = 9;

    private TextWidth() {}

    /** At 12 pixels, rather too much than too little. */
    static int of(String text) {
        return text.codePoints().map(TextWidth::width).sum();
    }

    private static int width(int c) {
        if (c > 0x2e7f) {
            return WIDE;
        }
        if ("iljt.,:;'|!()[] ".indexOf(c) >= 0) {
            return NARROW;
        }
        return Character.isUpperCase(c) || c == 'm' || c == 'w' || c == '@' || c == '%' ? CAPITAL : ORDINARY;
    }

    /** What is shown of a text, cut in the middle: beginning and end of a path or key tell most. */
    static String cut(String text) {
        String visible = VisibleText.of(text);
        int[] points = visible.codePoints().toArray();
        if (points.length <= LONGEST) {
            return visible;
        }
        int head = LONGEST / 2 - 1;
        int tail = LONGEST - head - 1;
        return new String(points, 0, head) + "…" + new String(points, points.length - tail, tail);
    }
}
