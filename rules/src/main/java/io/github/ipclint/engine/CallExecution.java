package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.Target;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Executes one call on one disjunct: by its definition, by its model, or as unknown. */
final class CallExecution {
    private static final Set<String> PRIMITIVE_ARRAYS =
            Set.of("boolean[]", "byte[]", "char[]", "short[]", "int[]", "long[]", "float[]", "double[]");

    private final Exploration exploration;
    private final HandleUses handleUses;
    private final HandleEffects handleEffects;
    private final ObjectEffects objectEffects;
    private final ProcessEffects processEffects;
    private final Repetitions repetitions;
    private final NeutralCalls neutralCalls;

    CallExecution(Exploration exploration) {
        this.exploration = exploration;
        this.handleUses = new HandleUses(exploration.log(), exploration.unchecked());
        this.handleEffects = new HandleEffects(exploration.handles(), exploration.log());
        this.objectEffects = new ObjectEffects(exploration.log());
        this.processEffects = new ProcessEffects(exploration);
        this.repetitions = new Repetitions(exploration.log());
        this.neutralCalls = new NeutralCalls(exploration.log(), exploration.handles(), exploration.relevance());
    }

    ProcessEffects processEffects() {
        return processEffects;
    }

    /**
     * @param repeats whether the call lies in a loop that may bring it back for ever
     * @param endsBranch whether it is the last statement of its branch
     */
    List<CallOutcome> execute(Site site, Call call, State state, Evaluator evaluator, boolean repeats, boolean endsBranch) {
        Value receiver = call.receiver() == null ? null : evaluator.evaluate(call.receiver(), state);
        CallOutcome onNull = UncheckedExceptions.ofNull(receiver, state);
        if (onNull == null) {
            return execute(site, call, receiver, state, evaluator, repeats, endsBranch);
        }
        List<CallOutcome> outcomes = new ArrayList<>(List.of(onNull));
        if (!ValueRanges.rangeOf(state, Objects.requireNonNull(receiver)).isEmpty()) {
            outcomes.addAll(execute(site, call, receiver, state, evaluator, repeats, endsBranch));
        }
        return outcomes;
    }

    private List<CallOutcome> execute(Site site, Call call, @Nullable Value receiver, State state, Evaluator evaluator, boolean repeats,
            boolean endsBranch) {
        List<Value> arguments = evaluator.evaluateAll(call.arguments(), state);
        Target target = call.target() instanceof Target.Indirect(var function)
                && evaluator.evaluate(function, state) instanceof Value.FunctionValue(String name)
                        ? new Target.Named(name)
                        : call.target();
        FunctionModel model = exploration.models().of(target, arguments.size());
        Function definition = exploration.resolve(site.function(), target, arguments.size(), model != null);
        // What a handler does before the end may be deadly.
        if (definition != null && exploration.relevance().isTerminator(definition)
                && state.process.role() != ProcessInstance.Role.HANDLER) {
            processEffects.end(site, state, true);
            return List.of();
        }
        if (definition != null) {
            List<CallOutcome> outcomes;
            CallOutcome neutral =
                    summarizable(definition, arguments) ? neutralCalls.replay(site, definition, arguments, state, repeats) : null;
            if (neutral != null) {
                outcomes = List.of(neutral);
            } else if (exploration.mayInline(definition, site, arguments, state)) {
                outcomes = inline(site, definition, arguments, receiver, state, call, repeats);
            } else {
                outcomes = opaque(site, definition, arguments, receiver, state, endsBranch);
            }
            return exploration.relevance().neverReturns(definition) ? neverReturning(site, outcomes) : outcomes;
        }
        CallOutcome onEnd = UncheckedExceptions.ofCount(site, call, arguments, state);
        List<CallOutcome> outcomes = new ArrayList<>();
        if (onEnd == null || !evaluatesToNothing(arguments, state)) {
            outcomes.addAll(model != null ? modelled(site, model, arguments, receiver, state, evaluator, repeats)
                    : undescribed(site, target, arguments, receiver, state, evaluator, repeats, endsBranch));
        }
        if (onEnd != null) {
            outcomes.add(onEnd);
        }
        return outcomes;
    }

    /** Whether there is a value that none is left for. */
    private static boolean evaluatesToNothing(List<Value> values, State state) {
        return values.stream().anyMatch(value -> ValueRanges.rangeOf(state, value).isEmpty());
    }

    /** Whether a block calls something that may wait. */
    boolean mayBlock(Block block, Function function) {
        return block.instructions().stream().anyMatch(instruction -> {
            if (!(instruction instanceof Call call)) {
                return false;
            }
            FunctionModel model = exploration.models().of(call.target(), call.arguments().size());
            Function callee = exploration.resolve(function, call.target(), call.arguments().size(), model != null);
            return callee != null ? exploration.isRelevant(callee) : model != null && model.has(Effect.Blocks.class);
        });
    }

    /** Neither a definition nor a model says all that the call does. */
    private List<CallOutcome> undescribed(Site site, Target target, List<Value> arguments, @Nullable Value receiver, State state,
            Evaluator evaluator, boolean repeats, boolean endsBranch) {
        FunctionModel partial = exploration.models().partial(target);
        if (partial != null) {
            handleUses.log(new ModelledCall(site, partial, arguments, receiver, state, evaluator, exploration.models(), repeats));
            if (partial.is(FunctionModel.Trait.NORETURN)) {
                processEffects.end(site, state, true);
                return List.of();
            }
        }
        if (isArrayOfObjects(target)) {
            return List.of(new CallOutcome(state, new Value.Pointer(new Location.Heap(site)), null));
        }
        return unknown(site, target, arguments, receiver, state, endsBranch);
    }

    /** {@code new T[n]}: what is stored in it can be found again. */
    private static boolean isArrayOfObjects(Target target) {
        return target instanceof Target.Method method && method.name().equals("<init>") && method.type().endsWith("[]")
                && !PRIMITIVE_ARRAYS.contains(method.type());
    }

    /** It says of itself that it never returns: where following it has not shown how it ends, it ends the process. */
    private List<CallOutcome> neverReturning(Site site, List<CallOutcome> outcomes) {
        outcomes.forEach(outcome -> processEffects.end(site, outcome.state(), true));
        return List.of();
    }

    /** Java objects carry handles in ways that only following them shows; so does what an answer says of a result. */
    private boolean summarizable(Function callee, List<Value> arguments) {
        return !callee.is(Function.Mark.JAVA) && !exploration.inlining().asksForResult(callee, arguments);
    }

    private List<CallOutcome> inline(Site site, Function callee, List<Value> arguments, @Nullable Value receiver, State state, Call call,
            boolean repeats) {
        CallPath path = site.path().enter(site, callee);
        for (int i = 0; i < callee.parameters().size(); i++) {
            Value value = i < arguments.size() ? arguments.get(i) : Value.UNKNOWN;
            state.memory.put(new Location.Cell(callee.parameters().get(i), path), value);
        }
        exploration.captures().bind(callee, site.path(), path, state, state);
        Value object = receiver;
        if (callee.is(Function.Mark.CONSTRUCTOR) && call.result() != null) {
            object = new Value.Pointer(new Location.Heap(site));
        }
        for (Variable local : callee.locals()) {
            if (local.kind() == Variable.Kind.RECEIVER && object != null) {
                state.memory.put(new Location.Cell(local, path), object);
            }
        }
        NeutralCalls.Before before = summarizable(callee, arguments) ? neutralCalls.before(state) : null;
        List<CallOutcome> outcomes = exploration.explore(path, state, repeats);
        if (before != null && !exploration.isCut()) {
            neutralCalls.learn(callee, arguments, before, outcomes);
        }
        if (callee.is(Function.Mark.CONSTRUCTOR) && object != null) {
            Value made = object;
            return outcomes.stream().map(outcome -> outcome.thrown() == null ? new CallOutcome(outcome.state(), made, null) : outcome)
                    .toList();
        }
        return outcomes;
    }

    /** A function of the analysed set that is not followed: it does nothing that matters, or a bound is reached. */
    private List<CallOutcome> opaque(Site site, Function callee, List<Value> arguments, @Nullable Value receiver, State state,
            boolean endsBranch) {
        WrittenMemory.Written written = exploration.writtenBy(callee);
        WrittenMemory.forget(written, arguments, exploration.handles(), state);
        if (!written.isNothing()) {
            Repetitions.blur(state);
        }
        arguments.forEach(argument -> Repetitions.tested(argument, state));
        if (exploration.isIrrelevant(callee)) {
            written.kept().stream().filter(index -> index < arguments.size())
                    .forEach(index -> exploration.handles().escape(arguments.get(index), state));
            Symbol result = exploration.handles().fresh(site, "result", state);
            state.ranges.put(result, Range.ALL);
            return List.of(new CallOutcome(state, Value.of(result), null));
        }
        return ExecWrapper.returning(
                unknown(site, new Target.Named(callee.name()), arguments, receiver, state, endsBranch), callee, exploration.models());
    }

    private List<CallOutcome> unknown(Site site, Target target, List<Value> arguments, @Nullable Value receiver, State state,
            boolean endsBranch) {
        String name = switch (target) {
            case Target.Named(String function) -> function;
            case Target.Method method -> method.type() + "." + method.name();
            case Target.Indirect(var function) -> function.toString();
        };
        exploration.log().add(new Event.CalledUnknown(site, state.process, name));
        if (state.failureBranch && endsBranch) {
            // Error handling that ends its branch with something unknown is taken to end the process: optimism on purpose.
            return List.of();
        }
        arguments.forEach(argument -> {
            Repetitions.tested(argument, state);
            exploration.unchecked().trust(argument, state);
            exploration.handles().escape(argument, state);
            exploration.captures().escape(argument, site, state, exploration.handles());
        });
        escapeCopies(site, state);
        if (receiver != null) {
            exploration.handles().escape(receiver, state);
        }
        Repetitions.blur(state);
        Handles.forgetClosedGlobals(state);
        Symbol result = exploration.handles().fresh(site, "result", state);
        state.ranges.put(result, Range.ALL);
        return List.of(new CallOutcome(state, Value.of(result), null));
    }

    /** What lies in structures that the unknown gets by value, or whose address its macro takes. */
    private void escapeCopies(Site site, State state) {
        if (site.instruction() instanceof Call call) {
            for (Expression argument : call.arguments()) {
                if (argument instanceof Expression.Read(Place.Cell(Variable variable)) && variable.type() instanceof Type.Struct) {
                    exploration.handles().escape(new Value.Pointer(new Location.Cell(variable, variable.isStatic() ? null : site.path())),
                            state);
                }
            }
        }
    }

    private List<CallOutcome> modelled(
            Site site, FunctionModel model, List<Value> arguments, @Nullable Value receiver, State state, Evaluator evaluator,
            boolean repeats) {
        EventLog log = exploration.log();
        log.add(new Event.Called(
                site, state.process, model, arguments, HandleEffects.children(state), HandleEffects.table(state),
                state.assumedFailure != null));
        ModelledCall call = new ModelledCall(site, model, arguments, receiver, state, evaluator, exploration.models(), repeats);
        log.results().called(call);
        exploration.made().put(site, call.outcomes);
        missingArguments(call);
        handleUses.log(call);
        repetitions.arrive(call, repeats);
        objectEffects.before(call);
        MemoryEffects memory = new MemoryEffects(exploration.watch(site));
        memory.apply(call, arguments);
        Symbol result = exploration.handles().fresh(site, "result", state);
        state.ranges.put(result, call.outcomes.all());
        call.deliver(result, Handles.older(site));
        if (call.outcomes.canFail()) {
            ErrorNumber.mayBeSet(site, state);
        }
        repetitions.attempt(call, result);
        List<CallOutcome> failures = exceptional(call);
        boolean certain = call.isRefused() && !failures.isEmpty();
        handleEffects.apply(call);
        objectEffects.after(call);
        memory.fold(call);
        if (!call.result().equals(Value.of(result))) {
            log.results().treated(result, ResultLog.Treatment.HANDED_ON);
        }
        OrderEffects.apply(call);
        processEffects.apply(call);
        List<CallOutcome> outcomes = new ArrayList<>(certain ? List.of() : processEffects.finish(call));
        outcomes.addAll(failures);
        return outcomes;
    }

    /** The disjuncts in which a Java call throws. */
    private List<CallOutcome> exceptional(ModelledCall call) {
        List<CallOutcome> failures = new ArrayList<>();
        for (Effect.Fails fails : call.model.all(Effect.Fails.class)) {
            if (fails.result() == null && call.mayHold(fails.condition())) {
                State failed = call.state.copy();
                for (Effect.Releases releases : call.model.all(Effect.Releases.class)) {
                    Symbol symbol = call.handle(releases.slot());
                    if (symbol != null) {
                        Handles.release(symbol, call.site, failed);
                    }
                }
                Variable receiver = call.model.receiver();
                if (receiver != null && call.model.is(FunctionModel.Trait.CLOSES_ON_FAILURE)) {
                    exploration.handles().escape(call.value(new Expression.Read(new Place.Cell(receiver))), failed);
                }
                Repetitions.threw(call, Set.copyOf(fails.errnos()), failed);
                failures.add(new CallOutcome(failed, Value.UNKNOWN,
                        fails.errnos().isEmpty() ? "java.io.IOException" : fails.errnos().getFirst()));
                break;
            }
        }
        return failures;
    }

    private void missingArguments(ModelledCall call) {
        for (Effect.RequiresArgument required : call.model.all(Effect.RequiresArgument.class)) {
            if (!call.hasArgument(required.index()) && call.truth(required.condition()) == Truth.TRUE) {
                // The first that is missing; who writes it learns of the others.
                exploration.log().add(new Event.MissedArgument(call.site, call.state.process, call.model, required.index()));
                return;
            }
        }
    }
}
