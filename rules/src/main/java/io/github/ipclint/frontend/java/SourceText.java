package io.github.ipclint.frontend.java;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import io.github.ipclint.ir.SourceRange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The text of one file, for ranges and for what messages quote. */
final class SourceText {
    private static final int QUOTED = 200;
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final String path;
    private final String[] lines;

    SourceText(String path, String text) {
        this.path = path;
        this.lines = LINE_END.split(text, -1);
    }

    /** UTF-8, and Latin-1 for files that are not. */
    static String decode(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(content, StandardCharsets.ISO_8859_1);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    SourceRange range(Node node) {
        return node.getRange().map(this::range).orElse(SourceRange.NONE);
    }

    SourceRange range(Range range) {
        return new SourceRange(path, range.begin.line, range.begin.column, range.end.line, range.end.column + 1);
    }

    /** A call; where it ends a chain of several lines, only from its own name on, so that the line is the call's. */
    SourceRange rangeOfCall(MethodCallExpr call) {
        SourceRange whole = range(call);
        SourceRange name = range(call.getName());
        return name.line() == whole.line() || name.line() == 0
                ? whole
                : new SourceRange(path, name.line(), name.column(), whole.endLine(), whole.endColumn());
    }

    /** The text of a node on one line, cut at 200 characters. */
    String quote(Node node) {
        return node.getRange().map(range -> fold(slice(range))).orElse("");
    }

    private String slice(Range range) {
        StringBuilder text = new StringBuilder();
        Position begin = range.begin;
        Position end = range.end;
        for (int line = begin.line; line <= end.line && line <= lines.length && text.length() < 4 * QUOTED; line++) {
            String content = lines[line - 1];
            int from = line == begin.line ? begin.column - 1 : 0;
            int to = line == end.line ? Math.min(end.column, content.length()) : content.length();
            text.append(content, Math.min(from, to), to).append('\n');
        }
        return text.toString();
    }

    private static String fold(String text) {
        String folded = WHITE_SPACE.matcher(text).replaceAll(" ").strip();
        return folded.length() <= QUOTED ? folded : folded.substring(0, QUOTED);
    }
}
