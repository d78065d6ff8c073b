package io.github.ipclint.engine;

import io.github.ipclint.model.Effect;
import io.github.ipclint.model.HandleKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pipes and FIFOs that a call such as {@code poll} waits for, as far as the table of descriptors that it is given is known. */
final class PolledHandles {
    /** Tables longer than this are filled by loops, and known in part only. */
    private static final long MAX_TABLE = 16;

    /** A socket whose peer has closed it counts as readable; a pipe says that it has been hung up, and nothing else. */
    private static final Set<String> HUNG_UP =
            Set.of(HandleKind.PIPE_READ_END.word(), HandleKind.DESCRIPTOR.word(), HandleKind.FILE.word());

    private PolledHandles() {}

    /** Each with the cell where the call says what it has found. */
    static Map<Symbol, Location> of(ModelledCall call) {
        Map<Symbol, Location> polled = new LinkedHashMap<>();
        for (Effect.Awaits awaits : call.model.all(Effect.Awaits.class)) {
            Value count = call.value(awaits.count());
            if (call.cell(awaits.slot()) instanceof Location.Field(Location entry, String slot)
                    && call.cell(awaits.found()) instanceof Location.Field(Location ignored, String found)
                    && count instanceof Value.Number(long entries) && entries <= MAX_TABLE) {
                for (long at = 0; at < entries; at++) {
                    Location here = entry.shifted(at, true);
                    Value value = call.state.memory.get(new Location.Field(here, slot));
                    if (value instanceof Value.Symbolic(Symbol symbol, long offset) && offset == 0
                            && isHungUp(call.state.handles.get(symbol))) {
                        polled.put(symbol, new Location.Field(here, found));
                    }
                }
            }
        }
        return polled;
    }

    private static boolean isHungUp(@Nullable HandleState handle) {
        return handle != null && handle.isOpen() && handle.access() == HandleState.Access.READ && HUNG_UP.contains(handle.kind());
    }

    /** The call has returned at once: at least one of the handles is at its end, which the call says so. */
    static void tell(ModelledCall call, Symbol result) {
        State state = call.state;
        for (Map.Entry<Symbol, Location> entry : of(call).entrySet()) {
            boolean ended = state.attempts.view().values().stream().anyMatch(attempt -> attempt.isQueuedFor(entry.getKey()));
            for (Effect.Awaits awaits : ended ? call.model.all(Effect.Awaits.class) : List.<Effect.Awaits>of()) {
                state.memory.put(entry.getValue(), call.value(awaits.ended()));
                state.ranges.put(result, Range.of(1, Long.MAX_VALUE));
            }
        }
    }
}
