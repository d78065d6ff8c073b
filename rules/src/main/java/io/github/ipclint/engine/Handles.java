package io.github.ipclint.engine;

import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.HandleKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The descriptor table of the running process: acquire, release, duplicate, lose. */
final class Handles {
    static final String MAPPING = "mapping";

    private static final int LATEST = 1;
    private static final int OLDER = 2;

    private final EventLog log;

    Handles(EventLog log) {
        this.log = log;
    }

    /** The handle that a value denotes, null for values that are none. */
    static @Nullable Symbol symbolOf(Value value, State state) {
        return switch (value) {
            case Value.Symbolic(Symbol symbol, long offset) -> offset == 0 ? symbol : null;
            case Value.Number(long number) -> StandardSlots.byNumber(number, state);
            case Value.Pointer(Location location) ->
                    state.memory.get(location) instanceof Value.Symbolic(Symbol symbol, long offset) && offset == 0
                            && isNamedByAddress(state.handles.get(symbol)) ? symbol : null;
            default -> null;
        };
    }

    /** A stream or semaphore is known by its address; the address of a descriptor is no descriptor. */
    private static boolean isNamedByAddress(@Nullable HandleState handle) {
        return handle != null && !isDescriptor(handle.kind());
    }

    static boolean holdsDescriptor(String kind) {
        Optional<HandleKind> known = HandleKind.of(kind);
        return !kind.equals(MAPPING) && known.map(HandleKind::holdsDescriptor).orElse(true);
    }

    static boolean isDescriptor(String kind) {
        return HandleKind.of(kind).map(HandleKind::isDescriptor).orElse(false);
    }

    /** The name that all that the call has delivered before has, once it has delivered something new. */
    static Symbol older(Site site) {
        return new Symbol.Delivered(site, "result", OLDER);
    }

    /** A symbol for what the call delivers now; an older one of the same site that is still alive changes its name. */
    Symbol fresh(Site site, String role, State state) {
        Symbol latest = new Symbol.Delivered(site, role, LATEST);
        HandleState handle = state.handles.get(latest);
        boolean alive = handle != null && !handle.isClosed();
        if (alive || (state.ranges.contains(latest) && state.memory.isMentioned(latest))) {
            state.rename(latest, new Symbol.Delivered(site, role, OLDER));
        } else {
            state.handles.remove(latest);
        }
        state.ranges.remove(latest);
        return latest;
    }

    /** Enters a new handle; a loss from the same site is now known to accumulate. */
    void acquire(Symbol symbol, HandleState handle, Site site, State state) {
        State.Loss earlier = state.losses.remove(site);
        if (earlier != null) {
            log.add(earlier.event(state.process, Event.Consequence.ACCUMULATES));
        }
        if (!isDescriptor(handle.kind()) && holdsDescriptor(handle.kind())) {
            StandardSlots.reuseClosed(state);
        }
        int number = handle.number() >= 0 || !isDescriptor(handle.kind()) ? handle.number() : StandardSlots.lowestFree(state);
        state.handles.put(symbol, number == handle.number() ? handle : handle.withNumber(number));
        for (Map.Entry<Site, Attempt> entry : state.attempts.view().entrySet()) {
            if (symbol.equals(entry.getValue().handle())) {
                // The same variable, another descriptor: what the last one had come to says nothing of this one.
                state.attempts.put(entry.getKey(), entry.getValue().interrupted());
            }
        }
    }

    /** Ends a handle. One that nobody knew becomes known as closed, so that a second close is seen. */
    static void release(Symbol symbol, Site site, State state) {
        HandleState known = state.handles.get(symbol);
        if ((known == null || known.acquiredAt() == null) && !isTrackable(symbol)) {
            return;
        }
        HandleState handle = known == null ? external(symbol) : known;
        StandardSlots.release(handle.number(), site, state);
        state.handles.put(symbol, handle.closed(site));
    }

    /** Whether equal symbols are equal values: not where a symbol is what a loop counts with, or what lies at changing addresses. */
    static boolean isTrackable(Symbol symbol) {
        return switch (symbol) {
            case Symbol.Delivered ignored -> true;
            case Symbol.StandardSlot ignored -> true;
            case Symbol.Initial(Location.Cell(Variable variable, var frame)) ->
                    variable.type() instanceof Type.Primitive || variable.type() instanceof Type.Pointer;
            case Symbol.Initial(Location location) -> isFixed(location);
            default -> false;
        };
    }

    private static boolean isFixed(Location location) {
        return switch (location) {
            case Location.Cell ignored -> true;
            case Location.Heap ignored -> true;
            case Location.Field(Location base, String ignored) -> isFixed(base);
            case Location.Element(Location base, long index) -> index != Location.Element.ANY && isFixed(base);
            case Location.Pointee(Symbol.Initial pointer) -> isTrackable(pointer);
            case Location.Pointee ignored -> false;
        };
    }

    /** The cell has got a new value that nobody knows: its symbol, and what is reached through it, say nothing of the old one any more. */
    static void renew(Symbol symbol, State state) {
        state.ranges.remove(symbol);
        for (Map.Entry<Symbol, HandleState> entry : state.handles.view().entrySet()) {
            if (entry.getValue().acquiredAt() == null && isReachedThrough(entry.getKey(), symbol)) {
                state.handles.remove(entry.getKey());
            }
        }
    }

    /** The symbol leads to another object from now on: what the last one holds is out of sight, but not lost. */
    void renewObject(Symbol object, State state) {
        Location pointee = new Location.Pointee(object);
        state.memory.forEachWithin(pointee, (cell, value) -> {
            escape(value, state);
            state.memory.remove(cell);
        });
    }

    private static boolean isReachedThrough(Symbol symbol, Symbol other) {
        return symbol.equals(other)
                || (symbol instanceof Symbol.Initial(Location location) && location.root() instanceof Location.Pointee(Symbol pointer)
                        && isReachedThrough(pointer, other));
    }

    /** Something unknown runs: it may have put new descriptors where variables of the whole program had closed ones. */
    static void forgetClosedGlobals(State state) {
        StandardSlots.reuseClosed(state);
        for (Map.Entry<Symbol, HandleState> entry : state.handles.view().entrySet()) {
            if (!entry.getValue().isOpen()) {
                for (Location holder : state.memory.holdersOf(entry.getKey())) {
                    if (holder.root() instanceof Location.Cell(Variable variable, var frame) && variable.isStatic()) {
                        state.memory.put(holder, Value.UNKNOWN);
                    }
                }
            }
        }
    }

    /** A handle that came from outside the analysed code. */
    static HandleState external(Symbol symbol) {
        return new HandleState(
                HandleKind.DESCRIPTOR.word(), symbol, HandleState.Status.OPEN, HandleState.NO_NUMBER, null, HandleState.Access.UNKNOWN,
                Set.of(), null, null, null, true);
    }

    /** The call that would have made these handles has failed: they never were. */
    static void dropGuardedBy(Symbol guard, State state) {
        for (Map.Entry<Symbol, HandleState> entry : state.handles.view().entrySet()) {
            if (guard.equals(entry.getValue().guard()) && entry.getValue().releasedAt() == null) {
                state.handles.remove(entry.getKey());
            }
        }
    }

    /** Marks what a value gives away: the handle itself, and all that lies in the memory that it points to. */
    void escape(Value value, State state) {
        switch (value) {
            case Value.Symbolic(Symbol symbol, long ignored) -> escape(symbol, state, new LinkedHashSet<>());
            case Value.Pointer(Location location) -> escapeMemory(location, state, new LinkedHashSet<>());
            default -> {}
        }
    }

    private void escape(Symbol symbol, State state, Set<Location> seen) {
        log.results().treated(symbol, ResultLog.Treatment.HANDED_ON);
        HandleState handle = state.handles.get(symbol);
        if (handle != null) {
            state.handles.put(symbol, handle.asEscaped());
        }
        escapeMemory(new Location.Pointee(symbol), state, seen);
    }

    private void escapeMemory(Location location, State state, Set<Location> seen) {
        Location root = location instanceof Location.Element(Location base, long ignored) ? base : location;
        if (!seen.add(root)) {
            return;
        }
        state.memory.forEachWithin(root, (cell, value) -> {
            switch (value) {
                case Value.Symbolic(Symbol symbol, long ignored) -> {
                    escape(symbol, state, seen);
                    HandleState handle = state.handles.get(symbol);
                    if (handle == null || handle.acquiredAt() == null || handle.isClosed()) {
                        state.memory.put(cell, Value.UNKNOWN);
                    }
                }
                case Value.Pointer(Location target) -> escapeMemory(target, state, seen);
                default -> state.memory.put(cell, Value.UNKNOWN);
            }
        });
    }

    /** Forgets these cells; handles whose last reference they were are lost here. */
    void forget(List<Location> cells, @Nullable Value kept, Site site, State state) {
        // An older one that goes together with the latest is no sign that every round loses one: it comes last.
        Set<Symbol> latest = new LinkedHashSet<>();
        Set<Symbol> older = new LinkedHashSet<>();
        for (Location cell : cells) {
            if (state.memory.remove(cell) instanceof Value.Symbolic(Symbol symbol, long offset) && offset == 0
                    && state.handles.contains(symbol)
                    && !(kept instanceof Value.Symbolic(Symbol returned, long any) && returned.equals(symbol))) {
                (isOlder(symbol) ? older : latest).add(symbol);
            }
        }
        latest.forEach(symbol -> loseIfUnreferenced(symbol, site, state));
        older.forEach(symbol -> loseIfUnreferenced(symbol, site, state));
    }

    /** Whether the symbol stands for all that the call has delivered, but for the latest. */
    static boolean isOlder(Symbol symbol) {
        return symbol instanceof Symbol.Delivered(Site ignored, String role, int copy) && copy == OLDER;
    }

    /** Something else was stored over the only reference. */
    void overwritten(@Nullable Value old, Site site, State state) {
        if (old instanceof Value.Symbolic(Symbol symbol, long offset) && offset == 0) {
            loseIfUnreferenced(symbol, site, state);
        }
    }

    private void loseIfUnreferenced(Symbol symbol, Site site, State state) {
        HandleState handle = state.handles.get(symbol);
        if (handle == null || state.memory.isHeld(symbol)) {
            return;
        }
        if (!isLosable(handle) || isKnownByNumber(symbol, state)) {
            if (handle.isClosed()) {
                state.handles.remove(symbol);
            }
            return;
        }
        lose(symbol, handle, site, state);
    }

    /**
     * Whether the path has found the number to be 0, 1 or 2, or negative, for {@code if (fd <= 0)} means no descriptor that is in use; or to
     * be the very one that was wanted, by which it stays known: {@code if (fd == wanted) return}.
     */
    private static boolean isKnownByNumber(Symbol symbol, State state) {
        Range range = state.rangeOf(symbol);
        return range.high() < StandardSlots.COUNT || range.isExact();
    }

    /** Whether losing the last reference to this handle is a loss at all. */
    static boolean isLosable(HandleState handle) {
        return handle.isOpen() && !handle.escaped() && handle.number() < 0 && handle.acquiredAt() != null
                && holdsDescriptor(handle.kind());
    }

    void lose(Symbol symbol, HandleState handle, Site site, State state) {
        Site origin = handle.acquiredAt();
        if (origin == null) {
            return;
        }
        state.handles.remove(symbol);
        boolean again =
                isOlder(symbol) && state.handles.view().values().stream()
                        .anyMatch(other -> other.isOpen() && other.acquiredAt() == origin && other != handle);
        if (again) {
            log.add(new State.Loss(handle, symbol, site, state.failedCall()).event(state.process, Event.Consequence.ACCUMULATES));
        } else {
            state.losses.put(origin, new State.Loss(handle, symbol, site, state.failedCall()));
        }
    }

    /** The value stands for a failure, or may. */
    static Event.Validity validity(Value value, State state, Outcomes outcomes, boolean compared) {
        Range range = ValueRanges.rangeOf(state, value);
        if (!outcomes.canFail() || !range.intersects(outcomes.failure())) {
            return Event.Validity.VALID;
        }
        if (range.isWithin(outcomes.failure())) {
            return Event.Validity.FAILED;
        }
        return compared ? Event.Validity.POSSIBLY_FAILED : Event.Validity.UNCHECKED;
    }

    /** The access mode that an open asks for. */
    static HandleState.Access access(@Nullable Value mode, String kind, State state) {
        if (kind.equals(HandleKind.PIPE_READ_END.word())) {
            return HandleState.Access.READ;
        }
        if (kind.equals(HandleKind.PIPE_WRITE_END.word())) {
            return HandleState.Access.WRITE;
        }
        if (mode == null) {
            return HandleState.Access.UNKNOWN;
        }
        if (!ValueRanges.isExact(mode, state)) {
            return HandleState.Access.UNKNOWN;
        }
        return switch ((int) (ValueRanges.exact(mode, state) & 3)) {
            case 0 -> HandleState.Access.READ;
            case 1 -> HandleState.Access.WRITE;
            case 2 -> HandleState.Access.BOTH;
            default -> HandleState.Access.UNKNOWN;
        };
    }
}
