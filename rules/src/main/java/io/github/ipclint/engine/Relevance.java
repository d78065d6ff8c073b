package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.TranslationUnit;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which functions lead to a call that matters, and who calls whom: decided once for the whole set. */
public final class Relevance {
    private final CallGraph graph = new CallGraph();
    /** The same with those that a function names without calling them: handlers, threads, callbacks. */
    private final CallGraph mentions = new CallGraph();
    private final Set<Function> handlers = CallGraph.identitySet();
    private final Set<String> handlerFields;
    private final Map<FunctionModel, Weight> weights = new IdentityHashMap<>();
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

    public Relevance(Linker linker, Models models) {
        this.initialMemory = new InitialMemory(linker, this);
        this.handlerFields = handlerFields(models);
        List<Function> functions = new ArrayList<>();
        for (TranslationUnit unit : linker.units()) {
            functions.addAll(unit.functions());
        }
        for (Function function : functions) {
            if (Carriage.carries(function)) {
                carrying.add(function);
            }
            if (Predicates.isPredicate(function)) {
                predicates.add(function);
            }
            Weight weight = scan(function, linker, models);
            if (weight.compareTo(Weight.ENDS) >= 0) {
                ending.add(function);
            }
            if (weight.compareTo(Weight.PASSES) >= 0) {
                relevant.add(function);
            }
            if (weight == Weight.CHANGES) {
                changing.add(function);
            }
        }
        spread(ending, function -> true);
        spread(changing, function -> true);
        this.neverReturning = new NeverReturning(functions.stream().filter(ending::contains).toList(), graph, linker, models);
        // What dies with a message writes it, too; who calls it only ends.
        spread(relevant, function -> !isTerminator(function));
        this.reachedUnits = new ReachedUnits(linker.units(), mentions);
        this.writtenMemory = new WrittenMemory(linker, models, functions, graph);
        this.staticReads = new StaticReads(linker, functions.stream().filter(function -> !function.is(Function.Mark.JAVA)).toList(), graph);
        Set<Function> mentioned = CallGraph.identitySet();
        mentioned.addAll(referenced);
        linker.units().stream().map(TranslationUnit::initializer).filter(Objects::nonNull)
                .forEach(tables -> inTables(tables, linker, mentioned));
        mentioned.forEach(function -> writtenByReferenced.addAll(writtenMemory.of(function).statics()));
    }

    /**
     * Adds the callers of those in the set, and theirs.
     *
     * @param onwards whether who calls a function of the set belongs to it for that
     */
    private void spread(Set<Function> reached, Predicate<Function> onwards) {
        graph.spread(List.copyOf(reached), function -> onwards.test(function) && reached.addAll(graph.callers(function)));
    }

    /** Enters the calls of one function; the weight of those that it makes itself. */
    private Weight scan(Function function, Linker linker, Models models) {
        Weight weight = Weight.NOTHING;
        for (Block block : function.cfg().blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction instanceof Call call) {
                    weight = weight.or(scan(call, function, linker, models));
                } else if (instruction instanceof Instruction.Assign(Place target, Expression value, var at)) {
                    Function stored = reference(value, function, linker);
                    if (stored != null) {
                        mention(function, stored);
                        if (target instanceof Place.Field(var action, String name) && handlerFields.contains(name)) {
                            handlers.add(stored);
                        }
                    }
                }
            }
        }
        return weight;
    }

    /** Enters one call; its weight where no function of the set is called. */
    private Weight scan(Call call, Function function, Linker linker, Models models) {
        FunctionModel model = models.of(call.target(), call.arguments().size());
        Function callee = linker.resolve(function, call.target(), call.arguments().size(), model != null);
        FunctionModel said = callee != null || model != null ? model : models.partial(call.target());
        if (callee != null) {
            graph.connect(function, callee);
            mentions.connect(function, callee);
        }
        for (Expression argument : call.arguments()) {
            Function callback = reference(argument, function, linker);
            if (callback != null) {
                mention(function, callback);
                List<Effect.Calls> calls = model == null ? List.of() : model.all(Effect.Calls.class);
                if (calls.stream().anyMatch(Relevance::isHandled)) {
                    handlers.add(callback);
                }
                if (calls.stream().anyMatch(made -> made.time() == Effect.CallTime.NOW)) {
                    graph.connect(function, callback);
                }
            }
        }
        return callee != null || said == null ? Weight.NOTHING : weights.computeIfAbsent(said, Weight::of);
    }

    private void mention(Function from, Function mentioned) {
        referenced.add(mentioned);
        mentions.connect(from, mentioned);
    }

    private static void inTables(Function initializer, Linker linker, Set<Function> into) {
        for (Block block : initializer.cfg().blocks()) {
            for (Instruction instruction : block.instructions()) {
                Function stored = instruction instanceof Instruction.Assign(var target, Expression value, var at)
                        ? reference(value, initializer, linker) : null;
                if (stored != null) {
                    into.add(stored);
                }
            }
        }
    }

    /** The function that the expression is the address of, null for others. */
    private static @Nullable Function reference(Expression expression, Function function, Linker linker) {
        return switch (expression) {
            case Expression.FunctionReference(String name) -> linker.resolve(function.unit(), name);
            case Expression.Cast(var type, Expression operand) -> reference(operand, function, linker);
            default -> null;
        };
    }

    private static boolean isHandled(Effect.Calls calls) {
        return calls.time() == Effect.CallTime.SIGNAL || calls.time() == Effect.CallTime.TIMER;
    }

    /** Members of structures that calls take handlers from. */
    private static Set<String> handlerFields(Models models) {
        Set<String> fields = new HashSet<>();
        for (FunctionModel model : models.all()) {
            for (Effect.Calls calls : model.all(Effect.Calls.class)) {
                if (isHandled(calls) && calls.function() instanceof Expression.Read(Place.Field(var action, String name))) {
                    fields.add(name);
                }
            }
        }
        return fields;
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
