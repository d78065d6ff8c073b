package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.SourceRange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The decoded text of one file. UTF-8, or Latin-1 where it is not valid UTF-8. */
final class SourceText implements Positions {
    private final String path;
    private final String text;
    private final int[] lineStarts;

    private SourceText(String path, String text) {
        this.path = path;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    static SourceText of(String path, byte[] content) {
        return new SourceText(path, decode(content));
    }

    private static String decode(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(content, StandardCharsets.ISO_8859_1);
        }
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A lone carriage return ends a line too, as old editors wrote it.
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    String path() {
        return path;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public String written(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public SourceRange range(int start, int end) {
        int line = line(start);
        int endLine = end == start ? line : line(end - 1);
        return new SourceRange(path, line + 1, start - lineStarts[line] + 1, endLine + 1, end - lineStarts[endLine] + 1);
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
