package io.github.ipclint.frontend.c;

import io.github.treesitter.jtreesitter.InputEncoding;
import io.github.treesitter.jtreesitter.Language;
import io.github.treesitter.jtreesitter.Node;
import io.github.treesitter.jtreesitter.Parser;
import io.github.treesitter.jtreesitter.Tree;
import io.github.treesitter.jtreesitter.TreeCursor;
import java.lang.foreign.Arena;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From text to {@link Syntax}. The native tree is walked once and freed before the result is returned. */
final class Parsing {
    private static final Language LANGUAGE = Language.load(TreeSitterLibraries.grammar(), "tree_sitter_c");
    private static final String[] KINDS = kinds();
    private static final boolean[] NAMED = named();
    private static final String[] FIELDS = fields();

    /** Their text says all; the tree below them is not needed. */
    private static final Set<String> LEAVES = Set.of("string_literal", "char_literal", "number_literal", "system_lib_string");

    /** Comments, and directives, which are dealt with before the text is parsed. */
    private static final Set<String> SKIPPED = Set.of("comment", "preproc_call", "preproc_include", "preproc_def", "preproc_function_def");

    /** Bytes of the C struct of a node, generously. */
    private static final int NODE_SIZE = 64;

    private Parsing() {}

    /** Parses a text, which never fails: what fits no rule becomes nodes of kind ERROR. */
    static Syntax parse(Positions source) {
        try (Parser parser = new Parser(LANGUAGE);
                // UTF-16, so that offsets are those of the Java string, times two.
                Tree tree = parser.parse(source.text(), InputEncoding.UTF_16LE).orElseThrow();
                TreeCursor cursor = tree.walk();
                Arena arena = Arena.ofConfined()) {
            return new Walk(source, cursor, SegmentAllocator.prefixAllocator(arena.allocate(NODE_SIZE, 8))).tree();
        }
    }

    private static String[] kinds() {
        String[] names = new String[LANGUAGE.getSymbolCount()];
        for (int symbol = 0; symbol < names.length; symbol++) {
            names[symbol] = Objects.requireNonNull(LANGUAGE.getSymbolName((short) symbol)).intern();
        }
        return names;
    }

    private static boolean[] named() {
        boolean[] named = new boolean[LANGUAGE.getSymbolCount()];
        for (int symbol = 0; symbol < named.length; symbol++) {
            named[symbol] = LANGUAGE.isNamed((short) symbol);
        }
        return named;
    }

    private static String[] fields() {
        String[] names = new String[LANGUAGE.getFieldCount() + 1];
        for (int field = 1; field < names.length; field++) {
            names[field] = Objects.requireNonNull(LANGUAGE.getFieldNameForId((short) field)).intern();
        }
        return names;
    }

    /** An open node of the walk. */
    private record Frame(String kind, @Nullable String field, int start, int end, List<Syntax> children) {}

    /** One pass over a native tree, without recursion: depth is data. */
    private record Walk(Positions source, TreeCursor cursor, SegmentAllocator nodes) {
        Syntax tree() {
            Deque<Frame> open = new ArrayDeque<>();
            open.push(frame(cursor.getCurrentNode(nodes)));
            if (!cursor.gotoFirstChild()) {
                return close(open.pop());
            }
            while (true) {
                Node node = cursor.getCurrentNode(nodes);
                if (!isPunctuation(node)) {
                    Frame frame = frame(node);
                    if (!LEAVES.contains(frame.kind()) && cursor.gotoFirstChild()) {
                        open.push(frame);
                        continue;
                    }
                    if (!SKIPPED.contains(frame.kind())) {
                        open.element().children().add(close(frame));
                    }
                }
                while (!cursor.gotoNextSibling()) {
                    Syntax closed = close(open.pop());
                    if (open.isEmpty()) {
                        return closed;
                    }
                    cursor.gotoParent();
                    if (!SKIPPED.contains(closed.type())) {
                        open.element().children().add(closed);
                    }
                }
            }
        }

        /** A token without a role, unless the parser made it up. */
        private boolean isPunctuation(Node node) {
            int symbol = Short.toUnsignedInt(node.getSymbol());
            return symbol < KINDS.length && !NAMED[symbol] && cursor.getCurrentFieldId() == 0 && node.getStartByte() != node.getEndByte();
        }

        private Frame frame(Node node) {
            int symbol = Short.toUnsignedInt(node.getSymbol());
            int field = cursor.getCurrentFieldId();
            String kind = symbol < KINDS.length ? KINDS[symbol] : "ERROR";
            return new Frame(kind, field == 0 ? null : FIELDS[field], node.getStartByte() / 2, node.getEndByte() / 2, new ArrayList<>());
        }

        private Syntax close(Frame frame) {
            return new Syntax(frame.kind(), frame.field(), frame.start(), frame.end(), source, frame.children());
        }
    }
}
