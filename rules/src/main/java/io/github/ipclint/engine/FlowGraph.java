package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg;
import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Cfg.Edge;
import io.github.ipclint.ir.Instruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts of a Cfg that every exploration of the function needs: order, loops, joins. */
final class FlowGraph {
    /** Blocks without an effect that may lie between a call and the end of its branch. */
    private static final int MAX_HOPS = 4;

    private static final BitSet NO_BLOCKS = new BitSet();

    private final Cfg cfg;
    private final int[] order;
    private final int[] placed;
    private final int[] predecessors;
    private final Map<Integer, BitSet> loops = new HashMap<>();
    private final int[] heads;
    private final Map<Integer, LoopCounters.Counter> counters = new HashMap<>();
    private final BitSet counted = new BitSet();
    private final List<List<Edge>> ordinary = new ArrayList<>();
    private final List<int[]> around = new ArrayList<>();
    private final BitSet repeating = new BitSet();
    private final BitSet ending = new BitSet();
    private @Nullable Map<Integer, List<Integer>> incoming;

    private FlowGraph(Cfg cfg) {
        this.cfg = cfg;
        int size = cfg.blocks().size();
        this.order = new int[size];
        this.predecessors = new int[size];
        int[][] successors = new int[size][];
        for (Block block : cfg.blocks()) {
            successors[block.id()] = block.edges().stream().mapToInt(Edge::target).toArray();
        }
        number(successors);
        for (Block block : cfg.blocks()) {
            for (Edge edge : block.edges()) {
                predecessors[edge.target()]++;
                if (order[block.id()] < size && order[edge.target()] <= order[block.id()]) {
                    loops.computeIfAbsent(edge.target(), key -> new BitSet()).or(naturalLoop(edge.target(), block.id()));
                }
            }
        }
        this.heads = loops.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        if (heads.length > 0) {
            number(loopsFirst(successors));
        }
        this.placed = new int[size];
        for (int block = 0; block < size; block++) {
            if (order[block] < size) {
                placed[order[block]] = block;
            }
        }
        findCounters();
        for (Block block : cfg.blocks()) {
            boolean plain = block.edges().stream().noneMatch(Edge::isExceptional);
            ordinary.add(plain ? block.edges() : block.edges().stream().filter(edge -> !edge.isExceptional()).toList());
        }
        for (Block block : cfg.blocks()) {
            int[] within = heads.length == 0 ? heads : Arrays.stream(heads).filter(head -> loop(head).get(block.id())).toArray();
            around.add(within);
            repeating.set(block.id(), Arrays.stream(within).anyMatch(head -> !isCounted(head)));
            ending.set(block.id(), findEnd(block));
        }
    }

    /** Follows what comes behind the block as long as it does nothing. */
    private boolean findEnd(Block block) {
        Block at = block;
        for (int hops = 0; hops < MAX_HOPS; hops++) {
            List<Edge> edges = ordinary.get(at.id());
            if (edges.size() != 1) {
                return edges.isEmpty();
            }
            int target = edges.getFirst().target();
            if (isJoin(target)) {
                return true;
            }
            at = cfg.blocks().get(target);
            if (!at.instructions().stream().allMatch(Instruction.Leave.class::isInstance)) {
                return false;
            }
        }
        return false;
    }

    /** Whether nothing but the end of its branch follows the block. */
    boolean endsBranch(int block) {
        return ending.get(block);
    }

    /** Whether the block lies in a loop that does not count to a bound; one inside it that does makes no difference. */
    boolean repeats(int block) {
        return repeating.get(block);
    }

    /** The edges that no exception takes. */
    List<Edge> ordinaryEdges(int block) {
        return ordinary.get(block);
    }

    /** Whether the loop is left at its head only, but for exceptions and for what ends the process. */
    boolean isLeftAtHead(int head) {
        BitSet body = loop(head);
        return body.stream().filter(block -> block != head).boxed().flatMap(block -> ordinary.get(block).stream())
                .allMatch(edge -> body.get(edge.target()) || endsProcess(cfg.blocks().get(edge.target())));
    }

    /** Whether no round of the loop comes back to its head without the block. */
    boolean isInEveryRound(int head, int block) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(head));
        while (!open.isEmpty()) {
            for (Edge edge : ordinary.get(open.remove())) {
                int target = edge.target();
                if (target == head) {
                    return false;
                }
                if (target != block && loop(head).get(target) && !seen.get(target)) {
                    seen.set(target);
                    open.add(target);
                }
            }
        }
        return true;
    }

    /** Whether what follows comes, without a choice, to a call that does not return. */
    private boolean endsProcess(Block block) {
        Block at = block;
        for (int hops = 0; hops < MAX_HOPS; hops++) {
            List<Edge> edges = ordinary.get(at.id());
            if (edges.isEmpty()) {
                return at.instructions().stream().noneMatch(Instruction.Return.class::isInstance);
            }
            if (edges.size() > 1) {
                return false;
            }
            at = cfg.blocks().get(edges.getFirst().target());
        }
        return false;
    }

    /** The heads of the loops around the block, in ascending order. */
    int[] loopsAround(int block) {
        return around.get(block);
    }

    private void findCounters() {
        for (int head : heads) {
            LoopCounters loop = new LoopCounters(cfg, head, loop(head));
            LoopCounters.Counter counter = loop.atHead();
            if (counter != null) {
                counters.put(head, counter);
            }
            counted.set(head, loop.atAnyExit());
        }
    }

    static FlowGraph of(Cfg cfg) {
        return new FlowGraph(cfg);
    }

    /** Successors in the order in which a reverse postorder keeps the blocks of a loop together: what leaves a loop is visited first. */
    private int[][] loopsFirst(int[][] successors) {
        int[] depth = new int[successors.length];
        loops.values().forEach(body -> body.stream().forEach(block -> depth[block]++));
        int[][] sorted = new int[successors.length][];
        for (int block = 0; block < sorted.length; block++) {
            int[] targets = successors[block];
            sorted[block] = targets.length < 2 ? targets
                    : Arrays.stream(targets).boxed().sorted(Comparator.comparingInt(target -> depth[target])).mapToInt(Integer::intValue)
                            .toArray();
        }
        return sorted;
    }

    /** Reverse postorder, iterative so that depth does not matter. */
    private void number(int[][] successors) {
        int size = cfg.blocks().size();
        Arrays.fill(order, size);
        BitSet seen = new BitSet();
        Deque<int[]> stack = new ArrayDeque<>();
        int next = size;
        if (size > 0) {
            stack.push(new int[] {0, 0});
            seen.set(0);
        }
        while (!stack.isEmpty()) {
            int[] top = stack.peek();
            int[] targets = successors[top[0]];
            if (top[1] < targets.length) {
                int target = targets[top[1]++];
                if (!seen.get(target)) {
                    seen.set(target);
                    stack.push(new int[] {target, 0});
                }
            } else {
                order[top[0]] = --next;
                stack.pop();
            }
        }
    }

    private BitSet naturalLoop(int head, int latch) {
        BitSet body = new BitSet();
        body.set(head);
        Deque<Integer> work = new ArrayDeque<>();
        Map<Integer, List<Integer>> incoming = incoming();
        if (latch != head) {
            body.set(latch);
            work.push(latch);
        }
        while (!work.isEmpty()) {
            for (int source : incoming.getOrDefault(work.pop(), List.of())) {
                if (!body.get(source)) {
                    body.set(source);
                    work.push(source);
                }
            }
        }
        return body;
    }

    private Map<Integer, List<Integer>> incoming() {
        if (incoming == null) {
            incoming = new HashMap<>();
            for (Block block : cfg.blocks()) {
                for (Edge edge : block.edges()) {
                    incoming.computeIfAbsent(edge.target(), key -> new ArrayList<>()).add(block.id());
                }
            }
        }
        return incoming;
    }

    int order(int block) {
        return order[block];
    }

    /** The block in this place of the order. */
    int blockAt(int place) {
        return placed[place];
    }

    boolean isLoopHead(int block) {
        return loops.containsKey(block);
    }

    boolean isJoin(int block) {
        return predecessors[block] > 1;
    }

    /** Whether the edge goes back to the head of a loop that it lies in. */
    boolean isBackEdge(int from, int to) {
        return loop(to).get(from);
    }

    /** The blocks of the loop with this head. */
    BitSet loop(int head) {
        return loops.getOrDefault(head, NO_BLOCKS);
    }

    /** The loops' heads in ascending order. */
    int[] heads() {
        return heads;
    }

    /**
     * Whether control leaves the loop only by break, return or the end of the process: {@code for (;;)}, {@code while (1)}. Its head
     * branches nowhere outside.
     */
    boolean isUnconditional(int head) {
        BitSet body = loop(head);
        Block block = cfg.blocks().get(head);
        while (true) {
            for (Edge edge : block.edges()) {
                if (!body.get(edge.target())) {
                    return false;
                }
            }
            // A head that only leads on: the condition may stand in the block behind it.
            if (block.edges().size() == 1 && block.instructions().isEmpty() && block.edges().getFirst().target() != head) {
                block = cfg.blocks().get(block.edges().getFirst().target());
                continue;
            }
            return true;
        }
    }

    /** The counter of the loop, null when its head does not compare a place with a bound. */
    LoopCounters.@Nullable Counter counter(int head) {
        return counters.get(head);
    }

    /** Whether some exit of the loop compares a number that every round moves by the same step, at its head or at its end. */
    boolean isCounted(int head) {
        return counted.get(head);
    }
}
