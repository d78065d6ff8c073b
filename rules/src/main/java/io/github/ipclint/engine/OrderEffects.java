package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Place;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.HandleKind;
import org.jspecify.annotations.Nullable;

/** Acquire and release of sync objects. */
final class OrderEffects {
    private OrderEffects() {}

    static void apply(ModelledCall call) {
        for (Effect effect : call.model.effects()) {
            switch (effect) {
                case Effect.OrdersBefore(Expression object, var condition) when call.mayHold(condition) -> {
                    SyncObject sync = object(call, object);
                    if (sync != null) {
                        call.state.release(sync);
                    }
                }
                case Effect.OrdersAfter(Expression object, var condition) when call.mayHold(condition) -> {
                    SyncObject sync = object(call, object);
                    if (sync != null) {
                        call.state.acquire(sync);
                    }
                }
                default -> {}
            }
        }
    }

    /**
     * {@code semid[sops->sem_num]}, a handle, or the address of a lock. {@code semid[n].zero} is a second object beside semaphore n and
     * counts below 0.
     */
    private static @Nullable SyncObject object(ModelledCall call, Expression slot) {
        return switch (slot) {
            case Expression.Read(Place.Field(Place.Element member, String ignored)) -> ofMember(call, member, true);
            case Expression.Read(Place.Element member) -> ofMember(call, member, false);
            default -> ofHandle(call, call.value(slot), 0);
        };
    }

    private static @Nullable SyncObject ofMember(ModelledCall call, Place.Element member, boolean second) {
        Value index = call.value(member.index());
        long number = ValueRanges.isExact(index, call.state) ? ValueRanges.exact(index, call.state) : 0;
        Expression base = member.base() instanceof Place.Dereference(Expression pointer) ? pointer : new Expression.Read(member.base());
        return ofHandle(call, call.value(base), second ? -1 - number : number);
    }

    private static @Nullable SyncObject ofHandle(ModelledCall call, Value value, long number) {
        Symbol symbol = Handles.symbolOf(value, call.state);
        HandleState handle = symbol == null ? null : call.state.handles.get(symbol);
        if (handle != null && !handle.kind().equals(Handles.MAPPING)) {
            if (handle.object() != null) {
                return new SyncObject.Channel(handle.object(), number);
            }
            boolean pair = handle.kind().equals(HandleKind.PIPE_READ_END.word())
                    || handle.kind().equals(HandleKind.PIPE_WRITE_END.word())
                    || handle.kind().equals(HandleKind.SOCKET_END.word());
            if (pair && handle.origin() instanceof Symbol.Delivered(Site site, String ignored, int copy)) {
                return new SyncObject.Description(site, copy);
            }
            return new SyncObject.Unknown(handle.origin());
        }
        Location target = Evaluator.target(value);
        if (target != null) {
            Symbol mapping = Evaluator.mappingOf(target, call.state);
            HandleState shared = mapping == null ? null : call.state.handles.get(mapping);
            if (shared != null && shared.object() != null) {
                return new SyncObject.Channel(shared.object(), target.withinRoot().hashCode());
            }
            return new SyncObject.Memory(target);
        }
        return null;
    }
}
