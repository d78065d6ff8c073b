package io.github.ipclint.frontend.c;

import java.util.ArrayList;
import java.util.List;

/**
 * A preprocessing token.
 *
 * @param space whether white space stands before it
 */
record Token(Kind kind, String text, boolean space) {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        PUNCTUATION
    }

    private static final List<String> OPERATORS = List.of(
            "...", "<<=", ">>=", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "+=", "-=", "*=", "/=", "%=", "&=", "|=",
            "^=", "##");

    boolean is(String other) {
        return kind == Kind.PUNCTUATION && text.equals(other);
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    Token spaced(boolean before) {
        return space == before ? this : new Token(kind, text, before);
    }

    /** Splits a text without comments into tokens. */
    static List<Token> lex(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        boolean space = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || (c == '\\' && isEndOfLine(text, at + 1))) {
                space = true;
                at++;
                continue;
            }
            int end = end(text, at);
            tokens.add(new Token(kind(c, text, at), text.substring(at, end), space));
            space = false;
            at = end;
        }
        return tokens;
    }

    private static boolean isEndOfLine(String text, int at) {
        return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private static Kind kind(char c, String text, int at) {
        if (isNameStart(c)) {
            return Kind.NAME;
        }
        if (c == '"' || c == '\'') {
            return Kind.TEXT;
        }
        boolean number = isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)));
        return number ? Kind.NUMBER : Kind.PUNCTUATION;
    }

    private static int end(String text, int at) {
        return switch (kind(text.charAt(at), text, at)) {
            case NAME -> endOfName(text, at);
            case NUMBER -> endOfNumber(text, at);
            case TEXT -> endOfLiteral(text, at);
            case PUNCTUATION -> {
                for (String operator : OPERATORS) {
                    if (text.startsWith(operator, at)) {
                        yield at + operator.length();
                    }
                }
                yield at + 1;
            }
        };
    }

    static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'
                || (c > 127 && Character.isUnicodeIdentifierStart(c));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || (c > 127 && Character.isUnicodeIdentifierPart(c));
    }

    static int endOfName(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** End of a preprocessing number, which may look like {@code 0x1e+4}. */
    static int endOfNumber(CharSequence text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean exponent = (c == '+' || c == '-') && "eEpP".indexOf(text.charAt(at - 1 < from ? from : at - 1)) >= 0 && at > from;
            if (!isNamePart(c) && c != '.' && !exponent) {
                break;
            }
            at++;
        }
        return at;
    }

    /** End of a string or character literal; at the latest the end of the line, for an apostrophe that starts none. */
    static int endOfLiteral(CharSequence text, int from) {
        char quote = text.charAt(from);
        int at = from + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                boolean crlf = at + 2 < text.length() && text.charAt(at + 1) == '\r' && text.charAt(at + 2) == '\n';
                at += crlf ? 3 : 2;
            } else if (c == '\n') {
                return at;
            } else {
                at++;
                if (c == quote) {
                    return at;
                }
            }
        }
        return text.length();
    }

    /** The text of tokens, with white space where there was some or where two would grow together. */
    static String join(List<Token> tokens) {
        StringBuilder out = new StringBuilder();
        Token before = null;
        for (Token token : tokens) {
            if (before != null && (token.space || growTogether(before, token))) {
                out.append(' ');
            }
            out.append(token.text);
            before = token;
        }
        return out.toString();
    }

    private static boolean growTogether(Token before, Token token) {
        if (before.kind == Kind.PUNCTUATION || token.kind == Kind.PUNCTUATION) {
            return before.kind == token.kind && "()[]{},;".indexOf(before.text.charAt(0)) < 0
                    && "()[]{},;".indexOf(token.text.charAt(0)) < 0;
        }
        return before.kind != Kind.TEXT || token.kind != Kind.TEXT;
    }
}
