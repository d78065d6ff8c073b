package io.github.ipclint.frontend.c;

import io.github.treesitter.jtreesitter.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From text to {@link Syntax}. The native tree is walked once and freed before the result is returned. */
final class Parsing {
    private static final Language LANGUAGE = new Language(NativeTree.LANGUAGE);
    private static final String[] KINDS = kinds();
    private static final boolean[] NAMED = named();
    private static final String[] FIELDS = fields();

    /** Their text says all; the tree below them is not needed. */
    private static final Set<String> LEAVES = Set.of(
            "string_literal", "char_literal", "number_literal", "system_lib_string", "identifier", "field_identifier", "type_identifier",
            "statement_identifier", "primitive_type");

    /** A third of all nodes; they never have a role. */
    static final Set<String> MARKS = Set.of("(", ")", "[", "]", "{", "}", ",", ";");

    /** Comments, and directives, which are dealt with before the text is parsed. */
    private static final Set<String> SKIPPED = Set.of("comment", "preproc_call", "preproc_include", "preproc_def", "preproc_function_def");

    private static final boolean[] PUNCTUATION = punctuation();

    private Parsing() {}

    /** Parses a text, which never fails: what fits no rule becomes nodes of kind ERROR. */
    static Syntax parse(Positions source) {
        try (NativeTree tree = new NativeTree(StatementMacros.separated(source.text()))) {
            return new Walk(source, tree).read();
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

    private static boolean[] punctuation() {
        boolean[] punctuation = new boolean[KINDS.length];
        for (int symbol = 0; symbol < punctuation.length; symbol++) {
            punctuation[symbol] = !NAMED[symbol] && MARKS.contains(KINDS[symbol]);
        }
        return punctuation;
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

    /** One pass over a native tree, without recursion: depth is data. */
    private record Walk(Positions source, NativeTree tree) {
        Syntax read() {
            Deque<Frame> open = new ArrayDeque<>();
            Frame root = frame();
            if (root == null || !tree.toFirstChild()) {
                return new Syntax("translation_unit", null, 0, source.text().length(), source, List.of());
            }
            open.push(root);
            while (true) {
                Frame frame = frame();
                if (frame != null && !LEAVES.contains(frame.kind()) && tree.toFirstChild()) {
                    open.push(frame);
                    continue;
                }
                if (frame != null && !SKIPPED.contains(frame.kind())) {
                    open.element().children().add(close(frame));
                }
                while (!tree.toNextSibling()) {
                    Syntax closed = close(open.pop());
                    if (open.isEmpty()) {
                        return closed;
                    }
                    tree.toParent();
                    if (!SKIPPED.contains(closed.type())) {
                        open.element().children().add(closed);
                    }
                }
            }
        }

        /** The current node; null for a token without a role, unless the parser made it up. */
        private @Nullable Frame frame() {
            tree.look();
            int symbol = tree.symbol();
            // Each question to the parser costs as much as all that is done with the answer.
            if (symbol < PUNCTUATION.length && PUNCTUATION[symbol] && tree.isWritten(KINDS[symbol])) {
                return null;
            }
            int field = tree.field();
            boolean known = symbol < KINDS.length;
            int start = tree.start();
            int end = tree.end();
            if (known && !NAMED[symbol] && field == 0 && start != end) {
                return null;
            }
            return new Frame(known ? KINDS[symbol] : "ERROR", field == 0 ? null : FIELDS[field], start, end, new ArrayList<>());
        }

        private Syntax close(Frame frame) {
            return new Syntax(frame.kind(), frame.field(), frame.start(), frame.end(), source, frame.children());
        }
    }
}
