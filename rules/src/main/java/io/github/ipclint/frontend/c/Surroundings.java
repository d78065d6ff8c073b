package io.github.ipclint.frontend.c;

/** Looks around in a text without comments. */
record Surroundings(CharSequence text) {
    /** The offset of the next visible character. */
    int endOfSpace(int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The offset behind the argument list that starts at the next visible character, -1 where none does. */
    int endOfArguments(int from, int to) {
        int at = endOfSpace(from, to);
        if (at >= to || text.charAt(at) != '(') {
            return -1;
        }
        int depth = 0;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at = Token.endOfLiteral(text, at);
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            at++;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /** The last visible character before an offset. */
    char visibleBefore(int start) {
        int at = start - 1;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at < 0 ? ' ' : text.charAt(at);
    }

    /** The next visible character. */
    char visibleFrom(int end, int to) {
        int at = endOfSpace(end, to);
        return at < to ? text.charAt(at) : ' ';
    }
}
