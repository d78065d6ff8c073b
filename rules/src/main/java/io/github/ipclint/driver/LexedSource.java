package io.github.ipclint.driver;

import io.github.ipclint.ir.SourceRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A C or Java text with comments and literals told apart from code, whatever state the rest of it is in.
 *
 * @param code the text with comments and literals blanked; same length, same lines
 * @param lineStarts offset of each line's first character
 */
record LexedSource(String path, String text, String code, List<Span> comments, List<Span> literals, List<Integer> lineStarts) {

    /** Offsets into the text; the end is exclusive. */
    record Span(int start, int end) {}

    static LexedSource of(String path, String text) {
        boolean java = path.endsWith(".java");
        StringBuilder code = new StringBuilder(text);
        List<Span> comments = new ArrayList<>();
        List<Span> literals = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int commentEnd = commentEnd(text, at, java);
            int end = commentEnd > at ? commentEnd : literalEnd(text, at, java);
            if (end > at) {
                (commentEnd > at ? comments : literals).add(new Span(at, end));
                blank(code, at, end);
                at = end;
            } else {
                at++;
            }
        }
        return new LexedSource(path, text, code.toString(), List.copyOf(comments), List.copyOf(literals), lineStarts(text, java));
    }

    int lineCount() {
        return lineStarts.size();
    }

    /** 1-based line of an offset. */
    int line(int offset) {
        int found = Collections.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** A line, with its terminator, of the text or of the code. */
    String line(String of, int line) {
        int end = line < lineStarts.size() ? lineStarts.get(line) : of.length();
        return of.substring(lineStarts.get(line - 1), end);
    }

    SourceRange range(Span span) {
        int first = line(span.start());
        int last = line(span.end());
        return new SourceRange(path, first, span.start() - lineStarts.get(first - 1) + 1, last, span.end() - lineStarts.get(last - 1) + 1);
    }

    /** Whether nothing but this span and white space stands on its lines. */
    boolean standsAlone(Span span) {
        String before = code.substring(lineStarts.get(line(span.start()) - 1), span.start());
        int last = line(span.end());
        String after = code.substring(span.end(), last < lineStarts.size() ? lineStarts.get(last) : code.length());
        return before.isBlank() && after.isBlank();
    }

    private static int commentEnd(String text, int at, boolean java) {
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? text.length() : end + 2;
        }
        if (!text.startsWith("//", at)) {
            return at;
        }
        int end = at;
        while (end < text.length() && !isTerminator(text.charAt(end), java)) {
            // C 5.1.1.2: a backslash before the new-line joins the lines before comments are recognised
            end += !java && text.startsWith("\\\n", end) ? 2 : 1;
        }
        return end;
    }

    private static int literalEnd(String text, int at, boolean java) {
        char quote = text.charAt(at);
        if (java && text.startsWith("\"\"\"", at)) {
            int end = at + 3;
            while (end < text.length() && !text.startsWith("\"\"\"", end)) {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), end + 3);
        }
        if (quote != '"' && (quote != '\'' || isDigitSeparator(text, at))) {
            return at;
        }
        int end = at + 1;
        // an unpaired quote, as in "#error don't", must not swallow more than its line
        while (end < text.length() && text.charAt(end) != quote && !isTerminator(text.charAt(end), java)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return end < text.length() && text.charAt(end) == quote ? end + 1 : Math.min(end, text.length());
    }

    /** C23 6.4.4.1: {@code 1'000'000}; a prefix such as {@code u8} starts with a letter and is none. */
    private static boolean isDigitSeparator(String text, int at) {
        int start = at;
        while (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '\'')) {
            start--;
        }
        return start < at && Character.isDigit(text.charAt(start));
    }

    private static void blank(StringBuilder code, int from, int to) {
        for (int i = from; i < to; i++) {
            if (code.charAt(i) != '\n' && code.charAt(i) != '\r') {
                code.setCharAt(i, ' ');
            }
        }
    }

    /** JLS 3.4 also ends a line at a lone carriage return, C does not. */
    private static boolean isTerminator(char c, boolean java) {
        return c == '\n' || (java && c == '\r');
    }

    private static List<Integer> lineStarts(String text, boolean java) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            boolean pair = text.startsWith("\r\n", i);
            if (isTerminator(text.charAt(i), java) && !pair) {
                starts.add(i + 1);
            }
        }
        return List.copyOf(starts);
    }
}
