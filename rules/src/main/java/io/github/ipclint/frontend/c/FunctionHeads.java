package io.github.ipclint.frontend.c;

import java.util.List;
import java.util.Set;

/** Recognises the heads of functions in a text that is not parsed yet. */
final class FunctionHeads {
    private static final Set<String> KEYWORDS =
            Set.of("if", "while", "for", "switch", "return", "sizeof", "do", "else", "defined", "typeof", "asm");

    private static final Set<String> SPECIFIERS = Set.of(
            "int", "void", "char", "long", "short", "unsigned", "signed", "float", "double", "struct", "union", "enum", "static", "extern",
            "inline",
            "typedef", "auto", "register", "_Bool", "bool", "size_t", "ssize_t", "_Noreturn", "_Thread_local");

    private static final Set<String> QUALIFIERS = Set.of("const", "volatile", "restrict", "noreturn", "_Atomic", "asm");

    /** Words that may stand before a name that has no type. */
    private static final Set<String> STORAGE = Set.of("static", "extern", "inline", "register");

    private final CharSequence text;
    private final Surroundings around;

    FunctionHeads(CharSequence text) {
        this.text = text;
        this.around = new Surroundings(text);
    }

    /**
     * Whether a function is declared or defined here whose name is a macro under other conditions: a word or star before the name,
     * parameters in parentheses, and a body or a semicolon behind them.
     */
    boolean isDeclared(int start, int nameEnd, int end, int to) {
        char before = around.visibleBefore(start);
        char after = around.visibleFrom(end, to);
        if ((after != '{' && after != ';') || !(before == '*' || Token.isNameStart(before) || Token.isDigit(before))) {
            return false;
        }
        List<Token> tokens = Token.lex(text.subSequence(nameEnd, end).toString());
        int words = 0;
        for (Token token : tokens.subList(1, tokens.size())) {
            if (token.is(",") || token.is(")")) {
                if (words < 2) {
                    return tokens.size() == 3 && tokens.get(1).text().equals("void");
                }
                words = 0;
            } else if (token.isName() && !token.text().equals("sizeof")) {
                words++;
            } else if (token.is("...")) {
                words = 2;
            } else if (!token.is("*") && !token.is("[") && !token.is("]")) {
                return false;
            }
        }
        return true;
    }

    /** Whether the name at file scope is that of a function defined without a type, which meant int before C99. */
    boolean lacksType(int start, int nameEnd, int to) {
        int end = startsDeclaration(start) ? around.endOfArguments(nameEnd, to) : -1;
        if (end < 0 || KEYWORDS.contains(text.subSequence(start, nameEnd).toString())) {
            return false;
        }
        return around.visibleFrom(end, to) == '{' || declaresParameters(end, to);
    }

    /**
     * Whether the word is an attribute in disguise: it stands before the specifiers of a declaration, or between parameters and what
     * ends the head.
     */
    boolean isUnknownAttribute(int start, int nameEnd, int to) {
        String name = text.subSequence(start, nameEnd).toString();
        if (SPECIFIERS.contains(name) || QUALIFIERS.contains(name) || name.startsWith("__")) {
            return false;
        }
        char before = around.visibleBefore(start);
        char after = around.visibleFrom(nameEnd, to);
        if (before == ')' && (after == ';' || after == '{')) {
            return true;
        }
        int next = around.endOfSpace(nameEnd, to);
        return Token.isNameStart(after)
                && startsDeclaration(start)
                && SPECIFIERS.contains(text.subSequence(next, Token.endOfName(text, next)).toString());
    }

    private boolean startsDeclaration(int start) {
        char before = around.visibleBefore(start);
        if (before == ' ' || before == ';' || before == '}') {
            return true;
        }
        int end = start;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int word = end;
        while (word > 0 && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        return end < start && STORAGE.contains(text.subSequence(word, end).toString());
    }

    /** Whether declarations and then a body follow, as in {@code main(argc, argv) char **argv;} before a brace. */
    private boolean declaresParameters(int from, int to) {
        char last = ' ';
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == '{') {
                return last == ';';
            }
            if (c == '(' || c == ')' || c == '=' || c == '}' || c == '"') {
                return false;
            }
            last = Character.isWhitespace(c) ? last : c;
        }
        return false;
    }
}
