package io.github.ipclint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import java.util.function.UnaryOperator;

/** XML or HTML written while the data is walked. Whatever comes from outside passes one escaper. */
public final class MarkupTree {
    /** What an element holds. */
    @FunctionalInterface
    public interface Content {
        void write() throws IOException;
    }

    /** Attributes whose empty value means the same as none. */
    private static final Set<String> LEFT_OUT_WHEN_EMPTY = Set.of("class", "stroke-dasharray", "stroke-width", "text-anchor");

    private final Writer out;
    private final UnaryOperator<String> filter;
    /** Whether text between tags keeps tabs and double quotes as they are, which only attributes need as references. */
    private final boolean plain;

    private MarkupTree(Writer out, UnaryOperator<String> filter, boolean plain) {
        this.out = out;
        this.filter = filter;
        this.plain = plain;
    }

    /** For programs: text stays as it is, but for characters that XML 1.0 cannot hold. */
    public static MarkupTree xml(Writer out) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return new MarkupTree(out, MarkupTree::legal, false);
    }

    /** For readers: hidden characters are shown. */
    public static MarkupTree html(Writer out) throws IOException {
        out.write("<!DOCTYPE html>\n");
        return fragment(out);
    }

    /** Part of a page for readers. */
    public static MarkupTree fragment(Writer out) {
        return new MarkupTree(out, VisibleText::of, true);
    }

    /** An element on lines of its own. */
    public void block(String name, Content content, String... attributes) throws IOException {
        open(name, attributes, ">\n");
        content.write();
        out.write("</" + name + ">\n");
    }

    /** An element within a line. */
    public void inline(String name, Content content, String... attributes) throws IOException {
        open(name, attributes, ">");
        content.write();
        out.write("</" + name + ">");
    }

    /** A row or a cell of a table that HTML ends by itself where the next one or the table's end comes; not for XML. */
    public void cell(String name, Content content, String... attributes) throws IOException {
        open(name, attributes, ">");
        content.write();
    }

    /** The same with text only. */
    public void cell(String name, String text, String... attributes) throws IOException {
        cell(name, () -> text(text), attributes);
    }

    /** An element that holds only text and ends its line. */
    public void leaf(String name, String text, String... attributes) throws IOException {
        inline(name, () -> text(text), attributes);
        out.write('\n');
    }

    public void empty(String name, String... attributes) throws IOException {
        open(name, attributes, "/>\n");
    }

    /** An element that holds only text, within a line. */
    public void span(String name, String text, String... attributes) throws IOException {
        inline(name, () -> text(text), attributes);
    }

    public void text(String text) throws IOException {
        String escaped = escape(filter.apply(text));
        out.write(plain ? escaped.replace("&#9;", "\t").replace("&quot;", "\"") : escaped);
    }

    /** A constant of ours, such as a style sheet; never anything that was read. */
    public void constant(String markup) throws IOException {
        out.write(markup);
    }

    private void open(String name, String[] attributes, String end) throws IOException {
        out.write("<" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1].isEmpty() && LEFT_OUT_WHEN_EMPTY.contains(attributes[i])) {
                continue;
            }
            out.write(" " + attributes[i] + "=\"" + escape(filter.apply(attributes[i + 1])) + "\"");
        }
        out.write(end);
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                // as references they survive the normalisation of attributes
                case '\t', '\n', '\r' -> escaped.append("&#").append((int) c).append(';');
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** XML 1.0 §2.2. */
    private static boolean isLegal(int c) {
        return c < ' ' ? c == '\t' || c == '\n' || c == '\r' : c != 0xfffe && c != 0xffff;
    }

    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> isLegal(c) ? c : '\ufffd')
                .forEach(legal::appendCodePoint);
        return VisibleText.wellFormed(legal.toString());
    }
}
