package io.github.ipclint.engine;

import java.util.BitSet;

/**
 * The blocks of one activation that wait to be run. The innermost loop that has begun is followed until none of its blocks waits, then its
 * head again, and only then what comes behind it (the recursive strategy of Bourdoncle's weak topological order).
 */
final class Worklist {
    private final FlowGraph flow;
    /** Places in the flow graph's order. */
    private final BitSet waiting = new BitSet();
    /** The same of heads of loops that wait for another round; the innermost is the last. */
    private final BitSet nextRound = new BitSet();

    Worklist(FlowGraph flow) {
        this.flow = flow;
    }

    boolean isEmpty() {
        return waiting.isEmpty() && nextRound.isEmpty();
    }

    /** @param back whether the block is the head of a loop that is to begin another round */
    void add(int block, boolean back) {
        (back ? nextRound : waiting).set(flow.order(block));
    }

    /** Takes the block to run next; there must be one. */
    int next() {
        int first = waiting.nextSetBit(0);
        int head = nextRound.length() - 1;
        if (head >= 0 && (first < 0 || !flow.loop(flow.blockAt(head)).get(flow.blockAt(first)))) {
            nextRound.clear(head);
            return flow.blockAt(head);
        }
        waiting.clear(first);
        return flow.blockAt(first);
    }
}
