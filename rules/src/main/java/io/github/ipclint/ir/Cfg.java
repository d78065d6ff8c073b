package io.github.ipclint.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Control flow of one function. Block 0 is the entry. A block without edges ends the function (Return, Throw, falling off the
 * end) unless it loops.
 *
 * @param blocks indexed by {@link Block#id}
 */
public record Cfg(List<Block> blocks) {
    public Cfg {
        blocks = List.copyOf(blocks);
    }

    /** Straight-line code; a Call is the last instruction of its block. */
    public record Block(int id, List<Instruction> instructions, List<Edge> edges) {
        public Block {
            instructions = List.copyOf(instructions);
            edges = List.copyOf(edges);
        }
    }

    /**
     * @param target id of the block it leads to
     * @param exception null for the normal way on; for Java the qualified type that the edge carries, which the catch names, or
     *     {@link #EVERY_TYPE} for a finally region
     * @param caught for a catch edge the variable that receives the exception
     */
    public record Edge(int target, @Nullable String exception, @Nullable Variable caught) {
        /** What is thrown takes the edge, whatever its type. */
        public static final String EVERY_TYPE = "*";

        public Edge(int target) {
            this(target, null, null);
        }

        public boolean isExceptional() {
            return exception != null;
        }
    }
}
