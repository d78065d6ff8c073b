package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Effects of a modelled call on processes: fork, exec, wait, end, handlers, threads. */
final class ProcessEffects {
    private static final int LATER_VISIT = 2;

    /** The value of {@code SIG_DFL}. */
    private static final String DEFAULT_ACTION = "0";

    /** What does not end a process that has made no arrangements: ignored, or it stops and goes on. */
    private static final List<String> HARMLESS =
            List.of("SIGCHLD", "SIGCONT", "SIGSTOP", "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGURG", "SIGWINCH");

    private final Exploration exploration;
    private final EventLog log;
    private final Set<String> harmless;

    ProcessEffects(Exploration exploration) {
        this.exploration = exploration;
        this.log = exploration.log();
        this.harmless = HARMLESS.stream().flatMap(name -> exploration.models().constant(name).stream().mapToObj(Long::toString))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Waits, dispositions and registered functions: what leaves one disjunct one. */
    void apply(ModelledCall call) {
        if (call.model.is(FunctionModel.Trait.OWN_PROCESS)) {
            Symbol own = new Symbol.ProcessId(call.state.process.process());
            call.state.ranges.put(own, Range.of(1, Integer.MAX_VALUE));
            call.setResult(Value.of(own));
        }
        for (Effect effect : call.model.effects()) {
            switch (effect) {
                case Effect.Waits waits when call.mayHold(waits.condition()) -> await(call, waits);
                case Effect.Disposition disposition when call.mayHold(disposition.condition()) -> dispose(call, disposition);
                case Effect.Calls calls when call.mayHold(calls.condition()) -> register(call, calls);
                case Effect.Execs execs when call.mayHold(execs.condition()) -> {
                    Value path = call.valueOrNull(execs.path());
                    log.add(new Event.Executed(call.site, call.state.process, HandleEffects.table(call.state),
                            path == null ? null : TextValues.textOf(path, call.state)));
                    call.state.execFailed = true;
                    if (call.outcomes.canFail() && call.result() instanceof Value.Symbolic(Symbol result, long ignored)) {
                        call.state.ranges.put(result, call.outcomes.failure());
                    }
                }
                default -> {}
            }
        }
    }

    private void await(ModelledCall call, Effect.Waits waits) {
        State state = call.state;
        Set<ProcessInstance> awaited = new LinkedHashSet<>(state.children.view().keySet());
        Value pid = call.valueOrNull(waits.pid());
        boolean any = pid == null || ValueRanges.rangeOf(state, pid).isWithin(Range.of(Long.MIN_VALUE, 0));
        ProcessInstance one = pid == null || any ? null : childOf(pid, state);
        if (one != null) {
            awaited.retainAll(Set.of(one));
        }
        // A wait with a time limit ends by itself.
        boolean blocking = call.model.all(Effect.Blocks.class).stream()
                .anyMatch(blocks -> blocks.reason() != Effect.BlockReason.TIME && call.mayHold(blocks.condition()));
        // Of a process id that nobody knows it can't be said for whom the process waits; that it orders is taken for granted.
        Set<ProcessInstance> known = any || one != null ? awaited : Set.of();
        log.add(new Event.Waited(call.site, state.process, known, HandleEffects.table(state), blocking, call.repeats));
        for (ProcessInstance child : awaited) {
            state.acquire(new SyncObject.End(child));
        }
        awaited.stream().findFirst().ifPresent(state.children::remove);
    }

    private static @Nullable ProcessInstance childOf(Value pid, State state) {
        if (pid instanceof Value.Symbolic(Symbol.Delivered(Site site, String ignored, int copy), long offset)) {
            return state.children.view().keySet().stream()
                    .filter(child -> child.origin() == site && (copy == 1) == (child.visit() == latestVisit(site, state)))
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    private static int latestVisit(Site site, State state) {
        return state.children.view().keySet().stream().filter(child -> child.origin() == site).mapToInt(ProcessInstance::visit).max()
                .orElse(1);
    }

    private void dispose(ModelledCall call, Effect.Disposition disposition) {
        String signal = TextValues.nameOf(call.value(disposition.signal()), call.state);
        if (signal == null) {
            return;
        }
        Value handler = call.value(disposition.handler());
        Value flags = call.valueOrNull(disposition.flags());
        String flagText = flags != null && ValueRanges.isExact(flags, call.state) ? "/" + ValueRanges.exact(flags, call.state) : "";
        String name = handler instanceof Value.FunctionValue(String function) ? function : TextValues.nameOf(handler, call.state);
        call.state.dispositions.put(signal, (name == null ? "?" : name) + flagText);
    }

    private void register(ModelledCall call, Effect.Calls calls) {
        Value function = call.value(calls.function());
        if (!(function instanceof Value.FunctionValue(String name))) {
            return;
        }
        switch (calls.time()) {
            case AT_EXIT -> call.state.exitFunctions.put(call.site, name);
            case SIGNAL, TIMER -> {
                ProcessInstance handler = call.state.process.process().child(call.site, 1, ProcessInstance.Role.HANDLER);
                Value signal = call.valueOrNull(calls.signal());
                Long number = signal != null && ValueRanges.isExact(signal, call.state) ? ValueRanges.exact(signal, call.state) : null;
                log.add(new Event.InstalledHandler(call.site, call.state.process, name, number, handler));
                // In a loop without a count it is installed for others, too.
                exploration.enter(name, call.site, call.state, handler, number == null || call.repeats ? null : new Value.Number(number),
                        Set.of());
            }
            case THREAD, CHILD, NOW -> {
                ProcessInstance thread = calls.time() == Effect.CallTime.NOW
                        ? call.state.process
                        : call.state.process.process().child(call.site, 1, ProcessInstance.Role.THREAD);
                Value argument = call.valueOrNull(calls.argument());
                if (thread != call.state.process) {
                    call.state.acquire(new SyncObject.Start(thread));
                }
                List<Value> handed = exploration.captures().values(function, call.site, call.state);
                if (argument != null) {
                    handed.add(argument);
                }
                Set<Symbol> received = thread != call.state.process && call.repeats ? ThreadHandover.handles(handed, call.state) : Set.of();
                exploration.enter(name, call.site, call.state, thread, argument, received);
                handed.forEach(value -> exploration.handles().escape(value, call.state));
            }
        }
    }

    /** The disjuncts after a call that may fork or end the process; each with the call's result in {@link ModelledCall#result}. */
    List<CallOutcome> finish(ModelledCall call) {
        for (Effect effect : call.model.effects()) {
            if (effect instanceof Effect.EndsProcess(Effect.Ending ending, var condition) && call.mayHold(condition)) {
                end(call.site, call.state, ending == Effect.Ending.EXIT);
                if (call.truth(condition) == Truth.TRUE) {
                    return List.of();
                }
            }
        }
        if (isFatal(call)) {
            end(call.site, call.state, false);
            return List.of();
        }
        for (Effect effect : call.model.effects()) {
            if (effect instanceof Effect.Forks forks && call.mayHold(forks.condition())) {
                return fork(call);
            }
        }
        if (call.model.is(FunctionModel.Trait.NORETURN)) {
            return List.of();
        }
        return List.of(new CallOutcome(call.state, call.result(), null));
    }

    /**
     * Whether the process sends itself a signal that ends it: one that does so by default, and that it has given no other meaning; what has
     * got one by the time that a handler or thread runs is not known.
     */
    private boolean isFatal(ModelledCall call) {
        ProcessInstance.Role role = call.state.process.role();
        if (role == ProcessInstance.Role.HANDLER || role == ProcessInstance.Role.THREAD) {
            return false;
        }
        for (Effect.SendsSignal sent : call.model.all(Effect.SendsSignal.class)) {
            Value pid = call.valueOrNull(sent.pid());
            String signal = TextValues.nameOf(call.value(sent.signal()), call.state);
            if (pid instanceof Value.Symbolic(Symbol.ProcessId(ProcessInstance process), long offset) && offset == 0
                    && process == call.state.process && signal != null && call.truth(sent.condition()) == Truth.TRUE
                    && !harmless.contains(signal)
                    && call.state.dispositions.view().getOrDefault(signal, DEFAULT_ACTION).split("/", 2)[0].equals(DEFAULT_ACTION)) {
                return true;
            }
        }
        return false;
    }

    private List<CallOutcome> fork(ModelledCall call) {
        State parent = call.state;
        exploration.forkedAt(call.site);
        int visit = parent.children.view().keySet().stream().anyMatch(child -> child.origin() == call.site) ? LATER_VISIT : 1;
        ProcessInstance instance = parent.process.child(call.site, visit, ProcessInstance.Role.CHILD);
        log.add(new Event.Forked(call.site, parent.process, instance, HandleEffects.table(parent), call.repeats));
        if (parent.execFailed) {
            // It has fallen through into the code of its parent: that it forks there is told, what its children do only follows from it.
            return List.of();
        }
        State child = parent.copy();
        child.process = instance;
        child.execFailed = false;
        for (ProcessInstance sibling : child.children.view().keySet()) {
            child.children.remove(sibling);
        }
        for (Site site : child.losses.view().keySet()) {
            child.losses.remove(site);
        }
        for (Access.Key access : child.accesses.view().keySet()) {
            child.accesses.remove(access);
        }
        for (SyncObject token : child.given.view().keySet()) {
            child.given.remove(token);
        }
        child.acquire(new SyncObject.Start(instance));
        parent.release(new SyncObject.Start(instance));
        parent.children.put(instance, true);
        List<CallOutcome> outcomes = new ArrayList<>();
        if (call.result() instanceof Value.Symbolic(Symbol pid, long ignored)) {
            parent.ranges.put(pid, Range.of(-1, Integer.MAX_VALUE).satisfying(Expression.BinaryOperator.NOT_EQUAL, 0));
            outcomes.add(new CallOutcome(parent, call.result(), null));
            child.ranges.put(pid, Range.exactly(0));
            outcomes.add(new CallOutcome(child, call.result(), null));
        }
        return outcomes;
    }

    /** The process ends: functions registered for exit run, what is still open is noted. */
    void end(Site site, State state, boolean runsExitFunctions) {
        if (runsExitFunctions) {
            for (Map.Entry<Site, String> entry : state.exitFunctions.view().entrySet()) {
                exploration.enter(entry.getValue(), entry.getKey(), state, state.process, null, Set.of());
            }
        }
        log.add(new Event.Ended(site, state.process, HandleEffects.table(state), HandleEffects.children(state),
                state.assumedFailure != null));
        for (State.Loss loss : state.losses.view().values()) {
            log.add(loss.event(state.process, Event.Consequence.ENDS));
        }
        state.release(new SyncObject.End(state.process));
        exploration.flushAccesses(state);
    }
}
