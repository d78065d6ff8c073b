package io.github.ipclint.frontend.c;

import java.util.Set;

/**
 * Macros that are statements by themselves, such as {@code BEGIN_CRITICAL}, each on a line of its own and without a semicolon. Where the
 * header that defines one is not there, the grammar takes its name for the type of whatever the next line names first. What is one is guessed
 * by its shape.
 */
final class StatementMacros {
    private static final Set<String> STATEMENTS = Set.of("if", "for", "while", "switch", "do", "return", "goto", "break");
    private static final int SHORTEST = 3;

    private StatementMacros() {}

    /** The text with a semicolon in place of the end of such a line, so that all offsets stay. */
    static String separated(String text) {
        StringBuilder separated = null;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            if (isName(text, start, end) && endsStatement(text, start) && startsStatement(text, end)) {
                separated = separated == null ? new StringBuilder(text) : separated;
                separated.setCharAt(end, ';');
            }
            start = end + 1;
        }
        return separated == null ? text : separated.toString();
    }

    /** Whether a line has nothing on it but a name in capitals, and is indented as the inside of functions is. */
    private static boolean isName(String text, int start, int end) {
        int from = skipBlanks(text, start, end);
        int at = from;
        while (at < end && isCapital(text.charAt(at))) {
            at++;
        }
        return from > start && at - from >= SHORTEST && !Character.isDigit(text.charAt(from)) && skipBlanks(text, at, end) == end;
    }

    private static boolean isCapital(char c) {
        return (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
    }

    /** What stands before is a whole statement, or the start of a block. */
    private static boolean endsStatement(String text, int start) {
        int at = start - 1;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at >= 0 && ";{}".indexOf(text.charAt(at)) >= 0;
    }

    /** What stands behind starts a statement, and is no declaration. */
    private static boolean startsStatement(String text, int end) {
        int from = skipBlanks(text, end, text.length());
        int at = from;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.isEmpty() || STATEMENTS.contains(word)) {
            return !word.isEmpty();
        }
        int next = skipBlanks(text, at, text.length());
        return text.startsWith("=", next) || text.startsWith("(", next) || text.startsWith("->", next);
    }

    private static int skipBlanks(String text, int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
