package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Cfg;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.SourceRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Collects instructions into blocks and blocks into a graph; what nothing reaches is left out of it. */
final class CfgBuilder {
    /** A block under construction. */
    static final class Block {
        private final List<Instruction> instructions = new ArrayList<>();
        private final List<Block> targets = new ArrayList<>();
        private int predecessors;
        private int id;
        /** The last walk that has come here, and how many targets it has not looked at. */
        private int walk;
        private int ahead;

        private boolean endsInCall() {
            return !instructions.isEmpty() && instructions.getLast() instanceof Instruction.Call;
        }
    }

    private final Block entry = new Block();
    private Block current = entry;
    private int walks;

    Block block() {
        return new Block();
    }

    Block current() {
        return current;
    }

    /** Goes on in that block. */
    void startAt(Block block) {
        current = block;
    }

    void add(Instruction instruction) {
        current.instructions.add(instruction);
        if (instruction instanceof Instruction.Call) {
            Block next = new Block();
            current.targets.add(next);
            current = next;
        } else if (instruction instanceof Instruction.Return) {
            current = new Block();
        }
    }

    /** Leads the current block there; what follows is not reached until a block is started. */
    void jump(Block target) {
        current.targets.add(target);
        current = new Block();
    }

    /** Ends the current block with a choice; the new block of the branch starts with the assumption. */
    void fork(Expression condition, SourceRange at, Block whenTrue, Block whenFalse) {
        Block from = current;
        assume(from, condition, true, at, whenTrue);
        assume(from, condition, false, at, whenFalse);
        current = new Block();
    }

    private void assume(Block from, Expression condition, boolean truth, SourceRange at, Block target) {
        current = branchOf(from);
        add(new Instruction.Assume(condition, truth, at));
        jump(target);
    }

    /** A new block that one edge of another leads to. */
    Block branchOf(Block from) {
        Block branch = new Block();
        from.targets.add(branch);
        return branch;
    }

    /** The graph, its blocks in reverse postorder. */
    Cfg build() {
        skipEmptyBlocks();
        mergeChains();
        List<Block> order = reversePostorder();
        for (int i = 0; i < order.size(); i++) {
            order.get(i).id = i;
        }
        List<Cfg.Block> blocks = new ArrayList<>();
        for (Block block : order) {
            List<Cfg.Edge> edges = block.targets.stream().map(target -> new Cfg.Edge(target.id)).toList();
            blocks.add(new Cfg.Block(blocks.size(), block.instructions, edges));
        }
        return new Cfg(blocks);
    }

    /** Leads edges to an empty block with one successor to that successor. */
    private void skipEmptyBlocks() {
        for (Block block : reversePostorder()) {
            block.targets.replaceAll(CfgBuilder::skip);
        }
    }

    private static Block skip(Block block) {
        Block target = block;
        int steps = 0;
        // An empty endless loop is a circle of empty blocks.
        while (target.instructions.isEmpty() && target.targets.size() == 1 && target.targets.getFirst() != target && steps++ < 1000) {
            target = target.targets.getFirst();
        }
        return target;
    }

    /** Joins a block to its only successor where that has no other predecessor. */
    private void mergeChains() {
        List<Block> blocks = reversePostorder();
        blocks.forEach(block -> block.predecessors = 0);
        entry.predecessors++;
        blocks.forEach(block -> block.targets.forEach(target -> target.predecessors++));
        for (Block block : blocks) {
            while (block.targets.size() == 1 && !block.endsInCall() && block.targets.getFirst().predecessors == 1) {
                Block next = block.targets.getFirst();
                block.instructions.addAll(next.instructions);
                block.targets.clear();
                block.targets.addAll(next.targets);
                next.instructions.clear();
                next.targets.clear();
            }
        }
    }

    private List<Block> reversePostorder() {
        walks++;
        Deque<Block> open = new ArrayDeque<>();
        Deque<Block> finished = new ArrayDeque<>();
        reach(entry, open);
        while (!open.isEmpty()) {
            Block block = open.element();
            if (block.ahead == 0) {
                finished.push(open.pop());
            } else {
                // From the last target to the first, so that the first comes first in reverse.
                reach(block.targets.get(--block.ahead), open);
            }
        }
        return List.copyOf(finished);
    }

    private void reach(Block block, Deque<Block> open) {
        if (block.walk != walks) {
            block.walk = walks;
            block.ahead = block.targets.size();
            open.push(block);
        }
    }
}
