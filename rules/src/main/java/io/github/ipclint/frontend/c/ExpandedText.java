package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.SourceRange;
import java.util.Arrays;

/** The text of a file after its directives were obeyed and its macros replaced. */
final class ExpandedText implements Positions {
    private final SourceText source;
    private final String text;
    private final int[] starts;
    private final int[] originStarts;
    private final int[] originEnds;
    private final int pieces;

    private ExpandedText(Builder builder) {
        this.source = builder.source;
        this.text = builder.text.toString();
        this.starts = builder.starts;
        this.originStarts = builder.originStarts;
        this.originEnds = builder.originEnds;
        this.pieces = builder.pieces;
    }

    /** Puts a text together from pieces of the source and replacements of macro uses. */
    static final class Builder {
        private final SourceText source;
        private final StringBuilder text = new StringBuilder();
        private int[] starts = new int[64];
        private int[] originStarts = new int[64];
        private int[] originEnds = new int[64];
        private int pieces;

        Builder(SourceText source) {
            this.source = source;
        }

        /** Appends characters that stand at that offset in the source, one for one. */
        void copy(CharSequence working, int from, int to) {
            if (from < to) {
                piece(from, -1);
                text.append(working, from, to);
            }
        }

        /** Appends what a macro use between these offsets is replaced by. */
        void replace(String replacement, int from, int to) {
            piece(from, to);
            text.append(replacement);
        }

        private void piece(int originStart, int originEnd) {
            if (pieces == starts.length) {
                starts = Arrays.copyOf(starts, pieces * 2);
                originStarts = Arrays.copyOf(originStarts, pieces * 2);
                originEnds = Arrays.copyOf(originEnds, pieces * 2);
            }
            starts[pieces] = text.length();
            originStarts[pieces] = originStart;
            originEnds[pieces] = originEnd;
            pieces++;
        }

        ExpandedText build() {
            return new ExpandedText(this);
        }
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public SourceRange range(int start, int end) {
        int from = originStart(start);
        return source.range(from, Math.max(from, originEnd(end, start)));
    }

    @Override
    public String written(int start, int end) {
        int from = originStart(start);
        return source.written(from, Math.max(from, originEnd(end, start)));
    }

    /** The same source before macros were replaced: a text in which every character is where the source has it. */
    Positions unexpanded(String working) {
        return new Positions() {
            @Override
            public String text() {
                return working;
            }

            @Override
            public SourceRange range(int start, int end) {
                return source.range(start, end);
            }

            @Override
            public String written(int start, int end) {
                return source.written(start, end);
            }
        };
    }

    /** Offset in the source of a character, or of the macro use that it comes from. */
    int originStart(int offset) {
        int piece = piece(offset);
        return piece < 0 ? offset : originEnds[piece] < 0 ? originStarts[piece] + offset - starts[piece] : originStarts[piece];
    }

    /** Offset in the source behind the character before {@code end}, or behind the macro use that it comes from. */
    int originEnd(int end, int start) {
        if (end <= start) {
            return originStart(start);
        }
        int piece = piece(end - 1);
        return piece < 0 ? end : originEnds[piece] < 0 ? originStarts[piece] + end - starts[piece] : originEnds[piece];
    }

    /** The last piece that starts at or before an offset; of empty replacements at the same offset the piece behind them. */
    private int piece(int offset) {
        int low = 0;
        int high = pieces - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
