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

    /** Behind these a tag or another word of the type follows. */
    private static final Set<String> NO_TYPES =
            Set.of("struct", "union", "enum", "typedef", "unsigned", "signed", "typeof", "return", "else", "goto", "define");

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
     * Where a word ends, with its arguments, that is an attribute in disguise: it stands before the specifiers of a declaration, between
     * the type and the name, or between the parameters and what ends the head, alone or with others. -1 for any other word.
     */
    int endOfUnknownAttribute(int start, int nameEnd, int to) {
        String name = text.subSequence(start, nameEnd).toString();
        if (SPECIFIERS.contains(name) || QUALIFIERS.contains(name) || name.startsWith("__")) {
            return -1;
        }
        char after = around.visibleFrom(nameEnd, to);
        if (around.visibleBefore(start) == ')' && (after == ';' || after == '{')) {
            return isInInitializer(start) ? -1 : nameEnd;
        }
        if (isShouted(name) && followsParameters(start)) {
            int end = after == '(' ? around.endOfArguments(nameEnd, to) : nameEnd;
            return end >= 0 && endHead(end, to) ? end : -1;
        }
        int next = around.endOfSpace(nameEnd, to);
        boolean first = Token.isNameStart(after) && startsDeclaration(start)
                && SPECIFIERS.contains(text.subSequence(next, Token.endOfName(text, next)).toString());
        return first || isShouted(name) && isBetweenTypeAndName(start, next, to) ? nameEnd : -1;
    }

    /** As macros are written. */
    private static boolean isShouted(String name) {
        return name.length() > 2 && name.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_');
    }

    /** Whether a parameter list ends before it, or words in capital letters stand between. */
    private boolean followsParameters(int start) {
        if (around.visibleBefore(start) == ')') {
            return !isInInitializer(start);
        }
        int word = wordBefore(start);
        return word < start && isShouted(text.subSequence(word, endBefore(start)).toString()) && followsParameters(word);
    }

    /** Whether an equals sign stands before it in its declaration: what ends there is a cast. */
    private boolean isInInitializer(int start) {
        for (int at = start - 1; at >= 0; at--) {
            char c = text.charAt(at);
            if (c == '=' || c == ';' || c == '{' || c == '}') {
                return c == '=';
            }
        }
        return false;
    }

    /** Whether nothing but words in capital letters, with arguments or without, stands before the body or the semicolon. */
    private boolean endHead(int from, int to) {
        int at = around.endOfSpace(from, to);
        while (at < to && Token.isNameStart(text.charAt(at))) {
            int end = Token.endOfName(text, at);
            if (!isShouted(text.subSequence(at, end).toString())) {
                return false;
            }
            end = around.visibleFrom(end, to) == '(' ? around.endOfArguments(end, to) : end;
            if (end < 0) {
                return false;
            }
            at = around.endOfSpace(end, to);
        }
        return at < to && (text.charAt(at) == ';' || text.charAt(at) == '{');
    }

    /** {@code int WINAPI f(}: before it a type, behind it the name of a function; a word behind {@code static} is a type itself. */
    private boolean isBetweenTypeAndName(int start, int next, int to) {
        if (next >= to || !Token.isNameStart(text.charAt(next)) || around.visibleFrom(Token.endOfName(text, next), to) != '(') {
            return false;
        }
        String before = text.subSequence(wordBefore(start), endBefore(start)).toString();
        return around.visibleBefore(start) == '*' || !before.isEmpty() && !STORAGE.contains(before) && !QUALIFIERS.contains(before)
                && !NO_TYPES.contains(before);
    }

    private int endBefore(int start) {
        int end = start;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Where the word before it starts; where there is none, the end of what stands there. */
    private int wordBefore(int start) {
        int end = endBefore(start);
        int word = end;
        while (word > 0 && (Token.isNameStart(text.charAt(word - 1)) || Token.isDigit(text.charAt(word - 1)))) {
            word--;
        }
        return word;
    }

    private boolean startsDeclaration(int start) {
        char before = around.visibleBefore(start);
        if (before == ' ' || before == ';' || before == '}') {
            return true;
        }
        int end = endBefore(start);
        return end < start && STORAGE.contains(text.subSequence(wordBefore(start), end).toString());
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
