package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.TranslationUnit;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Models;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Which functions lead to a call that matters, and who calls whom: decided once for the whole set. */
public final class Relevance {
    private final CallGraph graph = new CallGraph();
    /** The same with those that a function names without calling them: handlers, threads, callbacks. */
    private final CallGraph mentions = new CallGraph();
    private final Set<Function> handlers = CallGraph.identitySet();
    private final Set<Function> relevant = CallGraph.identitySet();
    /** Relevant ones, and those that do no more than end the process on some path. */
    private final Set<Function> ending = CallGraph.identitySet();
    private final Set<Function> changing = CallGraph.identitySet();
    private final NeverReturning neverReturning;
    private final Set<Function> referenced = CallGraph.identitySet();
    private final Set<Function> carrying = CallGraph.identitySet();
    private final Set<Function> predicates = CallGraph.identitySet();
    private final ReachedUnits reachedUnits;
    private final Map<Function, FlowGraph> flows = new ConcurrentHashMap<>();

    private final InitialMemory initialMemory;
    private final WrittenMemory writtenMemory;
    private final StaticReads staticReads;
    /** What functions write that somebody else may call at any time. */
    private final Set<Variable> writtenByReferenced = new HashSet<>();

    /**
     * Scans all functions side by side, and finds what they write beside what they read: the call graph stays as it is from then on.
     *
     * @param workers for what stands alone
     */
    public Relevance(Linker linker, Models models, Workers workers) {
        this.initialMemory = new InitialMemory(linker, this);
        CallScan.Scanner scanner = new CallScan.Scanner(linker, models);
        List<Supplier<List<CallScan>>> scans = linker.units().stream()
                .map(unit -> workers.start(() -> unit.functions().stream().map(scanner::scan).toList())).toList();
        scans.forEach(scanned -> scanned.get().forEach(this::enter));
        List<Function> functions = linker.units().stream().flatMap(unit -> unit.functions().stream()).toList();
        spread(ending, function -> true);
        spread(changing, function -> true);
        List<Function> ofC = functions.stream().filter(function -> !function.is(Function.Mark.JAVA)).toList();
        Supplier<StaticReads> reads = workers.start(() -> new StaticReads(linker, ofC, graph));
        this.writtenMemory = new WrittenMemory(linker, models, ofC, graph);
        this.neverReturning = new NeverReturning(functions.stream().filter(ending::contains).toList(), graph, linker, models);
        // What dies with a message writes it, too; who calls it only ends.
        spread(relevant, function -> !isTerminator(function));
        this.reachedUnits = new ReachedUnits(linker.units(), mentions);
        this.staticReads = reads.get();
        Set<Function> mentioned = CallGraph.identitySet();
        mentioned.addAll(referenced);
        linker.units().stream().map(TranslationUnit::initializer).filter(Objects::nonNull)
                .forEach(tables -> mentioned.addAll(scanner.scan(tables).named()));
        mentioned.forEach(function -> writtenByReferenced.addAll(writtenMemory.of(function).statics()));
    }

    private void enter(CallScan scan) {
        Function function = scan.function();
        if (Carriage.carries(function)) {
            carrying.add(function);
        }
        if (Predicates.isPredicate(function)) {
            predicates.add(function);
        }
        if (scan.weight().compareTo(Weight.ENDS) >= 0) {
            ending.add(function);
        }
        if (scan.weight().compareTo(Weight.PASSES) >= 0) {
            relevant.add(function);
        }
        if (scan.weight() == Weight.CHANGES) {
            changing.add(function);
        }
        for (Function called : scan.called()) {
            graph.connect(function, called);
            mentions.connect(function, called);
        }
        scan.named().forEach(named -> mentions.connect(function, named));
        referenced.addAll(scan.named());
        handlers.addAll(scan.handlers());
    }

    /**
     * Adds the callers of those in the set, and theirs.
     *
     * @param onwards whether who calls a function of the set belongs to it for that
     */
    private void spread(Set<Function> reached, Predicate<Function> onwards) {
        graph.spread(List.copyOf(reached), function -> onwards.test(function) && reached.addAll(graph.callers(function)));
    }

    /** Whether some function installs it for a signal or timer, or stores it where that is done from. */
    boolean isHandler(Function function) {
        return handlers.contains(function);
    }

    /** Whether a call of it only ends the process, with exit. */
    boolean isTerminator(Function function) {
        return neverReturning.contains(function) && !changing.contains(function);
    }

    /** Whether no call of it comes back, whatever else it does. */
    boolean neverReturns(Function function) {
        return neverReturning.contains(function) || function.is(Function.Mark.NORETURN);
    }

    public boolean isRelevant(Function function) {
        return relevant.contains(function);
    }

    /** Whether some path through it ends the process. */
    boolean mayEnd(Function function) {
        return ending.contains(function);
    }

    /** Whether a handle may pass through it although it does nothing to one: small accessors and constructors of Java. */
    boolean carries(Function function) {
        return carrying.contains(function);
    }

    /** Whether it only answers a question on its arguments. */
    boolean isPredicate(Function function) {
        return predicates.contains(function);
    }

    /** Whether some function of the set calls it. */
    public boolean hasCallers(Function function) {
        return graph.callers(function).stream().anyMatch(caller -> caller != function);
    }

    /** Whether its address is taken: somebody unknown may call it. */
    public boolean isReferenced(Function function) {
        return referenced.contains(function);
    }

    /** Whether some function writes the static variable. */
    boolean isEverWritten(Variable variable) {
        return writtenMemory.isEverWritten(variable);
    }

    /** The static variables that a call of the function may look at. */
    Set<Variable> readBy(Function function) {
        return staticReads.of(function);
    }

    /** Whether all that writes the variable is seen where it happens: calls that are followed or that change just what they may write. */
    boolean isWrittenInSight(Variable variable) {
        return !staticReads.isAddressed(variable) && !writtenByReferenced.contains(variable);
    }

    /** Whether the static variable, when it holds this number at first, holds it for ever. */
    boolean stays(Variable variable, long number) {
        return !staticReads.isAddressed(variable) && writtenMemory.stays(variable, number);
    }

    /** What a call of the function may write. */
    WrittenMemory.Written writtenBy(Function function) {
        return writtenMemory.of(function);
    }

    InitialMemory initialMemory() {
        return initialMemory;
    }

    /** The function's flow graph, made once. */
    FlowGraph flow(Function function) {
        FlowGraph known = flows.get(function);
        return known == null ? flows.computeIfAbsent(function, key -> FlowGraph.of(key.cfg())) : known;
    }

    /** The files into which calls lead from the function. */
    BitSet reachedUnits(Function from) {
        return reachedUnits.of(from);
    }
}
