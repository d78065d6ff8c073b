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
    private static final Set<String> LEAVES = Set.of(
            "string_literal", "char_literal", "number_literal", "system_lib_string", "identifier", "field_identifier", "type_identifier",
            "statement_identifier", "primitive_type");

    /** Comments, and directives, which are dealt with before the text is parsed. */
    private static final Set<String> SKIPPED = Set.of("comment", "preproc_call", "preproc_include", "preproc_def", "preproc_function_def");

    /** Bytes of the C struct of a node, generously. */
    private static final int NODE_SIZE = 64;

    private Parsing() {}

    /** Parses a text, which never fails: what fits no rule becomes nodes of kind ERROR. */
    static Syntax parse(Positions source) {
        // In ASCII, which parses faster, and in UTF-16 offsets are those of the Java string, times one or two.
        boolean ascii = source.text().chars().allMatch(c -> c < 128);
        try (Parser parser = new Parser(LANGUAGE);
                Tree tree = parser.parse(source.text(), ascii ? InputEncoding.UTF_8 : InputEncoding.UTF_16LE).orElseThrow();
                TreeCursor cursor = tree.walk();
                Arena arena = Arena.ofConfined()) {
            return new Walk(source, cursor, SegmentAllocator.prefixAllocator(arena.allocate(NODE_SIZE, 8)), ascii ? 0 : 1).tree();
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

    /** A node whose children are not all read yet. */
    private record Frame(String kind, @Nullable String field, int start, int end, List<Syntax> children) {}

    /**
     * One pass over a native tree, without recursion: depth is data.
     *
     * @param shift how far byte offsets are to be shifted right to be character offsets
     */
    private record Walk(Positions source, TreeCursor cursor, SegmentAllocator nodes, int shift) {
        Syntax tree() {
            Deque<Frame> open = new ArrayDeque<>();
            Frame root = frame();
            if (root == null || !cursor.gotoFirstChild()) {
                return new Syntax("translation_unit", null, 0, source.text().length(), source, List.of());
            }
            open.push(root);
            while (true) {
                Frame frame = frame();
                if (frame != null && !LEAVES.contains(frame.kind()) && cursor.gotoFirstChild()) {
                    open.push(frame);
                    continue;
                }
                if (frame != null && !SKIPPED.contains(frame.kind())) {
                    open.element().children().add(close(frame));
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

        /** The current node; null for a token without a role, unless the parser made it up. */
        private @Nullable Frame frame() {
            Node node = cursor.getCurrentNode(nodes);
            int symbol = Short.toUnsignedInt(node.getSymbol());
            int field = cursor.getCurrentFieldId();
            int start = node.getStartByte() >> shift;
            int end = node.getEndByte() >> shift;
            if (symbol >= KINDS.length) {
                return new Frame("ERROR", field == 0 ? null : FIELDS[field], start, end, new ArrayList<>());
            }
            if (!NAMED[symbol] && field == 0 && start != end) {
                return null;
            }
            return new Frame(KINDS[symbol], field == 0 ? null : FIELDS[field], start, end, new ArrayList<>());
        }

        private Syntax close(Frame frame) {
            return new Syntax(frame.kind(), frame.field(), frame.start(), frame.end(), source, frame.children());
        }
    }
}
