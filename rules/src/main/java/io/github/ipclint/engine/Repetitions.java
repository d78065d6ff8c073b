package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Type;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.BlockReason;
import io.github.ipclint.model.HandleKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one primitive behind the rules on spinning: a call reached again by a path on which its own last outcome (end of file, stuck
 * failure) is unchanged, nothing in between having blocked or reopened.
 */
final class Repetitions {
    /**
     * EBADF, EFAULT, EINVAL, EISDIR, ESPIPE, ENXIO, E2BIG, EACCES, ENOSYS, ENOTSOCK, EDESTADDRREQ, EMSGSIZE, EOPNOTSUPP, ENOTCONN: a call
     * that is right fails with none of them. EPIPE: the writer's business, a loop that only writes has a bound of its own.
     */
    private static final Set<Long> WRONG_ARGUMENT = Set.of(9L, 14L, 22L, 21L, 29L, 6L, 7L, 13L, 32L, 38L, 88L, 89L, 90L, 95L, 107L);

    private static final String DEVICES = "/dev/";

    private final EventLog log;
    /** Handles that go into sets to wait for, or are looked for in them. */
    private final Set<Symbol> selected = new HashSet<>();

    Repetitions(EventLog log) {
        this.log = log;
    }

    /** The call is about to happen (again). */
    void arrive(ModelledCall call, boolean repeats) {
        State state = call.state;
        Attempt attempt = state.attempts.get(call.site);
        Symbol handle = slotHandle(call);
        if (attempt != null) {
            log.results().again(call.site, state.rangeOf(attempt.result()), call.outcomes.failure());
        }
        if (attempt != null && repeats && isTracked(call) && !attempt.intervened() && sameHandle(attempt.handle(), handle)) {
            HandleState held = handle == null ? null : state.handles.get(handle);
            Site repeatedAt = repeatedAt(attempt, call);
            // Using what has been closed is another mistake, or the loop has a way of its own to notice.
            if (repeatedAt != null && (held == null || !held.isClosed())) {
                log(attempt, call, held, repeatedAt);
            }
        }
        if (call.model.has(Effect.Awaits.class)) {
            poll(call, repeats);
        } else {
            interruptOthers(call, handle, select(call) || awaitsSet(call));
        }
    }

    /** The call waits for some of the handles, unless one of them is at its end: where it has been so before, it returns at once for ever. */
    private void poll(ModelledCall call, boolean repeats) {
        State state = call.state;
        Set<Symbol> polled = PolledHandles.of(call).keySet();
        boolean blocks = blocks(call);
        for (Map.Entry<Site, Attempt> entry : state.attempts.view().entrySet()) {
            Attempt attempt = entry.getValue();
            Symbol symbol = attempt.handle();
            boolean ended = !attempt.intervened() && symbol != null && polled.contains(symbol) && attempt.endIsPlain(state);
            if (symbol != null && ended && attempt.isQueued() && repeats && !attempt.left()) {
                HandleState handle = state.handles.get(symbol);
                log.add(new Event.Repeated(entry.getKey(), state.process, Event.Repetition.END_OF_FILE, handle, call.model,
                        entry.getKey()));
            }
            if (ended) {
                state.attempts.put(entry.getKey(), attempt.asQueued());
            } else if (blocks && !attempt.intervened()) {
                state.attempts.put(entry.getKey(), attempt.interrupted());
            }
        }
    }

    /** Whether it puts a handle into a set to wait for, or looks for it in one: that does nothing to the handle, taking it out does. */
    private boolean select(ModelledCall call) {
        boolean puts = call.model.has(Effect.Passes.class) || call.model.has(Effect.ReadsMemory.class);
        for (Effect.Uses uses : puts ? call.model.all(Effect.Uses.class) : List.<Effect.Uses>of()) {
            if (uses.needs().contains(Effect.Need.SELECTABLE)) {
                Symbol handle = call.handle(uses.slot());
                if (handle != null) {
                    selected.add(handle);
                }
                return true;
            }
        }
        return false;
    }

    private void log(Attempt attempt, ModelledCall call, @Nullable HandleState handle, Site repeatedAt) {
        ProcessInstance process = call.state.process;
        if (attempt.mayHaveEnded(call.state)) {
            log.add(new Event.Repeated(call.site, process, Event.Repetition.END_OF_FILE, handle, call.model, repeatedAt));
        }
        if (attempt.mayBeStuck(call.state)) {
            log.add(new Event.Repeated(call.site, process, Event.Repetition.STUCK_FAILURE, handle, call.model, repeatedAt));
        }
    }

    /**
     * The call in the function that has the loop, or that tells nobody; null where the looping function does not get the very result, but what
     * another one makes of it in words of its own.
     */
    private @Nullable Site repeatedAt(Attempt attempt, ModelledCall call) {
        Site told = log.results().deliveredTo(call.site);
        return !attempt.left() || (told == null && call.site.function().result().equals(Type.VOID)) ? call.site : told;
    }

    /** A call that blocks, or that looks at the same handle or moves it, makes the next outcome of another call a new one. */
    private static void interruptOthers(ModelledCall call, @Nullable Symbol waitsOn, boolean awaited) {
        State state = call.state;
        boolean blocks = blocks(call);
        Symbol handle = waitsOn != null || state.attempts.isEmpty() ? waitsOn : usedHandle(call);
        boolean transfers = call.model.has(Effect.Transfers.class);
        boolean asksForChild = call.model.has(Effect.Waits.class);
        if (!blocks && !asksForChild && (handle == null || transfers)) {
            return;
        }
        HandleState held = handle == null ? null : state.handles.get(handle);
        // Where receiving fails because the queue has been removed, sending fails as well, and neither waits.
        boolean ofQueue = held != null && held.kind().equals(HandleKind.SYSV_MSG.word());
        for (Map.Entry<Site, Attempt> entry : state.attempts.view().entrySet()) {
            Attempt other = entry.getValue();
            boolean looks = handle != null && !transfers && handle.equals(other.handle());
            boolean waits = blocks && !(ofQueue && Objects.equals(handle, other.handle()));
            boolean concerned = waits || looks || (asksForChild && isPaired(other, state));
            if (entry.getKey() != call.site && !other.intervened() && concerned) {
                state.attempts.put(entry.getKey(), awaited ? awaited(other, looks && puts(call), state) : other.interrupted());
            }
        }
    }

    /**
     * Something waits for the handle, or is going to, or has. A path that has found its end and asks to wait for it again does not wait.
     */
    private static Attempt awaited(Attempt attempt, boolean put, State state) {
        if (put && attempt.endIsPlain(state)) {
            return attempt.asQueued();
        }
        return attempt.isQueued() ? attempt : attempt.awaited(state);
    }

    /** Whether whoever writes what it reads may be a child: then the loop ends with the child. */
    private static boolean isPaired(Attempt attempt, State state) {
        HandleState handle = attempt.handle() == null ? null : state.handles.get(attempt.handle());
        return handle != null && Pair.of(handle).isPresent();
    }

    private static boolean puts(ModelledCall call) {
        return call.model.has(Effect.Passes.class);
    }

    /** Whether the call waits for one handle of a set that it is given, and fills; without one it only sleeps. */
    private static boolean awaitsSet(ModelledCall call) {
        return call.model.has(Effect.Blocks.class)
                && call.model.all(Effect.Blocks.class).stream()
                        .anyMatch(blocks -> blocks.reason() == BlockReason.SLOT && blocks.slot() == null)
                && call.model.all(Effect.FillsMemory.class).stream().anyMatch(set -> call.truth(set.condition()) == Truth.TRUE);
    }

    /** The path has compared the value with one that may be positive, or has given it away: what it does next may depend on it. */
    static void tested(Value value, State state) {
        for (Map.Entry<Site, Attempt> entry : state.attempts.view().entrySet()) {
            if (!entry.getValue().tested() && value.mentions(entry.getValue().result())) {
                state.attempts.put(entry.getKey(), entry.getValue().asTested());
            }
        }
    }

    /** Something has been stored that is not known, perhaps what the path has found out. */
    static void blur(State state) {
        for (Map.Entry<Site, Attempt> entry : state.attempts.view().entrySet()) {
            state.attempts.put(entry.getKey(), entry.getValue().noted());
        }
    }

    /** The call happens: this is its latest attempt. */
    void attempt(ModelledCall call, Symbol result) {
        PolledHandles.tell(call, result);
        if (isTracked(call)) {
            Symbol symbol = slotHandle(call);
            HandleState handle = symbol == null ? null : call.state.handles.get(symbol);
            call.state.attempts.put(
                    call.site,
                    new Attempt(result, call.state.errno, symbol, ending(call, handle), call.outcomes.failure(), stuck(call, handle),
                            false, false, symbol == null || !selected.contains(symbol), Attempt.Sight.CLEAR, Set.of()));
        }
    }

    /** The call has thrown: its result says nothing, but the exception may mean end of file, or a failure that stays. */
    static void threw(ModelledCall call, Set<String> types, State failed) {
        Attempt attempt = failed.attempts.get(call.site);
        if (attempt == null) {
            return;
        }
        Symbol symbol = slotHandle(call);
        HandleState handle = symbol == null ? null : failed.handles.get(symbol);
        boolean ended = canEnd(handle, call) && call.model.all(Effect.Transfers.class).stream().anyMatch(in -> throwsAtEnd(in, call));
        failed.attempts.put(call.site, attempt.thrown(ended, call.isRefused(), types));
    }

    /** An exception takes this edge: the state there; what the edge takes for certain the next ones of the same call do not get. */
    static State caught(Cfg.Edge edge, State underWay) {
        State caught = underWay.copy();
        String type = edge.exception();
        for (Map.Entry<Site, Attempt> entry : underWay.attempts.view().entrySet()) {
            Attempt attempt = entry.getValue();
            if (type != null && !type.equals(Cfg.Edge.EVERY_TYPE) && !attempt.told().isEmpty()) {
                caught.attempts.put(entry.getKey(), attempt.caughtAs(type));
                if (attempt.told().contains(type)) {
                    underWay.attempts.put(entry.getKey(), attempt.past());
                }
            }
        }
        return caught;
    }

    /** The model names the exception, which has no value, where other models say what the result is then. */
    private static boolean throwsAtEnd(Effect.Transfers in, ModelledCall call) {
        return in.eof() instanceof Expression.NamedConstant eof && !ValueRanges.isExact(call.value(eof), call.state);
    }

    private static boolean sameHandle(@Nullable Symbol before, @Nullable Symbol now) {
        return before == null ? now == null : before.equals(now) && !Handles.isOlder(before);
    }

    /** Calls that wait on a handle and tell end of file or failure by their result. */
    private static boolean isTracked(ModelledCall call) {
        return call.model.has(Effect.Blocks.class) && call.model.all(Effect.Blocks.class).stream()
                .anyMatch(blocks -> blocks.reason() == BlockReason.SLOT && blocks.slot() != null && !mayChange(call.value(blocks.slot())))
                && (call.outcomes.canFail() || call.model.has(Effect.Transfers.class) || call.isRefused());
    }

    /**
     * A loop that counts descriptors, such as from the first after the listening one, has another one in each round; so may one that takes
     * some element of a table.
     */
    private static boolean mayChange(Value descriptor) {
        return descriptor instanceof Value.Opaque || descriptor instanceof Value.Symbolic(Symbol ignored, long offset) && offset != 0;
    }

    private static boolean blocks(ModelledCall call) {
        return call.model.all(Effect.Blocks.class).stream()
                .anyMatch(blocks -> blocks.reason() != BlockReason.LOCK && call.mayHold(blocks.condition()));
    }

    private static @Nullable Symbol usedHandle(ModelledCall call) {
        for (Effect.Uses uses : call.model.all(Effect.Uses.class)) {
            Symbol symbol = call.handle(uses.slot());
            if (symbol != null) {
                return symbol;
            }
        }
        return null;
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

    private static Range ending(ModelledCall call, @Nullable HandleState handle) {
        boolean input = handle == null && StandardSlots.isInput(slotHandle(call));
        if (!input && !canEnd(handle, call)) {
            return Range.NONE;
        }
        // Files have the lines that were put into them; that those of a program's input or of a connection never end nobody has promised.
        boolean mayRunDry = call.outcomes.answers() && (handle == null || handle.object() == null);
        return call.model.all(Effect.Transfers.class).stream()
                .filter(transfer -> transfer.direction() == Effect.Direction.IN && !throwsAtEnd(transfer, call))
                .map(transfer -> eof(call, transfer.eof()))
                .filter(eof -> mayRunDry || !call.outcomes.failure().contains(eof))
                .map(Range::exactly)
                .reduce(Range.NONE, Range::hull);
    }

    private static boolean canEnd(@Nullable HandleState handle, ModelledCall call) {
        // Zero bytes are a datagram like any other.
        if (handle == null || handle.is(Effect.Fact.DATAGRAM) || !isMadeHere(handle) || isDevice(handle)) {
            return false;
        }
        boolean positional = handle.kind().equals(HandleKind.FILE.word()) && call.model.all(Effect.Becomes.class).stream()
                .noneMatch(becomes -> becomes.facts().contains(Effect.Fact.OFFSET_MOVED));
        return !positional;
    }

    /** Devices wait for more where files end. */
    private static boolean isDevice(HandleState handle) {
        String name = handle.object() == null ? null : handle.object().name();
        return name != null && name.startsWith(DEVICES);
    }

    /** A descriptor of unknown making may be one that never ends, or that fails with EAGAIN when nothing is left. */
    private static boolean isMadeHere(HandleState handle) {
        return handle.acquiredAt() != null || handle.origin() instanceof Symbol.StandardSlot;
    }

    /** The errors of the call that stay, but for those that only a wrong argument brings about, when the handle is known to be right. */
    private static Set<Long> stuck(ModelledCall call, @Nullable HandleState handle) {
        boolean bad = mayBeBad(handle, call);
        return call.outcomes.stuck().stream()
                .filter(error -> bad || !WRONG_ARGUMENT.contains(error))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean mayBeBad(@Nullable HandleState handle, ModelledCall call) {
        Symbol guard = handle == null ? null : handle.guard();
        return guard != null && call.state.rangeOf(guard).contains(-1);
    }

    private static long eof(ModelledCall call, @Nullable Expression eof) {
        if (eof == null) {
            return 0;
        }
        Value value = call.value(eof);
        return ValueRanges.isExact(value, call.state) ? ValueRanges.exact(value, call.state) : 0;
    }
}
