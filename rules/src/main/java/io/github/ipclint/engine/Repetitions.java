package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.BlockReason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one primitive behind the rules on spinning: a call reached again by a path on which its own last outcome (end of file, stuck
 * failure) is unchanged, nothing in between having blocked or reopened.
 */
final class Repetitions {
    private static final long BAD_DESCRIPTOR = 9;

    private final EventLog log;

    Repetitions(EventLog log) {
        this.log = log;
    }

    /** The call is about to happen (again). */
    void arrive(ModelledCall call, boolean repeats) {
        State state = call.state;
        State.Attempt attempt = state.attempts.get(call.site);
        Symbol handle = slotHandle(call);
        if (attempt != null && repeats && !attempt.intervened() && sameHandle(attempt.handle(), handle)) {
            HandleState handleState = handle == null ? null : state.handles.get(handle);
            Event.Repetition repetition = repetition(call, attempt, handleState);
            if (repetition != null) {
                log.add(new Event.Repeated(call.site, state.process, repetition, handleState, call.model));
            }
        }
        if (blocks(call)) {
            for (Map.Entry<Site, State.Attempt> entry : state.attempts.view().entrySet()) {
                State.Attempt other = entry.getValue();
                if (entry.getKey() != call.site && !other.intervened()) {
                    state.attempts.put(entry.getKey(), new State.Attempt(other.result(), other.errno(), other.handle(), true));
                }
            }
        }
    }

    /** The call happens: this is its latest attempt. */
    void attempt(ModelledCall call, Symbol result) {
        if (isTracked(call)) {
            call.state.attempts.put(call.site, new State.Attempt(result, call.state.errno, slotHandle(call), false));
        }
    }

    private static boolean sameHandle(@Nullable Symbol before, @Nullable Symbol now) {
        return before == null ? now == null : before.equals(now);
    }

    /** Calls that wait on a handle and tell end of file or failure by their result. */
    private static boolean isTracked(ModelledCall call) {
        return call.model.all(Effect.Blocks.class).stream().anyMatch(blocks -> blocks.reason() == BlockReason.SLOT && blocks.slot() != null)
                && (call.outcomes.canFail() || call.model.has(Effect.Transfers.class));
    }

    private static boolean blocks(ModelledCall call) {
        return call.model.all(Effect.Blocks.class).stream().anyMatch(blocks -> call.mayHold(blocks.condition()));
    }

    private static @Nullable Symbol slotHandle(ModelledCall call) {
        for (Effect.Blocks blocks : call.model.all(Effect.Blocks.class)) {
            if (blocks.slot() != null) {
                Value value = call.value(blocks.slot());
                return value instanceof Value.Symbolic(Symbol symbol, long ignored) ? symbol : Handles.symbolOf(value, call.state);
            }
        }
        return null;
    }

    private static Event.@Nullable Repetition repetition(ModelledCall call, State.Attempt attempt, @Nullable HandleState handle) {
        Range range = call.state.rangeOf(attempt.result());
        for (Effect.Transfers transfer : call.model.all(Effect.Transfers.class)) {
            long eof = eof(call, transfer.eof());
            boolean canEnd = transfer.direction() == Effect.Direction.IN && !isMessageQueue(handle);
            if (canEnd && handle != null && range.contains(eof) && !call.outcomes.failure().contains(eof)) {
                return Event.Repetition.END_OF_FILE;
            }
        }
        if (!call.outcomes.canFail() || !range.intersects(call.outcomes.failure())) {
            return null;
        }
        Range errno = attempt.errno() == null ? Range.ALL : call.state.rangeOf(attempt.errno());
        boolean stuck = call.outcomes.stuck().stream()
                .anyMatch(value -> errno.contains(value) && (value != BAD_DESCRIPTOR || mayBeBad(handle, call)));
        return stuck ? Event.Repetition.STUCK_FAILURE : null;
    }

    private static boolean mayBeBad(@Nullable HandleState handle, ModelledCall call) {
        Symbol guard = handle == null ? null : handle.guard();
        return guard != null && call.state.rangeOf(guard).contains(-1);
    }

    private static boolean isMessageQueue(@Nullable HandleState handle) {
        return handle != null && (HandleEffects.isIdentifier(handle) || handle.kind().equals(io.github.ipclint.model.HandleKind.MQ.word()));
    }

    private static long eof(ModelledCall call, @Nullable Expression eof) {
        if (eof == null) {
            return 0;
        }
        Value value = call.value(eof);
        return Evaluator.isExact(value, call.state) ? Evaluator.exact(value, call.state) : 0;
    }
}
