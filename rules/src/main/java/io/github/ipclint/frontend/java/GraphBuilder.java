package io.github.ipclint.frontend.java;

import io.github.ipclint.ir.Cfg;
import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Cfg.Edge;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a control flow graph front to back: instructions go to the current block until a jump leaves it. */
final class GraphBuilder {
    /** No current block: what follows a return is never reached. */
    private static final int NOWHERE = -1;

    private final List<List<Instruction>> instructions = new ArrayList<>();
    private final List<List<Edge>> edges = new ArrayList<>();
    private final BitSet targets = new BitSet();
    private int current;

    GraphBuilder() {
        current = newBlock();
    }

    int newBlock() {
        instructions.add(new ArrayList<>());
        edges.add(new ArrayList<>());
        return instructions.size() - 1;
    }

    int size() {
        return instructions.size();
    }

    boolean isReachable() {
        return current != NOWHERE;
    }

    int current() {
        return current;
    }

    /** Where the last instruction of a block stands. */
    SourceRange lastAt(int block) {
        List<Instruction> known = instructions.get(block);
        return known.isEmpty() ? SourceRange.NONE : known.getLast().at();
    }

    /** Whether a block ends with a call of a method of an object of this type. */
    boolean callsMethodOf(int block, String type) {
        List<Instruction> known = instructions.get(block);
        return !known.isEmpty() && known.getLast() instanceof Instruction.Call call && call.receiver() != null
                && call.target() instanceof Instruction.Target.Method method && method.type().equals(type);
    }

    /** Removes the edges of a block when all of them lead to this one. */
    void unlink(int from, int only) {
        if (edges.get(from).stream().allMatch(edge -> edge.target() == only)) {
            edges.get(from).clear();
        }
    }

    /** Instructions go to this block from now on. */
    void select(int block) {
        current = block;
    }

    void add(Instruction instruction) {
        if (current != NOWHERE) {
            instructions.get(current).add(instruction);
        }
    }

    /** Ends the current block. */
    void jump(int target) {
        if (current != NOWHERE) {
            connect(current, new Edge(target));
            current = NOWHERE;
        }
    }

    /** Ends the current block with two ways on. */
    void branch(int first, int second) {
        if (current != NOWHERE) {
            connect(current, new Edge(first));
            connect(current, new Edge(second));
            current = NOWHERE;
        }
    }

    /** Ends the current block without a way on. */
    void stop() {
        current = NOWHERE;
    }

    /** Ends the current block and goes on in a new one, which is returned. */
    int proceed() {
        if (current != NOWHERE) {
            int next = newBlock();
            jump(next);
            current = next;
        }
        return current;
    }

    void exceptional(int from, int target, String exception, @Nullable Variable caught) {
        connect(from, new Edge(target, exception, caught));
    }

    private void connect(int from, Edge edge) {
        if (!edges.get(from).contains(edge)) {
            edges.get(from).add(edge);
            targets.set(edge.target());
        }
    }

    boolean hasEdgeTo(int target) {
        return targets.get(target);
    }

    /** The reachable blocks, in the order in which they were made, chains of them joined. */
    Cfg build() {
        skipEmpty();
        joinChains();
        int[] numbers = reachable();
        int next = 0;
        for (int id = 0; id < numbers.length; id++) {
            if (numbers[id] >= 0) {
                numbers[id] = next++;
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (int id = 0; id < numbers.length; id++) {
            if (numbers[id] >= 0) {
                List<Edge> renumbered =
                        edges.get(id).stream().map(edge -> new Edge(numbers[edge.target()], edge.exception(), edge.caught())).toList();
                blocks.add(new Block(numbers[id], instructions.get(id), renumbered));
            }
        }
        return new Cfg(blocks);
    }

    /** Edges to empty blocks lead to where those go. */
    private void skipEmpty() {
        for (List<Edge> out : edges) {
            for (int i = 0; i < out.size(); i++) {
                Edge edge = out.get(i);
                out.set(i, new Edge(afterEmpty(edge.target()), edge.exception(), edge.caught()));
            }
        }
    }

    private int afterEmpty(int start) {
        int at = start;
        // An empty endless loop would lead round for ever; it stays as it is.
        for (int steps = 0; steps < size() && isEmptyPassage(at); steps++) {
            at = edges.get(at).getFirst().target();
        }
        return isEmptyPassage(at) ? start : at;
    }

    private boolean isEmptyPassage(int block) {
        return instructions.get(block).isEmpty() && edges.get(block).size() == 1 && !edges.get(block).getFirst().isExceptional();
    }

    private void joinChains() {
        int[] incoming = new int[size()];
        int[] live = reachable();
        for (int id = 0; id < size(); id++) {
            if (live[id] >= 0) {
                edges.get(id).forEach(edge -> incoming[edge.target()]++);
            }
        }
        for (int id = 0; id < size(); id++) {
            while (live[id] >= 0 && joinsNext(id, incoming)) {
                int next = edges.get(id).getFirst().target();
                instructions.get(id).addAll(instructions.get(next));
                edges.set(id, edges.get(next));
                instructions.set(next, new ArrayList<>());
                edges.set(next, new ArrayList<>());
                live[next] = NOWHERE;
            }
        }
    }

    /** Whether nothing separates this block from its only successor; a call always ends its block. */
    private boolean joinsNext(int id, int[] incoming) {
        List<Edge> out = edges.get(id);
        if (out.size() != 1 || out.getFirst().isExceptional()) {
            return false;
        }
        int next = out.getFirst().target();
        boolean call = !instructions.get(id).isEmpty() && instructions.get(id).getLast() instanceof Instruction.Call;
        return !call && next != 0 && next != id && incoming[next] == 1;
    }

    /** Nothing negative for the blocks that the entry reaches. */
    private int[] reachable() {
        int[] marks = new int[size()];
        Arrays.fill(marks, NOWHERE);
        Deque<Integer> open = new ArrayDeque<>();
        marks[0] = 0;
        open.add(0);
        while (!open.isEmpty()) {
            for (Edge edge : edges.get(open.removeFirst())) {
                if (marks[edge.target()] == NOWHERE) {
                    marks[edge.target()] = 0;
                    open.addLast(edge.target());
                }
            }
        }
        return marks;
    }
}
