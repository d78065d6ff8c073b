package io.github.ipclint.frontend.c;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the uses of macros in a text and replaces them. */
final class MacroReplacement {
    /** A macro with this name gives attributes of our namespace; compilers see it as nothing. */
    private static final String ANNOTATION = "IPC";

    private static final int LONGEST_SPACE = 16;

    private final CharSequence working;
    private final Surroundings around;
    private final FunctionHeads heads;
    private final MacroTable macros;
    private final ExpandedText.Builder expanded;
    private int braces;

    MacroReplacement(CharSequence working, MacroTable macros, ExpandedText.Builder expanded) {
        this.working = working;
        this.around = new Surroundings(working);
        this.heads = new FunctionHeads(working);
        this.macros = macros;
        this.expanded = expanded;
    }

    /** The text that follows starts at file scope. */
    void restart() {
        braces = 0;
    }

    /** Appends the text between two offsets, macros replaced. */
    void replace(int from, int to) {
        int copied = from;
        int at = from;
        while (at < to) {
            char c = working.charAt(at);
            if (Token.isNameStart(c)) {
                int end = Token.endOfName(working, at);
                copied = braces == 0 ? mendHead(at, end, to, copied) : copied;
                int used = copied >= end ? 0 : use(at, end, to, copied);
                copied = used > 0 ? used : copied;
                at = used > 0 ? used : end;
            } else if (c == '"' || c == '\'') {
                at = Token.endOfLiteral(working, at);
            } else if (Character.isWhitespace(c)) {
                int end = around.endOfSpace(at, to);
                if (end - at > LONGEST_SPACE) {
                    // What is left of a comment: the parser is spared it.
                    expanded.copy(working, copied, at + 1);
                    copied = end;
                }
                at = end;
            } else {
                braces = c == '{' ? braces + 1 : c == '}' ? Math.max(0, braces - 1) : braces;
                at = Token.isDigit(c) ? Token.endOfNumber(working, at) : at + 1;
            }
        }
        expanded.copy(working, copied, to);
    }

    /** At file scope, supplies a type that is missing and drops a word that only a header we don't have explains. */
    private int mendHead(int start, int nameEnd, int to, int copied) {
        String name = working.subSequence(start, nameEnd).toString();
        if (macros.get(name) != null || name.equals(ANNOTATION)) {
            return copied;
        }
        if (heads.lacksType(start, nameEnd, to)) {
            expanded.copy(working, copied, start);
            expanded.replace("int ", start, start);
            return start;
        }
        int end = heads.endOfUnknownAttribute(start, nameEnd, to);
        if (end < 0) {
            return copied;
        }
        expanded.copy(working, copied, start);
        expanded.replace(name.toLowerCase(Locale.ROOT).contains("noreturn") ? "__attribute__((noreturn))" : "", start, end);
        return end;
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
        int end = macro.takesArguments() ? around.endOfArguments(nameEnd, to) : nameEnd;
        if (end < 0 || (macro.takesArguments() && heads.isDeclared(start, nameEnd, end, to))) {
            return 0;
        }
        List<Token> tokens = new MacroExpansion(macros).expand(Token.lex(working.subSequence(start, end).toString()));
        if (tokens == null) {
            return 0;
        }
        // The replacement may itself name a macro whose arguments follow in the text.
        while (endsInFunctionMacro(tokens) instanceof Macro && around.endOfArguments(end, to) > 0) {
            int longer = around.endOfArguments(end, to);
            List<Token> again = new MacroExpansion(macros).expand(Token.lex(Token.join(tokens) + working.subSequence(end, longer)));
            if (again == null || again.equals(tokens)) {
                break;
            }
            tokens = again;
            end = longer;
        }
        expanded.copy(working, copied, start);
        expanded.replace(" " + placed(Token.join(tokens), around.visibleFrom(end, to)) + " ", start, end);
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

    /** {@code goto *e;}, which GNU C has and the grammar has not, becomes a call. */
    private int computedGoto(int start, int nameEnd, int to, int copied) {
        if (around.visibleFrom(nameEnd, to) != '*') {
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
        int end = around.endOfArguments(nameEnd, to);
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

    /** Tells an annotation from a call: a declaration goes on behind it, or a parameter list ends before it. */
    private boolean isBesideDeclaration(int start, int end, int to) {
        return Token.isNameStart(around.visibleFrom(end, to)) || around.visibleBefore(start) == ')';
    }
}
