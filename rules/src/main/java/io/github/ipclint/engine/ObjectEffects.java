package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Namespace;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Effects of a modelled call on kernel objects: names, creation, removal, size, mapping. */
final class ObjectEffects {
    private final EventLog log;

    ObjectEffects(EventLog log) {
        this.log = log;
    }

    /** Removals and sizes, which need the handles as they were before the call. */
    void before(ModelledCall call) {
        for (Effect effect : call.model.effects()) {
            switch (effect) {
                case Effect.Removes removes when call.mayHold(removes.condition()) -> remove(call, removes);
                case Effect.Sizes(Expression slot, Expression size, var condition) when call.mayHold(condition) && !call.isResult(slot) ->
                        size(call, slot, size);
                case Effect.Transfers transfer when call.mayHold(transfer.condition()) -> transfer(call, transfer);
                default -> {}
            }
        }
    }

    /** Names, creations and mappings of what the call has just made. */
    void after(ModelledCall call) {
        for (Effect effect : call.model.effects()) {
            switch (effect) {
                case Effect.Names names when call.mayHold(names.condition()) -> name(call, names);
                case Effect.Names names when creation(call, names.slot()) != null -> createAnonymous(call, names);
                case Effect.Maps maps when call.mayHold(maps.condition()) -> map(call, maps);
                default -> {}
            }
        }
    }

    private void name(ModelledCall call, Effect.Names names) {
        Value value = call.value(names.value());
        Symbol symbol = call.handle(names.slot());
        if (symbol == null && call.isResult(names.slot()) && call.result() instanceof Value.Symbolic(Symbol own, long ignored)) {
            symbol = own;
        }
        KernelObject object =
                object(names.namespace(), value, symbol == null ? new Symbol.Delivered(call.site, "object", 1) : symbol, call.state);
        HandleState handle = symbol == null ? null : call.state.handles.get(symbol);
        if (symbol != null && handle != null) {
            call.state.handles.put(symbol, handle.withObject(object));
        }
        Effect.Creates creation = creation(call, names.slot());
        boolean creates = creation != null;
        HandleState.Access access = handle == null ? HandleState.Access.UNKNOWN : handle.access();
        boolean waits = call.model.all(Effect.Blocks.class).stream()
                .anyMatch(blocks -> blocks.reason() == Effect.BlockReason.PEER_OPEN && call.mayHold(blocks.condition()));
        boolean exclusive =
                creation != null && creation.exclusive() != null && ValueRanges.isExact(call.value(creation.exclusive()), call.state)
                        && ValueRanges.exact(call.value(creation.exclusive()), call.state) != 0;
        if (exclusive) {
            call.state.acquire(new SyncObject.Creator(object));
        }
        Long size = creation == null ? sizeOf(call, names.slot()) : exactOrNull(call, creation.size());
        log.add(new Event.TouchedObject(
                call.site, call.state.process, object, creates ? Event.ObjectUse.CREATE : Event.ObjectUse.OPEN, access, size, symbol,
                exclusive, waits, call.model));
    }

    /** As with IPC_PRIVATE: the object has no name, only the handle that the call delivers. */
    private void createAnonymous(ModelledCall call, Effect.Names names) {
        Symbol symbol = call.handle(names.slot());
        HandleState handle = symbol == null ? null : call.state.handles.get(symbol);
        if (symbol == null || handle == null) {
            return;
        }
        KernelObject object = new KernelObject(names.namespace(), null, symbol);
        call.state.handles.put(symbol, handle.withObject(object));
        log.add(touched(call, object, Event.ObjectUse.CREATE, sizeOf(call, names.slot()), symbol));
    }

    private @Nullable Long sizeOf(ModelledCall call, Expression slot) {
        for (Effect.Sizes sizes : call.model.all(Effect.Sizes.class)) {
            if (sizes.slot().equals(slot) && call.mayHold(sizes.condition())) {
                return exactOrNull(call, sizes.size());
            }
        }
        return null;
    }

    private static @Nullable Long exactOrNull(ModelledCall call, @Nullable Expression expression) {
        if (expression == null) {
            return null;
        }
        Value value = call.value(expression);
        return ValueRanges.isExact(value, call.state) ? ValueRanges.exact(value, call.state) : null;
    }

    /** Nothing is made of size 0: who asks for that takes what is there. */
    private static Effect.@Nullable Creates creation(ModelledCall call, Expression slot) {
        return call.model.all(Effect.Creates.class).stream()
                .filter(creates -> creates.slot().equals(slot) && call.truth(creates.condition()) == Truth.TRUE
                        && !Objects.equals(exactOrNull(call, creates.size()), 0L))
                .findFirst()
                .orElse(null);
    }

    /** What a name says; one that does not fold is nobody else's as far as we know, and is told by the call that uses it. */
    private static KernelObject object(Namespace namespace, Value value, Symbol identity, State state) {
        String name = TextValues.nameOf(value, state);
        return name == null
                ? new KernelObject(namespace, String.valueOf(Value.Text.HOLE), identity)
                : new KernelObject(namespace, name, null);
    }

    private void remove(ModelledCall call, Effect.Removes removes) {
        KernelObject object = null;
        Symbol symbol = null;
        if (removes.slot() != null) {
            symbol = call.handle(removes.slot());
            HandleState handle = symbol == null ? null : call.state.handles.get(symbol);
            object = handle == null ? null : handle.object();
        } else if (removes.namespace() != null && removes.value() != null) {
            object = object(removes.namespace(), call.value(removes.value()), new Symbol.Delivered(call.site, "object", 1), call.state);
        }
        if (object == null) {
            if (removes.namespace() == null) {
                return;
            }
            object = new KernelObject(removes.namespace(), null, null);
        }
        log.add(touched(call, object, Event.ObjectUse.REMOVE, null, symbol));
    }

    private void size(ModelledCall call, Expression slot, Expression size) {
        Symbol symbol = call.handle(slot);
        HandleState handle = symbol == null ? null : call.state.handles.get(symbol);
        if (handle == null || symbol == null) {
            return;
        }
        call.state.handles.put(symbol, handle.withFacts(Set.of(Effect.Fact.SIZED)));
        if (handle.object() != null) {
            log.add(touched(call, handle.object(), Event.ObjectUse.SIZE, exactOrNull(call, size), symbol));
        }
    }

    private void transfer(ModelledCall call, Effect.Transfers transfer) {
        Symbol symbol = call.handle(transfer.slot());
        HandleState handle = symbol == null ? null : call.state.handles.get(symbol);
        if (handle != null && handle.object() != null) {
            log.add(touched(
                    call, handle.object(), transfer.direction() == Effect.Direction.IN ? Event.ObjectUse.READ : Event.ObjectUse.WRITE,
                    exactOrNull(call, transfer.length()), symbol));
        }
    }

    private void map(ModelledCall call, Effect.Maps maps) {
        Symbol source = maps.handle() == null ? null : call.handle(maps.handle());
        HandleState handle = source == null ? null : call.state.handles.get(source);
        if (!(call.result() instanceof Value.Symbolic(Symbol mapping, long ignored))) {
            return;
        }
        KernelObject object = handle != null && handle.object() != null
                ? handle.object()
                : new KernelObject(Namespace.POSIX_SHM, null, source != null && handle != null ? handle.origin() : mapping);
        Long length = exactOrNull(call, maps.length());
        call.state.handles.put(
                mapping,
                new HandleState(
                        Handles.MAPPING, mapping, HandleState.Status.OPEN, HandleState.NO_NUMBER, call.outcomes.canFail() ? mapping : null,
                        HandleState.Access.UNKNOWN, Set.of(), object, call.site, null, false));
        log.add(touched(call, object, Event.ObjectUse.MAP, length, source));
    }

    private static Event.TouchedObject touched(ModelledCall call, KernelObject object, Event.ObjectUse use, @Nullable Long size,
            @Nullable Symbol symbol) {
        HandleState handle = symbol == null ? null : call.state.handles.get(symbol);
        HandleState.Access access = handle == null ? HandleState.Access.UNKNOWN : handle.access();
        return new Event.TouchedObject(call.site, call.state.process, object, use, access, size, symbol, false, false, call.model);
    }
}
