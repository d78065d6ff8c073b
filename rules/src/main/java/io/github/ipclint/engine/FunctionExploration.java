package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg;
import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Cfg.Edge;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Assign;
import io.github.ipclint.ir.Instruction.Assume;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.Leave;
import io.github.ipclint.ir.Instruction.Return;
import io.github.ipclint.ir.Instruction.Throw;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explores one activation of a function from one entry disjunct to its ways out. */
final class FunctionExploration {
    /** Disjuncts per point; beyond, they are forced together. */
    private static final int MAX_DISJUNCTS = 32;

    /** Disjuncts of one property that a join keeps apart. */
    private static final int MAX_PER_PROPERTY = 2;

    /** Rounds of a loop explored one by one. */
    private static final int MAX_ROUNDS = 2;

    private final Exploration exploration;
    private final CallPath path;
    private final boolean outerRepeats;
    private final Cfg cfg;
    private final FlowGraph flow;
    private final Evaluator evaluator;
    private final SiteWatch watch;
    private final Refinement refinement;
    private final StateStore store;
    private final Map<Integer, List<State>> arrived = new HashMap<>();
    private final Map<Integer, List<State>> waiting = new HashMap<>();
    private final Map<Integer, Integer> visits = new HashMap<>();
    private final Worklist work;
    private final List<CallOutcome> exits = new ArrayList<>();
    private final Map<Integer, List<State>> endless = new LinkedHashMap<>();
    /** The states that come round to loops which have no condition. */
    private final Map<Integer, List<State>> comeRound = new LinkedHashMap<>();
    private final Set<Integer> left = new HashSet<>();

    /** @param repeats whether the activation itself lies in a loop without a count */
    FunctionExploration(Exploration exploration, CallPath path, boolean repeats) {
        this.outerRepeats = repeats;
        this.exploration = exploration;
        this.path = path;
        this.cfg = path.function().cfg();
        this.flow = exploration.flow(path.function());
        this.watch = new SiteWatch(exploration, null);
        this.evaluator = new Evaluator(exploration.models(), exploration.linker(), path, Map.of(), watch);
        this.refinement = new Refinement(evaluator, exploration.branches()::examined, exploration.branches()::unequal);
        this.store = new StateStore(exploration, evaluator);
        this.work = new Worklist(flow);
    }

    List<CallOutcome> run(State entry) {
        if (cfg.blocks().isEmpty()) {
            return List.of(new CallOutcome(entry, Value.UNKNOWN, null));
        }
        enqueue(0, entry, false);
        while (!work.isEmpty()) {
            int id = work.next();
            visits.merge(id, 1, Integer::sum);
            List<State> states = waiting.remove(id);
            if (states == null) {
                continue;
            }
            for (State state : states) {
                // What has arrived where paths meet is kept for comparison; elsewhere nobody else has the state.
                runBlock(cfg.blocks().get(id), meets(id) ? state.copy() : state);
            }
        }
        reportEndlessLoops();
        exploration.left(path);
        return exits;
    }

    private void runBlock(Block block, State state) {
        for (Instruction instruction : block.instructions()) {
            if (!exploration.step()) {
                return;
            }
            Site site = path.site(instruction);
            watch.moveTo(site);
            if (!exploration.visiting(site, state) || isFatal(instruction, site, state)) {
                return;
            }
            switch (instruction) {
                case Assign(Place target, Expression value, var ignored) -> store.assign(target, value, site, state);
                case Assume(Expression condition, boolean truth, var ignored) -> {
                    exploration.branches().compared(condition, site, state, evaluator);
                    if (!refinement.assume(condition, truth, state)) {
                        return;
                    }
                }
                case Leave leave -> store.leave(leave, site, state);
                case Call call -> {
                    runCall(block, call, site, state);
                    return;
                }
                case Return(Expression value, var ignored) -> {
                    exit(value, site, state, null, block);
                    return;
                }
                case Throw ignored -> {
                    raise(block, site, state, "java.lang.Exception");
                    return;
                }
            }
        }
        if (block.edges().isEmpty()) {
            exit(null, path.end(), state, null, block);
            return;
        }
        follow(block, state);
    }

    /** A division by zero ends the process with SIGFPE, often on purpose. */
    private boolean isFatal(Instruction instruction, Site site, State state) {
        boolean fatal =
                !path.function().is(Function.Mark.JAVA)
                        && instruction instanceof Assign(Place target, Expression.Binary(BinaryOperator operator, Expression left, Expression right), var at)
                        && (operator == BinaryOperator.DIVIDE || operator == BinaryOperator.REMAINDER)
                        && evaluator.evaluate(right, state).equals(new Value.Number(0));
        if (fatal) {
            exploration.calls().processEffects().end(site, state, false);
        }
        return fatal;
    }

    private void runCall(Block block, Call call, Site site, State state) {
        List<CallOutcome> outcomes = exploration.calls().execute(site, call, state, evaluator, outerRepeats || flow.repeats(block.id()),
                flow.endsBranch(block.id()));
        for (CallOutcome outcome : outcomes) {
            if (outcome.thrown() != null) {
                // Without an edge for it the exception is one that nobody declares: a defect of its own, which is not followed.
                if (!UncheckedExceptions.edges(block, outcome.thrown()).isEmpty()) {
                    raise(block, site, outcome.state(), outcome.thrown());
                }
                continue;
            }
            watch.moveTo(site);
            Place result = call.result();
            if (result != null) {
                store.put(result, outcome.result(), site, outcome.state());
            } else if (outcome.result() instanceof Value.Symbolic(Symbol symbol, long ignored)) {
                HandleState handle = outcome.state().handles.get(symbol);
                if (handle != null && Handles.isLosable(handle) && !outcome.state().memory.isHeld(symbol)) {
                    exploration.handles().lose(symbol, handle, site, outcome.state());
                }
            }
            if (flow.ordinaryEdges(block.id()).isEmpty()) {
                exit(null, site, outcome.state(), null, block);
            } else {
                follow(block, outcome.state());
            }
        }
    }

    private void raise(Block block, Site site, State state, String type) {
        List<Edge> edges = UncheckedExceptions.edges(block, type);
        for (Edge edge : edges) {
            State copy = Repetitions.caught(edge, state);
            if (edge.caught() != null) {
                copy.memory.put(new Location.Cell(edge.caught(), path), Value.UNKNOWN);
            }
            propagate(block.id(), edge.target(), copy);
        }
        if (edges.isEmpty()) {
            exit(null, site, state, type, block);
        }
    }

    private void follow(Block block, State state) {
        List<Edge> edges = flow.ordinaryEdges(block.id());
        for (int i = 0; i < edges.size(); i++) {
            propagate(block.id(), edges.get(i).target(), i == edges.size() - 1 ? state : state.copy());
        }
    }

    private void exit(@Nullable Expression value, Site site, State state, @Nullable String thrown, Block block) {
        if (!state.failureBranch) {
            markLeft(block.id());
        }
        Value result = value == null ? Value.UNKNOWN : evaluator.evaluate(value, state);
        if (value instanceof Expression.Read(Place object) && object instanceof Place.Cell(Variable variable)
                && variable.type() instanceof Type.Struct) {
            // The caller gets a copy, which is not followed.
            exploration.handles().escape(new Value.Pointer(new Location.Cell(variable, path)), state);
        }
        exploration.log().results().returned(result, path);
        store.leaveFunction(result, site, state);
        exits.add(new CallOutcome(state, result, thrown));
    }

    private void propagate(int from, int to, State state) {
        boolean back = flow.isBackEdge(from, to);
        for (int head : flow.loopsAround(from)) {
            if (flow.loop(head).get(to)) {
                continue;
            }
            if (!state.failureBranch) {
                left.add(head);
            }
            state.rounds.remove(new State.LoopHead(path, head));
        }
        if (flow.isJoin(to)) {
            state.failureBranch = false;
        }
        if (flow.isLoopHead(to)) {
            arriveAtLoop(to, state, back);
        }
        enqueue(to, state, back);
    }

    private void markLeft(int block) {
        for (int head : flow.loopsAround(block)) {
            left.add(head);
        }
    }

    private void arriveAtLoop(int head, State state, boolean back) {
        State.LoopHead key = new State.LoopHead(path, head);
        Integer before = state.rounds.get(key);
        int round = back ? (before == null ? 1 : Math.min(before + 1, MAX_ROUNDS + 1)) : 0;
        state.rounds.put(key, round);
        if (flow.isUnconditional(head)) {
            (back ? comeRound : endless).computeIfAbsent(head, id -> new ArrayList<>()).add(state.copy());
        }
        LoopCounters.Counter counter = flow.counter(head);
        if (!back && counter != null) {
            CountedLoops.begin(counter, exploration.models(), evaluator, state);
        }
        if (back && round >= MAX_ROUNDS && counter != null) {
            CountedLoops.finish(counter, round == MAX_ROUNDS, evaluator, state);
        }
    }

    private boolean meets(int block) {
        return block == 0 || flow.isJoin(block);
    }

    private void enqueue(int block, State state, boolean back) {
        List<State> pending = waiting.computeIfAbsent(block, key -> new ArrayList<>());
        boolean meets = meets(block);
        if (!meets && pending.size() < MAX_PER_PROPERTY * 2) {
            // Nothing meets here that has not met before.
            pending.add(state);
        } else {
            State changed = merge(meets ? arrived.computeIfAbsent(block, key -> new ArrayList<>()) : pending, block, state);
            if (changed == null) {
                return;
            }
            if (!pending.contains(changed)) {
                pending.add(changed);
            }
        }
        work.add(block, back);
    }

    /** Enters a disjunct among those that have arrived; returns the one to run, null when nothing is new. */
    private @Nullable State merge(List<State> known, int block, State state) {
        boolean alone = !flow.isJoin(block);
        List<State> alike = new ArrayList<>();
        for (State other : known) {
            if (other.sameProperty(state)) {
                if (other.sameAs(state)) {
                    return null;
                }
                alike.add(other);
            }
        }
        int limit = alone ? MAX_PER_PROPERTY * 2 : MAX_PER_PROPERTY;
        boolean widen = visits.getOrDefault(block, 0) > MAX_ROUNDS + 1;
        if (alike.size() >= limit) {
            State into = StateJoin.nearest(alike, state);
            return StateJoin.join(into, state, block, widen, exploration.log().results()) ? into : null;
        }
        if (known.size() >= MAX_DISJUNCTS) {
            State into = known.stream().filter(other -> other.process == state.process).reduce((first, second) -> second).orElse(null);
            if (into == null) {
                return null;
            }
            State before = into.copy();
            StateJoin.force(into, state, block, exploration.log().results());
            return into.sameAs(before) && into.sameProperty(before) ? null : into;
        }
        known.add(state);
        return state;
    }

    private void reportEndlessLoops() {
        for (Map.Entry<Integer, List<State>> entry : endless.entrySet()) {
            int head = entry.getKey();
            Instruction first = firstInstruction(head);
            if (left.contains(head) || first == null) {
                continue;
            }
            boolean blocks = flow.loop(head).stream().anyMatch(id -> exploration.calls().mayBlock(cfg.blocks().get(id), path.function()));
            for (State state : entry.getValue()) {
                exploration.enteredEndlessLoop(path.site(first), state, blocks);
            }
            // No exit will tell what was touched before the loop; what it does in a round orders that.
            comeRound.getOrDefault(head, entry.getValue()).forEach(exploration::flushAccesses);
        }
    }

    private @Nullable Instruction firstInstruction(int head) {
        return flow.loop(head).stream()
                .boxed()
                .sorted((one, other) -> Integer.compare(flow.order(one), flow.order(other)))
                .flatMap(id -> cfg.blocks().get(id).instructions().stream())
                .findFirst()
                .orElse(null);
    }
}
