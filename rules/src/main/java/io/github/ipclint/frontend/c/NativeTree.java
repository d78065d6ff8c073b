package io.github.ipclint.frontend.c;

import io.github.treesitter.jtreesitter.internal.TSNode;
import io.github.treesitter.jtreesitter.internal.TreeSitter;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A tree of tree-sitter's, outside the heap, with a cursor on it. The functions are those that jtreesitter binds; its nodes are not used,
 * for each has an arena of its own that the garbage collector must clean up after, and a file has some ten thousand of them.
 */
final class NativeTree implements AutoCloseable {
    /** The C grammar. */
    static final MemorySegment LANGUAGE = language();

    private final String text;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment tree;
    private final MemorySegment cursor;
    private final MemorySegment node;
    private final ByteBuffer inNode;
    private final SegmentAllocator asNode;
    private final int shift;

    /** Parses a text, which never fails. */
    NativeTree(String text) {
        this.text = text;
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        // In ASCII, which parses faster, and in UTF-16 offsets are those of the Java string, times one or two.
        boolean ascii = utf8.length == text.length();
        this.shift = ascii ? 0 : 1;
        this.tree = ascii ? parse(utf8, TreeSitter.TSInputEncodingUTF8())
                : parse(text.getBytes(StandardCharsets.UTF_16LE), TreeSitter.TSInputEncodingUTF16LE());
        this.node = arena.allocate(TSNode.layout());
        this.inNode = node.asByteBuffer().order(ByteOrder.nativeOrder());
        this.asNode = (size, alignment) -> node;
        SegmentAllocator allocator = arena;
        this.cursor = TreeSitter.ts_tree_cursor_new(allocator, TreeSitter.ts_tree_root_node(allocator, tree));
    }

    private static MemorySegment parse(byte[] bytes, int encoding) {
        MemorySegment parser = TreeSitter.ts_parser_new();
        try (Arena input = Arena.ofConfined()) {
            if (!TreeSitter.ts_parser_set_language(parser, LANGUAGE)) {
                throw new IllegalStateException("the C grammar does not fit tree-sitter");
            }
            MemorySegment source = input.allocate(bytes.length + 1L);
            source.asSlice(0, bytes.length).copyFrom(MemorySegment.ofArray(bytes));
            return TreeSitter.ts_parser_parse_string_encoding(parser, MemorySegment.NULL, source, bytes.length, encoding);
        } finally {
            TreeSitter.ts_parser_delete(parser);
        }
    }

    private static MemorySegment language() {
        MemorySegment function = TreeSitterLibraries.grammar().findOrThrow("tree_sitter_c");
        try {
            return (MemorySegment) Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.of(TreeSitter.C_POINTER))
                    .invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("tree_sitter_c", e);
        }
    }

    /** Where the cursor stands is what the methods about a node tell of from now on. */
    void look() {
        TreeSitter.ts_tree_cursor_current_node(asNode, cursor);
    }

    int symbol() {
        return Short.toUnsignedInt(TreeSitter.ts_node_symbol(node));
    }

    /** Its role in the parent, 0 where it has none. */
    int field() {
        return TreeSitter.ts_tree_cursor_current_field_id(cursor);
    }

    /** Offset of its first character: what {@code ts_node_start_byte} returns too, the first number of a node. */
    int start() {
        return inNode.getInt(0) >> shift;
    }

    /** Whether the text has this token there; where it has not, the parser made the token up. */
    boolean isWritten(String token) {
        return text.startsWith(token, start());
    }

    /** Offset behind its last character. */
    int end() {
        return TreeSitter.ts_node_end_byte(node) >> shift;
    }

    boolean toFirstChild() {
        return TreeSitter.ts_tree_cursor_goto_first_child(cursor);
    }

    boolean toNextSibling() {
        return TreeSitter.ts_tree_cursor_goto_next_sibling(cursor);
    }

    boolean toParent() {
        return TreeSitter.ts_tree_cursor_goto_parent(cursor);
    }

    @Override
    public void close() {
        TreeSitter.ts_tree_cursor_delete(cursor);
        TreeSitter.ts_tree_delete(tree);
        arena.close();
    }
}
