package io.github.ipclint.report.html;

import io.github.ipclint.report.SourceText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells keywords, strings, comments and directives of C and Java apart; good enough to read by, and never wrong about characters. */
final class Highlighter {
    /** @param kind element that sets it: {@code b} keyword, {@code samp} literal, {@code em} comment, {@code var} directive */
    record Span(int start, int end, String kind) {}

    private static final Set<String> KEYWORDS = Set.of(
            "auto", "bool", "boolean", "break", "byte", "case", "catch", "char", "class", "const", "continue", "default", "do", "double",
            "else", "enum", "extends", "extern", "final", "finally", "float", "for", "goto", "if", "implements", "import", "int",
            "interface", "long", "new", "package", "private", "protected", "public", "record", "return", "short", "signed", "sizeof",
            "static", "struct", "switch", "this", "throw", "throws", "try", "typedef", "union", "unsigned", "var", "void", "volatile",
            "while", "null", "NULL", "true", "false", "size_t", "ssize_t", "pid_t");
    private static final int LONGEST_FILE = 200_000;

    private final SourceText sources;
    private String path = "";
    private BitSet inComment = new BitSet();

    Highlighter(SourceText sources) {
        this.sources = sources;
    }

    /** Spans of one line, in order, without overlap. */
    List<Span> spans(String file, int number, String line) {
        if (!file.equals(path)) {
            path = file;
            inComment = comments(sources.lines(file));
        }
        List<Span> spans = new ArrayList<>();
        scan(line, inComment.get(number), spans);
        return spans;
    }

    /** Lines that begin within a comment. */
    private static BitSet comments(List<String> lines) {
        BitSet inside = new BitSet();
        boolean open = false;
        for (int i = 0; i < Math.min(lines.size(), LONGEST_FILE); i++) {
            inside.set(i + 1, open);
            open = scan(lines.get(i), open, null);
        }
        return inside;
    }

    /** Whether a comment is open at the end of the line. */
    private static boolean scan(String line, boolean open, @Nullable List<Span> into) {
        int at = 0;
        if (open) {
            at = line.indexOf("*/") + 2;
            add(into, 0, at < 2 ? line.length() : at, "em");
            if (at < 2) {
                return true;
            }
        }
        if (line.stripLeading().startsWith("#")) {
            int comment = line.indexOf("/*", at);
            add(into, at, comment < 0 ? line.length() : comment, "var");
            at = comment < 0 ? line.length() : comment;
        }
        while (at < line.length()) {
            char c = line.charAt(at);
            int end;
            if (line.startsWith("//", at)) {
                add(into, at, line.length(), "em");
                return false;
            } else if (line.startsWith("/*", at)) {
                int close = line.indexOf("*/", at + 2);
                end = close < 0 ? line.length() : close + 2;
                add(into, at, end, "em");
                if (close < 0) {
                    return true;
                }
            } else if (c == '"' || c == '\'') {
                end = literal(line, at);
                add(into, at, end, "samp");
            } else {
                end = word(line, at);
                if (KEYWORDS.contains(line.substring(at, end))) {
                    add(into, at, end, "b");
                }
            }
            at = end;
        }
        return false;
    }

    private static void add(@Nullable List<Span> into, int start, int end, String kind) {
        if (into != null && start < end) {
            into.add(new Span(start, end, kind));
        }
    }

    private static int literal(String line, int start) {
        char quote = line.charAt(start);
        int at = start + 1;
        while (at < line.length() && line.charAt(at) != quote) {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, line.length());
    }

    private static int word(String line, int start) {
        int at = start;
        while (at < line.length() && Character.isJavaIdentifierPart(line.charAt(at))) {
            at++;
        }
        return Math.max(at, start + 1);
    }
}
