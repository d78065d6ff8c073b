package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Fact;
import io.github.ipclint.model.Effect.Need;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a modelled call needs of its handles, before anything changes. */
final class HandleUses {
    private final EventLog log;
    private final UncheckedResults unchecked;

    HandleUses(EventLog log, UncheckedResults unchecked) {
        this.log = log;
        this.unchecked = unchecked;
    }

    void log(ModelledCall call) {
        for (Effect effect : call.model.effects()) {
            switch (effect) {
                case Effect.Uses(Expression slot, Set<Need> needs, var condition) when call.mayHold(condition) ->
                        logUse(call, slot, call.truth(condition) == Truth.TRUE ? needs : Set.of(), false);
                case Effect.Transfers transfer when call.mayHold(transfer.condition()) -> logTransfer(call, transfer);
                case Effect.OrdersAfter(Expression object, var condition) when call.mayHold(condition) -> synchronize(call, object);
                case Effect.OrdersBefore(Expression object, var condition) when call.mayHold(condition) -> synchronize(call, object);
                case Effect.Releases(Expression slot, var kind, var condition) when !HandleEffects.isMemory(kind)
                        && call.mayHold(condition) ->
                        logUse(call, slot, Set.of(), true);
                case Effect.Duplicates(Expression from, var to, var at, var condition) when call.mayHold(condition) -> {
                    logUse(call, from, Set.of(), false);
                    replace(call, at);
                }
                default -> {}
            }
        }
    }

    private void synchronize(ModelledCall call, Expression object) {
        if (!call.model.has(Effect.Releases.class)) {
            unchecked.use(call.value(object), ResultLog.Purpose.HANDLE, call.site, call.state);
        }
    }

    /** The number that a copy shall have may be that of a closed descriptor, but not a failure value. */
    private void replace(ModelledCall call, @Nullable Expression at) {
        if (at != null) {
            unchecked.use(call.value(at), ResultLog.Purpose.HANDLE, call.site, call.state);
        }
        if (call.valueOrNull(at) instanceof Value.Symbolic number && HandleEffects.numberOf(number, call.state) < 0) {
            StandardSlots.reuseClosed(call.state);
        }
    }

    private void logUse(ModelledCall call, Expression slot, Set<Need> needs, boolean release) {
        Value value = call.value(slot);
        State state = call.state;
        Symbol symbol = Handles.symbolOf(value, state);
        Symbol origin = symbol != null ? symbol : value instanceof Value.Symbolic(Symbol other, long ignored) ? other : null;
        HandleState handle = symbol == null ? null : state.handles.get(symbol);
        log.add(new Event.Used(call.site, state.process, symbol, handle, needs, release, validity(value, origin, handle, state),
                symbol != null && needs.contains(Need.BOUND) ? state.unconfirmed(symbol, Fact.BOUND) : null,
                symbol == null ? null : failedBefore(symbol, needs, state)));
        boolean closed = handle != null && handle.isClosed();
        // Whoever names a copy by the number that dup2 gave it does not rely on the result.
        boolean byNumber = value instanceof Value.Number && handle != null && handle.guard() == null;
        if (!release && !closed && origin != null && !byNumber) {
            unchecked.use(Value.of(origin), ResultLog.Purpose.HANDLE, call.site, state);
        }
    }

    /** The call that was to bring the socket into the phase that is needed now. */
    private static @Nullable Site failedBefore(Symbol symbol, Set<Need> needs, State state) {
        Fact fact = needs.contains(Need.BOUND) ? Fact.BOUND
                : needs.contains(Need.LISTENING) ? Fact.LISTENING
                        : needs.contains(Need.READABLE) || needs.contains(Need.WRITABLE) ? Fact.CONNECTED : null;
        return fact == null ? null : state.failedToGive(symbol, fact);
    }

    private Event.Validity validity(Value value, @Nullable Symbol origin, @Nullable HandleState handle, State state) {
        if (value instanceof Value.Number(long number) && number < 0) {
            return Event.Validity.FAILED;
        }
        return unchecked.validity(handle != null ? handle.guard() : origin, state);
    }

    private void logTransfer(ModelledCall call, Effect.Transfers transfer) {
        Need need = transfer.direction() == Effect.Direction.IN ? Need.READABLE : Need.WRITABLE;
        logUse(call, transfer.slot(), Set.of(need), false);
        Symbol symbol = call.handle(transfer.slot());
        if (symbol == null) {
            return;
        }
        HandleState handle = call.state.handles.get(symbol);
        if (handle == null || handle.isClosed()) {
            return;
        }
        boolean blocking = !handle.is(Fact.NONBLOCKING)
                && call.model.all(Effect.Blocks.class).stream().anyMatch(blocks -> call.mayHold(blocks.condition()));
        log.add(new Event.Transferred(
                call.site, call.state.process, transfer.direction(), symbol, handle, HandleEffects.table(call.state),
                HandleEffects.children(call.state), blocking,
                call.repeats));
    }
}
