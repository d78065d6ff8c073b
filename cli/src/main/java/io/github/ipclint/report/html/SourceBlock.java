package io.github.ipclint.report.html;

import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.report.MarkupTree;
import io.github.ipclint.report.SourceText;
import java.io.IOException;
import java.util.List;

/** Lines of a source with the place in question underlined. Long lines are cut round it. */
final class SourceBlock {
    private static final int CONTEXT = 3;
    private static final int WIDTH = 150;
    /** What fits a phone; longer boxes scroll and must be reachable by keyboard. */
    private static final int NARROW = 36;
    private static final String CUT = "…";
    private static final char WIDE_SPACE = '\u3000';

    private final SourceText sources;
    private final Highlighter highlighter;

    SourceBlock(SourceText sources) {
        this.sources = sources;
        this.highlighter = new Highlighter(sources);
    }

    /** The place, three lines before and after, and under it the message. */
    void block(MarkupTree html, SourceRange at, String message) throws IOException {
        if (isMissing(at)) {
            html.leaf("p", Texts.text("source.missing"), "class", "quiet");
            return;
        }
        List<String> lines = sources.lines(at.path());
        int from = Math.max(1, at.line() - CONTEXT);
        int to = Math.min(lines.size(), Math.max(at.line(), Math.min(at.endLine(), at.line() + CONTEXT)) + CONTEXT);
        while (to > at.endLine() && to > at.line() && lines.get(to - 1).isBlank()) {
            to--;
        }
        int last = to;
        html.inline("pre", () -> {
            for (int number = from; number <= last; number++) {
                boolean primary = number == at.line();
                String text = lines.get(number - 1);
                line(html, at, number, text, highlighter.spans(at.path(), number, text.stripTrailing()));
                if (primary) {
                    caret(html, at, text, message);
                }
            }
        }, focusable(longest(lines, from, to)));
        html.constant("\n");
    }

    /** The line of one step. */
    void line(MarkupTree html, SourceRange at) throws IOException {
        if (isMissing(at)) {
            return;
        }
        String line = withoutRemark(sources.line(at.path(), at.line()), at);
        int indent = Math.min(indent(line), Math.max(0, at.column() - 1));
        SourceRange moved = new SourceRange(
                at.path(), at.line(), at.column() - indent, at.endLine(), at.endColumn() - (at.endLine() == at.line() ? indent : 0));
        html.inline("pre", () -> line(html, moved, at.line(), line.substring(indent), List.of()));
    }

    /** What stands behind the statement is not the step's. */
    private static String withoutRemark(String line, SourceRange at) {
        int remark = line.indexOf("//", clamp(at.endColumn() - 1, line));
        return remark < 0 || at.endLine() > at.line() ? line : line.substring(0, remark);
    }

    private boolean isMissing(SourceRange at) {
        return sources.line(at.path(), at.line()).isBlank();
    }

    private static int longest(List<String> lines, int from, int to) {
        return lines.subList(from - 1, to).stream().mapToInt(String::length).max().orElse(0);
    }

    private static String[] focusable(int longest) {
        return longest > NARROW ? new String[] {"class", "src", "tabindex", "0"} : new String[] {"class", "src"};
    }

    private static void line(MarkupTree html, SourceRange at, int number, String raw, List<Highlighter.Span> spans) throws IOException {
        String line = raw.stripTrailing();
        boolean marked = number >= at.line() && number <= at.endLine();
        int start = number == at.line() ? clamp(at.column() - 1, line) : indent(line);
        int end = number == at.endLine() ? Math.max(start, clamp(at.endColumn() - 1, line)) : line.length();
        int from = marked ? from(line, start) : 0;
        int to = boundary(line, Math.min(line.length(), from + WIDTH));
        html.span("i", number + " ");
        if (from > 0) {
            html.text(CUT);
        }
        if (marked && start < to) {
            run(html, line, from, start, spans);
            html.inline("mark", () -> run(html, line, start, Math.min(Math.max(end, start), to), spans));
            run(html, line, Math.max(start, Math.min(end, to)), to, spans);
        } else {
            run(html, line, from, to, spans);
        }
        html.constant(to < line.length() ? CUT + "\n" : "\n");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static int clamp(int offset, String line) {
        return boundary(line, Math.clamp(offset, 0, line.length()));
    }

    private static int from(String line, int start) {
        return line.length() <= WIDTH ? 0 : boundary(line, Math.clamp(start - WIDTH / 3L, 0, line.length() - WIDTH));
    }

    /** The nearest offset at or before this one that does not split a surrogate pair. */
    private static int boundary(String text, int offset) {
        boolean splits = offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
        return splits ? offset - 1 : offset;
    }

    /** Text from one offset to another, coloured. */
    private static void run(MarkupTree html, String line, int from, int to, List<Highlighter.Span> spans) throws IOException {
        int done = from;
        for (Highlighter.Span span : spans) {
            int start = Math.max(span.start(), done);
            int end = Math.min(span.end(), to);
            if (start < end) {
                html.text(line.substring(done, start));
                html.span(span.kind(), line.substring(start, end));
                done = end;
            }
        }
        if (done < to) {
            html.text(line.substring(done, to));
        }
    }

    /** What is wide in the line is as wide above the caret, whatever font the browser takes. */
    private static void caret(MarkupTree html, SourceRange at, String raw, String message) throws IOException {
        String line = raw.stripTrailing();
        int start = clamp(at.column() - 1, line);
        int from = from(line, start);
        StringBuilder space = new StringBuilder(from > 0 ? " " : "");
        line.substring(from, start).codePoints().forEach(c -> space.append(c == '\t' ? '\t' : isWide(c) ? WIDE_SPACE : ' '));
        html.inline("span", () -> {
            html.span("i", " ".repeat(String.valueOf(at.line()).length() + 1));
            html.text(space + "^");
            html.constant("\n");
            html.inline("em", () -> {
                Prose.write(html, message);
                html.constant("\n");
            });
        }, "class", "say");
    }

    private static boolean isWide(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
