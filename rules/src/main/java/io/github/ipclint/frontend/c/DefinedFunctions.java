package io.github.ipclint.frontend.c;

import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the names of the functions that a text defines at file scope, before its directives are obeyed and before it is parsed. */
final class DefinedFunctions {
    private static final Set<String> NO_FUNCTION = Set.of("if", "while", "for", "switch", "__attribute__", "__declspec", "_Alignas");

    private final String text;
    private final int to;
    private final Set<String> names = new LinkedHashSet<>();
    private String word = "";
    private String head = "";
    private int parentheses;
    private int braces;
    private int conditionals;
    private char last = ' ';

    private DefinedFunctions(String text, int to) {
        this.text = text;
        this.to = to;
    }

    /** Those between two offsets; up to the end of the branch that {@code from} lies in when that ends earlier. */
    static Set<String> in(String text, int from, int to) {
        DefinedFunctions scan = new DefinedFunctions(text, to);
        scan.run(from);
        return scan.names;
    }

    private void run(int from) {
        int at = from;
        while (at < to && conditionals >= 0) {
            char c = text.charAt(at);
            if (text.startsWith("//", at)) {
                at = endOfLine(at);
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? to : end + 2;
            } else if (c == '"' || c == '\'') {
                at = Token.endOfLiteral(text, at);
                last = '"';
            } else if (Token.isNameStart(c)) {
                int end = Token.endOfName(text, at);
                word = text.substring(at, end);
                last = 'a';
                at = end;
            } else if (c == '#') {
                directive(text.substring(at + 1, endOfLine(at)).strip());
                at = endOfLine(at);
            } else {
                punctuation(c);
                at++;
            }
        }
    }

    /** Where the line ends, or the last one that backslashes append to it. */
    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? to : end;
    }

    private void directive(String directive) {
        if (directive.startsWith("if")) {
            conditionals++;
        } else if (directive.startsWith("endif") || directive.startsWith("el") && conditionals == 0) {
            conditionals--;
        }
    }

    private void punctuation(char c) {
        switch (c) {
            case '(' -> {
                if (parentheses++ == 0 && braces == 0 && last == 'a' && !NO_FUNCTION.contains(word)) {
                    head = word;
                }
            }
            case ')' -> parentheses--;
            case '{' -> {
                if (braces++ == 0 && last == ')' && !head.isEmpty()) {
                    names.add(head);
                }
            }
            case '}' -> {
                braces--;
                head = "";
            }
            case ';', '=' -> head = braces == 0 && parentheses == 0 ? "" : head;
            default -> {}
        }
        last = Character.isWhitespace(c) ? last : c;
    }
}
