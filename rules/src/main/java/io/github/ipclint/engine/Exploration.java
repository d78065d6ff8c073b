package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction.Assume;
import io.github.ipclint.ir.Instruction.Leave;
import io.github.ipclint.ir.Instruction.Target;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Models;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explores one program from its main, or one library function from its entry: every process, thread and handler that it starts. */
public final class Exploration {
    private static final int MAX_OUTCOMES = 8;

    /** The part of the steps that each function with a thread or signal of its own may use. */
    private static final int RESERVE = 16;

    /** A handler or exit function that is registered at one place again and again is entered so often. */
    private static final int MAX_ENTRIES = 2;

    private final Models models;
    private final Linker linker;
    private final Relevance relevance;
    private final Function root;
    private final boolean program;
    private final EventLog log = new EventLog();
    private final Handles handles = new Handles(log);
    private final Map<Site, Outcomes> made = new LinkedHashMap<>();
    private final UncheckedResults unchecked = new UncheckedResults(log.results(), made);
    private final Set<Site> forks = new HashSet<>();
    /** Accesses of the instruction that runs: evaluating it twice is not running it twice. */
    private final Set<Access.Key> touched = new HashSet<>();
    private final Set<Function> explored = new LinkedHashSet<>();
    private final Deque<Runnable> entries = new ArrayDeque<>();
    private final Map<Function, CallPath> entryPaths = new IdentityHashMap<>();
    private final Map<List<Object>, Integer> entered = new HashMap<>();
    private final CallExecution calls;
    private final Inlining inlining;
    private final BranchTests branches;
    private final Captures captures;
    private final ConcurrentWrites concurrentWrites;
    private final ProcessInstance main;
    private final Set<CallPath> unfinished = new HashSet<>();
    private final int reserve;
    private int steps;
    private boolean cut;

    /** @param program whether {@code root} is the main of a program; else it is library code that anybody may call */
    public Exploration(Models models, Linker linker, Relevance relevance, Function root, boolean program, int steps) {
        this.models = models;
        this.linker = linker;
        this.relevance = relevance;
        this.root = root;
        this.program = program;
        this.main = !program && relevance.isHandler(root) ? ProcessInstance.handler() : ProcessInstance.main();
        this.steps = steps;
        this.reserve = steps / RESERVE;
        this.inlining = new Inlining(relevance, unchecked, program);
        this.calls = new CallExecution(this);
        this.branches = new BranchTests(models, log, made, unchecked);
        this.captures = new Captures(linker);
        this.concurrentWrites = new ConcurrentWrites(relevance);
    }

    /** Runs it; afterwards the log is complete. */
    public void run() {
        State state = new State(main);
        StandardSlots.open(state);
        initialise(state);
        CallPath path = CallPath.root(root);
        for (Variable parameter : root.parameters()) {
            Location cell = new Location.Cell(parameter, path);
            state.memory.put(cell, Value.of(new Symbol.Initial(cell)));
        }
        for (CallOutcome outcome : explore(path, state, false)) {
            leaveRoot(outcome, path);
        }
        while (!entries.isEmpty()) {
            // However much the rest has used up: handlers and threads are short, and nothing else shows what they do.
            steps = Math.max(steps, reserve);
            entries.poll().run();
        }
    }

    /** Whoever needs an initialiser's cells first runs it for all others, so that costs nobody any steps. */
    private void initialise(State state) {
        int allowed = steps;
        steps = Integer.MAX_VALUE;
        relevance.initialMemory().fill(this, root, state);
        steps = allowed;
    }

    private void leaveRoot(CallOutcome outcome, CallPath path) {
        State state = outcome.state();
        if (program || state.process.role() == ProcessInstance.Role.CHILD) {
            calls.processEffects().end(path.end(), state, true);
            return;
        }
        handles.escape(outcome.result(), state);
        Event.Consequence consequence = Entries.isEntry(root) ? Event.Consequence.ENDS : Event.Consequence.LIBRARY;
        for (State.Loss loss : state.losses.view().values()) {
            log.add(loss.event(state.process, consequence));
        }
        flushAccesses(state);
    }

    /**
     * A function that something registered: thread, handler, exit function. It runs after what registered it; a handler or exit function
     * once more, with nothing known of the moment, when the same place registers it again.
     *
     * @param received handles that only the new thread has from now on
     */
    void enter(String name, Site site, State state, ProcessInstance process, @Nullable Value argument, Set<Symbol> received) {
        Function function = linker.resolve(site.function().unit(), name);
        if (function == null) {
            return;
        }
        int time = entered.merge(List.of(function, process, site.at()), 1, Integer::sum);
        if (time > (process.role() == ProcessInstance.Role.THREAD ? 1 : MAX_ENTRIES)) {
            return;
        }
        boolean first = time == 1;
        State entry = state.copy();
        entry.process = process;
        entry.assumedFailure = null;
        entry.failureBranch = false;
        if (process.role() == ProcessInstance.Role.THREAD) {
            entry.acquire(new SyncObject.Start(process));
        }
        if (!first || process != state.process) {
            concurrentWrites.begin(function, entry, process != state.process);
        }
        CallPath path = entryPaths.computeIfAbsent(function, CallPath::root);
        if (!function.parameters().isEmpty() && argument != null && (first || process.role() != ProcessInstance.Role.HANDLER)) {
            entry.memory.put(new Location.Cell(function.parameters().getFirst(), path), argument);
        } else if (process.role() == ProcessInstance.Role.HANDLER) {
            Entries.giveSignal(function, path, entry);
        }
        captures.bind(function, site.path(), path, state, entry);
        entries.add(() -> {
            for (CallOutcome outcome : explore(path, entry, false)) {
                ThreadHandover.leave(received, path.end(), outcome.state(), log);
                outcome.state().release(new SyncObject.End(process));
                flushAccesses(outcome.state());
            }
        });
    }

    /** Follows an activation; ways out that agree are joined. */
    List<CallOutcome> explore(CallPath path, State state, boolean repeats) {
        explored.add(path.function());
        List<CallOutcome> outcomes = new FunctionExploration(this, path, repeats).run(state);
        return path.depth() == 0 ? outcomes : ActivationExits.joined(outcomes, MAX_OUTCOMES, log.results());
    }

    /** Whether a call of the function is to be followed; where only a bound forbids it, the exploration counts as cut. */
    boolean mayInline(Function callee, Site site, List<Value> arguments, State state) {
        if (!inlining.isWanted(callee, site.path(), arguments, state)) {
            return false;
        }
        boolean allowed = inlining.isAllowed(callee, state.process);
        cut |= !allowed;
        return allowed;
    }

    /** The definition that a call reaches in this program, null when it has none here. */
    @Nullable Function resolve(Function caller, Target target, int arguments, boolean modelled) {
        Function found = linker.resolve(caller, target, arguments, modelled);
        return found != null && program && !found.unit().equals(caller.unit()) ? linker.inProgram(root, found) : found;
    }

    Inlining inlining() {
        return inlining;
    }

    boolean isRelevant(Function callee) {
        return relevance.isRelevant(callee);
    }

    boolean isIrrelevant(Function callee) {
        return !relevance.isRelevant(callee) && !relevance.carries(callee);
    }

    WrittenMemory.Written writtenBy(Function callee) {
        return relevance.writtenBy(callee);
    }

    boolean step() {
        if (--steps <= 0) {
            cut = true;
            return false;
        }
        return true;
    }

    FlowGraph flow(Function function) {
        return relevance.flow(function);
    }

    /** An instruction is about to run; false when the path need not be followed: a failed fork is one rule's business only. */
    boolean visiting(Site site, State state) {
        touched.clear();
        if (site.instruction() instanceof Assume || site.instruction() instanceof Leave) {
            return true;
        }
        if (state.assumedFailure == null) {
            if (state.process.role() == ProcessInstance.Role.CHILD || !state.children.isEmpty()) {
                log.results().ordinary(site);
            }
        } else if (!state.failureHandled) {
            state.failureHandled = true;
            log.results().firstAfterFailure(state.assumedFailure, site);
        }
        return !(state.assumedFailure instanceof Symbol.Delivered(Site call, String ignored, int copy) && forks.contains(call));
    }

    /** The call at this site forks. */
    void forkedAt(Site site) {
        forks.add(site);
    }

    BranchTests branches() {
        return branches;
    }

    /** A shared mapping is touched. */
    void accessed(Site site, State state, Symbol mapping, Location location, boolean write) {
        HandleState handle = state.handles.get(mapping);
        if (handle == null || handle.object() == null || state.assumedFailure != null) {
            // Where a call has failed that nobody looked at, such as the one that makes the lock, that is the mistake.
            return;
        }
        Access access = new Access(
                site, state.process, mapping, handle.object(), location, write, state.acquiredSet(), state.givenSets(), Set.of(), Set.of(),
                null);
        if (!touched.add(access.key())) {
            return;
        }
        Access before = state.accesses.get(access.key());
        if (before != null) {
            log.add(new Event.Accessed(before));
        }
        state.accesses.put(access.key(), before == null ? access : access.after(before));
    }

    void flushAccesses(State state) {
        state.accesses.view().values().forEach(access -> log.add(new Event.Accessed(access)));
    }

    MemoryWatch watch(Site site) {
        return new SiteWatch(this, site);
    }

    void enteredEndlessLoop(Site site, State state, boolean blocks) {
        log.add(new Event.EnteredEndlessLoop(site, state.process, HandleEffects.table(state), HandleEffects.children(state), blocks));
        if (blocks) {
            for (State.Loss loss : state.losses.view().values()) {
                log.add(loss.event(state.process, Event.Consequence.STAYS));
            }
        }
    }

    Models models() {
        return models;
    }

    Linker linker() {
        return linker;
    }

    Handles handles() {
        return handles;
    }

    Captures captures() {
        return captures;
    }

    CallExecution calls() {
        return calls;
    }

    Relevance relevance() {
        return relevance;
    }

    ConcurrentWrites concurrentWrites() {
        return concurrentWrites;
    }

    UncheckedResults unchecked() {
        return unchecked;
    }

    Map<Site, Outcomes> made() {
        return made;
    }

    /** What happened. */
    public EventLog log() {
        return log;
    }

    /** The function that it started with. */
    public Function root() {
        return root;
    }

    public boolean isProgram() {
        return program;
    }

    /** The program's first process. */
    public ProcessInstance mainProcess() {
        return main;
    }

    /** Every function that was explored. */
    public Set<Function> explored() {
        return explored;
    }

    /** Whether a bound was reached: what did not happen may yet happen. */
    public boolean isCut() {
        return cut;
    }

    /** An activation has ended; where the steps have run out, there is more to it than was seen. */
    void left(CallPath path) {
        if (steps <= 0) {
            unfinished.add(path);
        }
    }

    /** Whether everything was followed that may happen between the call and the end of its function: else what is missing may be there. */
    public boolean isFollowedFrom(Site site) {
        return !unfinished.contains(site.path());
    }
}
