package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Fact;
import io.github.ipclint.model.Effect.Need;
import io.github.ipclint.model.HandleKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Effects of a modelled call on the descriptor table. */
final class HandleEffects {
    /** The lowest descriptor that is none of the standard ones. */
    private static final long FIRST_OTHER = 3;

    /** Numbers above this are no plan of anybody's. */
    private static final long MAX_NUMBER = 1024;

    /** Descriptors that a program takes so that nobody else gets them have numbers below this one. */
    private static final long RESERVED = 16;

    private final Handles handles;
    private final EventLog log;

    HandleEffects(Handles handles, EventLog log) {
        this.handles = handles;
        this.log = log;
    }

    static Map<Symbol, HandleState> table(State state) {
        return state.handles.view();
    }

    static Set<ProcessInstance> children(State state) {
        return state.children.view().keySet();
    }

    /** Changes the table. */
    void apply(ModelledCall call) {
        for (Effect effect : call.model.effects()) {
            switch (effect) {
                case Effect.Releases(Expression slot, var kind, var condition) when !isMemory(kind) && call.mayHold(condition) ->
                        release(call, slot);
                case Effect.ReleasesRange range when call.mayHold(range.condition()) -> releaseRange(call, range.low());
                case Effect.Unmaps(Expression address, var length, var condition) when call.mayHold(condition) -> unmap(call, address);
                default -> {}
            }
        }
        for (Effect effect : call.model.effects()) {
            switch (effect) {
                case Effect.Acquires acquires when call.mayHold(acquires.condition()) -> acquire(call, acquires);
                case Effect.Duplicates duplicates when call.mayHold(duplicates.condition()) -> duplicate(call, duplicates);
                case Effect.View(Expression result, Expression of, var condition) when call.mayHold(condition) ->
                        call.store(result, call.value(of));
                default -> {}
            }
        }
        for (Effect effect : call.model.effects()) {
            switch (effect) {
                case Effect.Uses(Expression slot, Set<Need> needs, var condition) when needs.contains(Need.LISTENING)
                        && call.truth(condition) == Truth.TRUE -> become(call, slot, Set.of(Fact.STREAM, Fact.LISTENING));
                case Effect.Becomes(Expression slot, Set<Fact> facts, var condition) when call.truth(condition) == Truth.TRUE ->
                        become(call, slot, facts);
                case Effect.Becomes(Expression slot, Set<Fact> facts, var condition) when call.mayHold(condition)
                        && (facts.contains(Fact.CLOEXEC) || facts.contains(Fact.NONBLOCKING)) -> become(call, slot, facts);
                case Effect.Wraps(Expression outer, Expression inner, var condition) when call.mayHold(condition) ->
                        wrap(call, outer, inner);
                case Effect.Passes(Expression slot, var condition) when call.mayHold(condition) ->
                        handles.escape(call.value(slot), call.state);
                default -> {}
            }
        }
        // Last: by now the handle has what it takes over from whatever started it.
        call.model.all(Effect.Spawns.class).stream().filter(spawns -> call.mayHold(spawns.condition()))
                .forEach(spawns -> spawned(call, spawns));
    }

    private void release(ModelledCall call, Expression slot) {
        Value value = call.value(slot);
        Symbol symbol = Handles.symbolOf(value, call.state);
        if (!(value instanceof Value.Number) && (symbol == null || !call.state.handles.contains(symbol))) {
            StandardSlots.doubt(call.state);
        }
        if (symbol == null || (call.state.handles.get(symbol) == null && !(value instanceof Value.Symbolic))) {
            return;
        }
        HandleState handle = call.state.handles.get(symbol);
        if (handle == null && ValueRanges.rangeOf(call.state, value).isWithin(Range.of(Long.MIN_VALUE, -1))) {
            return;
        }
        Handles.release(symbol, call.site, call.state);
        releaseUnderWrappers(handle, call.state);
        if (call.repeats || !call.state.rounds.view().isEmpty()) {
            // The number may be what a loop counts with: one of all there are, or of those that select named in this round.
            StandardSlots.reuseClosed(call.state);
        }
        HandleState closed = call.state.handles.get(symbol);
        boolean isSlot = symbol instanceof Symbol.StandardSlot;
        if (!isSlot && !call.state.memory.isHeld(symbol)) {
            call.state.handles.remove(symbol);
        } else if (closed != null) {
            // After a failed close nobody knows whether the descriptor is still there (close(2)).
            call.state.change(call.site, symbol, closed.uncertain(), closed);
        }
    }

    /** A stream whose descriptor is closed without it holds memory, and no descriptor any more. */
    private static void releaseUnderWrappers(@Nullable HandleState closed, State state) {
        if (closed == null || !closed.escaped() || !Handles.isDescriptor(closed.kind())) {
            return;
        }
        List<Symbol> streams = state.handles.view().entrySet().stream()
                .filter(entry -> entry.getValue().isOpen() && isWrapper(entry.getValue(), closed)).map(Map.Entry::getKey).toList();
        List<Site> lost = state.losses.view().entrySet().stream()
                .filter(entry -> isWrapper(entry.getValue().handle(), closed)).map(Map.Entry::getKey).toList();
        if (streams.size() + lost.size() == 1) {
            // Of several, some are on duplicates of the descriptor.
            streams.forEach(symbol -> state.handles.put(symbol, Objects.requireNonNull(state.handles.get(symbol)).asEscaped()));
            lost.forEach(state.losses::remove);
        }
    }

    private static boolean isWrapper(HandleState handle, HandleState inner) {
        return handle.origin().equals(inner.origin()) && !Handles.isDescriptor(handle.kind());
    }

    /** Which handles lie in a range is known only where it begins behind the standard descriptors. */
    private void releaseRange(ModelledCall call, Expression low) {
        Range first = ValueRanges.rangeOf(call.state, call.value(low));
        boolean all = first.high() <= FIRST_OTHER;
        for (Symbol symbol : call.state.handles.view().keySet()) {
            HandleState handle = call.state.handles.get(symbol);
            if (handle != null && handle.isOpen() && Handles.isDescriptor(handle.kind()) && (handle.number() < 0 || handle.number() > 2)) {
                call.state.handles.put(symbol, all ? handle.closed(call.site).asEscaped() : handle.uncertain());
            }
        }
    }

    private void unmap(ModelledCall call, Expression address) {
        if (call.value(address) instanceof Value.Symbolic(Symbol symbol, long ignored)) {
            HandleState handle = call.state.handles.get(symbol);
            if (handle != null && handle.kind().equals(Handles.MAPPING)) {
                call.state.handles.put(symbol, handle.closed(call.site));
            }
        }
    }

    /** No rule judges the life of heap memory; to follow it would only tell states apart. */
    static boolean isMemory(@Nullable String kind) {
        return HandleKind.MEMORY.word().equals(kind);
    }

    private void acquire(ModelledCall call, Effect.Acquires acquires) {
        boolean result = call.isResult(acquires.slot());
        Location cell = call.cell(acquires.slot());
        if (isMemory(acquires.kind())) {
            if (result && call.result() instanceof Value.Symbolic(Symbol object, long ignored)) {
                handles.renewObject(object, call.state);
            } else if (!result) {
                call.store(acquires.slot(), Value.of(handles.fresh(call.site, acquires.slot().toString(), call.state)));
            }
            return;
        }
        if (call.isRefused()) {
            return;
        }
        Symbol symbol = result && call.result() instanceof Value.Symbolic(Symbol own, long ignored)
                ? own
                : handles.fresh(call.site, acquires.slot().toString(), call.state);
        Symbol guard = call.outcomes.canFail() && call.result() instanceof Value.Symbolic(Symbol own, long ignored) ? own : null;
        HandleState handle = new HandleState(
                acquires.kind(),
                symbol,
                HandleState.Status.OPEN,
                HandleState.NO_NUMBER,
                guard,
                Handles.access(call.valueOrNull(acquires.mode()), acquires.kind(), call.state),
                Set.of(),
                null,
                call.site,
                null,
                (!result && cell == null) || call.truth(acquires.condition()) == Truth.UNKNOWN);
        handles.acquire(symbol, handle, call.site, call.state);
        if (!result) {
            call.state.ranges.put(symbol, Range.of(0, Long.MAX_VALUE));
            Value old = cell == null ? null : call.state.memory.get(cell);
            call.store(acquires.slot(), Value.of(symbol));
            handles.overwritten(old, call.site, call.state);
        }
    }

    private void duplicate(ModelledCall call, Effect.Duplicates duplicates) {
        Symbol from = call.handle(duplicates.from());
        State state = call.state;
        Value at = call.valueOrNull(duplicates.at());
        HandleState source = from == null ? null : state.handles.get(from);
        if (source == null && from != null) {
            source = Handles.external(from);
        }
        Symbol replaced = at == null ? null : Handles.symbolOf(at, state);
        if (from != null && from.equals(replaced)) {
            call.store(duplicates.to(), Value.of(from));
            return;
        }
        int number = numberOf(at, state);
        if (replaced != null && state.handles.contains(replaced)) {
            Handles.release(replaced, call.site, state);
        }
        if (source == null || source.isClosed()) {
            if (number >= 0 && call.result() instanceof Value.Symbolic(Symbol own, long ignored)) {
                state.handles.put(own, Handles.external(own).withNumber(number));
            }
            return;
        }
        if (call.result() instanceof Value.Symbolic(Symbol own, long ignored)) {
            boolean guarded = call.outcomes.canFail() && at == null;
            HandleState made = source.duplicate(number, guarded ? own : null, call.site);
            // Whoever chooses the number knows it: the copy is not lost with the result.
            boolean known = at != null || call.truth(duplicates.condition()) == Truth.UNKNOWN;
            HandleState copy = known ? made.asEscaped() : made;
            reserve(from, at, source, state);
            handles.acquire(own, copy, call.site, state);
            if (at instanceof Value.Symbolic(Symbol target, long offset) && offset == 0 && number < 0) {
                // dup2 onto a descriptor in a variable: that variable now names the copy.
                state.handles.put(target, copy);
                state.handles.remove(own);
                call.setResult(at);
            }
        }
    }

    /** {@code while (fd < 3) fd = dup(fd)}: one that was found too low keeps its place on purpose. */
    private static void reserve(@Nullable Symbol low, @Nullable Value at, HandleState handle, State state) {
        if (low != null && at == null && state.rangeOf(low).high() < RESERVED) {
            state.handles.put(low, handle.asEscaped());
        }
    }

    static int numberOf(@Nullable Value at, State state) {
        Range range = at == null ? Range.NONE : ValueRanges.rangeOf(state, at);
        return range.isExact() && range.low() >= 0 && range.low() < MAX_NUMBER ? (int) range.low() : HandleState.NO_NUMBER;
    }

    private void become(ModelledCall call, Expression slot, Set<Fact> facts) {
        Symbol symbol = call.handle(slot);
        if (symbol == null && call.value(slot) instanceof Value.Symbolic(Symbol other, long ignored)) {
            symbol = other;
        }
        HandleState handle = symbol == null ? null : call.state.handles.get(symbol);
        if (symbol == null) {
            return;
        }
        HandleState before = handle == null ? Handles.external(symbol) : handle;
        if (call.isResult(slot)) {
            call.state.handles.put(symbol, before.withFacts(facts));
        } else {
            call.state.change(call.site, symbol, before, before.withFacts(facts));
        }
    }

    private void spawned(ModelledCall call, Effect.Spawns spawns) {
        Symbol symbol = call.handle(spawns.slot());
        HandleState handle = symbol == null ? null : call.state.handles.get(symbol);
        if (symbol != null && handle != null) {
            log.add(new Event.Spawned(call.site, call.state.process, symbol, handle,
                    TextValues.wordsOf(call.valueOrNull(spawns.command()), call.state)));
        }
    }

    private void wrap(ModelledCall call, Expression outer, Expression inner) {
        Symbol symbol = call.handle(inner);
        HandleState handle = symbol == null ? null : call.state.handles.get(symbol);
        if (symbol == null || handle == null) {
            return;
        }
        Symbol wrapper = call.handle(outer);
        HandleState outerHandle = wrapper == null ? null : call.state.handles.get(wrapper);
        if (wrapper != null && outerHandle != null) {
            call.state.handles.put(
                    wrapper,
                    new HandleState(
                            outerHandle.kind(), handle.origin(), outerHandle.status(), handle.number(), outerHandle.guard(),
                            handle.access(), handle.facts(), handle.object(), outerHandle.acquiredAt(), null, outerHandle.escaped()));
        } else {
            // A wrapper that is no handle of its own is another name of what it wraps: closing it closes that.
            call.store(outer, Value.of(symbol));
            return;
        }
        call.state.handles.put(symbol, handle.asEscaped());
    }

    /** Handles of a kind that say which object is meant, for effects that only have the handle. */
    static boolean isIdentifier(HandleState handle) {
        return HandleKind.of(handle.kind()).map(HandleKind::isIdentifier).orElse(false);
    }

    static List<HandleState> open(Map<Symbol, HandleState> table) {
        return table.values().stream().filter(HandleState::isOpen).toList();
    }
}
