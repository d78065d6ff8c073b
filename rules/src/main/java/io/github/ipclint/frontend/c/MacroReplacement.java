package io.github.ipclint.frontend.c;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the uses of macros in a text and replaces them. */
final class MacroReplacement {
    /** A macro with this name gives attributes of our namespace; compilers see it as nothing. */
    private static final String ANNOTATION = "IPC";

    private final CharSequence working;
    private final MacroTable macros;
    private final ExpandedText.Builder expanded;

    MacroReplacement(CharSequence working, MacroTable macros, ExpandedText.Builder expanded) {
        this.working = working;
        this.macros = macros;
        this.expanded = expanded;
    }

    /** Appends the text between two offsets, macros replaced. */
    void replace(int from, int to) {
        int copied = from;
        int at = from;
        while (at < to) {
            char c = working.charAt(at);
            if (Token.isNameStart(c)) {
                int end = Token.endOfName(working, at);
                int used = use(at, end, to, copied);
                copied = used > 0 ? used : copied;
                at = used > 0 ? used : end;
            } else if (c == '"' || c == '\'') {
                at = Token.endOfLiteral(working, at);
            } else {
                at = Token.isDigit(c) ? Token.endOfNumber(working, at) : at + 1;
            }
        }
        expanded.copy(working, copied, to);
    }

    /** Replaces the use of a macro that starts here; the offset behind it, 0 where there is none. */
    private int use(int start, int nameEnd, int to, int copied) {
        String name = working.subSequence(start, nameEnd).toString();
        if (name.equals("goto")) {
            return computedGoto(start, nameEnd, to, copied);
        }
        Macro macro = macros.get(name);
        if (name.equals(ANNOTATION) && (macro == null || macro.body().isEmpty())) {
            return annotation(start, nameEnd, to, copied);
        }
        if (macro == null) {
            return 0;
        }
        int end = macro.takesArguments() ? endOfArguments(nameEnd, to) : nameEnd;
        if (end < 0 || (macro.takesArguments() && isFunctionDeclared(start, nameEnd, end, to))) {
            return 0;
        }
        List<Token> tokens = new MacroExpansion(macros).expand(Token.lex(working.subSequence(start, end).toString()));
        if (tokens == null) {
            return 0;
        }
        // The replacement may itself name a macro whose arguments follow in the text.
        while (endsInFunctionMacro(tokens) instanceof Macro && endOfArguments(end, to) > 0) {
            int longer = endOfArguments(end, to);
            List<Token> again = new MacroExpansion(macros).expand(Token.lex(Token.join(tokens) + working.subSequence(end, longer)));
            if (again == null || again.equals(tokens)) {
                break;
            }
            tokens = again;
            end = longer;
        }
        expanded.copy(working, copied, start);
        expanded.replace(" " + placed(Token.join(tokens), visibleFrom(end, to)) + " ", start, end);
        return end;
    }

    /** An attribute before an initialiser, where the grammar expects none, in the form that it takes there. */
    private static String placed(String replacement, char next) {
        return next == '=' && replacement.startsWith("__attribute__((") && replacement.contains("cleanup") ? "[[gnu::cleanup]]"
                : replacement;
    }

    private @Nullable Macro endsInFunctionMacro(List<Token> tokens) {
        Macro macro = tokens.isEmpty() || !tokens.getLast().isName() ? null : macros.get(tokens.getLast().text());
        return macro != null && macro.takesArguments() ? macro : null;
    }

    /** The offset behind the argument list that starts at the next visible character, -1 where none does. */
    private int endOfArguments(int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(working.charAt(at))) {
            at++;
        }
        if (at >= to || working.charAt(at) != '(') {
            return -1;
        }
        int depth = 0;
        while (at < to) {
            char c = working.charAt(at);
            if (c == '"' || c == '\'') {
                at = Token.endOfLiteral(working, at);
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

    /** {@code goto *e;}, which GNU C has and the grammar has not, becomes a call. */
    private int computedGoto(int start, int nameEnd, int to, int copied) {
        if (visibleFrom(nameEnd, to) != '*') {
            return 0;
        }
        int end = nameEnd;
        while (end < to && working.charAt(end) != ';') {
            end++;
        }
        String value = working.subSequence(nameEnd, end).toString().strip();
        expanded.copy(working, copied, start);
        expanded.replace(Jumps.COMPUTED + "(" + value.substring(1) + ")", start, end);
        return end;
    }

    /** {@code IPC(a(x), b)} stands for {@code [[ipc::a(x), ipc::b]]}. */
    private int annotation(int start, int nameEnd, int to, int copied) {
        int end = endOfArguments(nameEnd, to);
        if (end < 0 || !isBesideDeclaration(start, end, to)) {
            return 0;
        }
        int open = nameEnd;
        while (working.charAt(open) != '(') {
            open++;
        }
        StringBuilder attributes = new StringBuilder(" [[ipc::");
        int depth = 0;
        for (Token token : Token.lex(working.subSequence(open + 1, end - 1).toString())) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            attributes.append(token.space() ? " " : "").append(token.text());
            attributes.append(token.is(",") && depth == 0 ? " ipc::" : "");
        }
        expanded.copy(working, copied, start);
        expanded.replace(attributes.append("]] ").toString(), start, end);
        return end;
    }

    /**
     * Whether a function is declared or defined here whose name is a macro under other conditions: a word or star before the name,
     * parameters in parentheses, and a body or a semicolon behind them.
     */
    private boolean isFunctionDeclared(int start, int nameEnd, int end, int to) {
        char before = visibleBefore(start);
        char after = visibleFrom(end, to);
        if ((after != '{' && after != ';') || !(before == '*' || Token.isNameStart(before) || Token.isDigit(before))) {
            return false;
        }
        List<Token> tokens = Token.lex(working.subSequence(nameEnd, end).toString());
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

    private char visibleBefore(int start) {
        int at = start - 1;
        while (at >= 0 && Character.isWhitespace(working.charAt(at))) {
            at--;
        }
        return at < 0 ? ' ' : working.charAt(at);
    }

    private char visibleFrom(int end, int to) {
        int at = end;
        while (at < to && Character.isWhitespace(working.charAt(at))) {
            at++;
        }
        return at < to ? working.charAt(at) : ' ';
    }

    /** Tells an annotation from a call: a declaration goes on behind it, or a parameter list ends before it. */
    private boolean isBesideDeclaration(int start, int end, int to) {
        return Token.isNameStart(visibleFrom(end, to)) || visibleBefore(start) == ')';
    }
}
