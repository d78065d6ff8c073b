package io.github.ipclint.engine;

import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.HandleKind;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Descriptors 0, 1 and 2 of the running process, which are known by their numbers. */
final class StandardSlots {
    static final int COUNT = 3;

    private StandardSlots() {}

    /** They are open from the start. */
    static void open(State state) {
        for (int number = 0; number < COUNT; number++) {
            Symbol slot = new Symbol.StandardSlot(number);
            state.handles.put(slot, opened(slot, number));
        }
    }

    private static HandleState opened(Symbol slot, int number) {
        return new HandleState(
                HandleKind.DESCRIPTOR.word(), slot, HandleState.Status.OPEN, number, null, HandleState.Access.UNKNOWN, Set.of(), null, null,
                null, false);
    }

    /** What has this descriptor number, or had it last when 0, 1 or 2 is closed and nothing can have taken its place. */
    static @Nullable Symbol byNumber(long number, State state) {
        // No descriptor has a negative number; it is how those whose number is not known are marked.
        Symbol open = number < 0 ? null : state.inSlot(number);
        if (open != null || number < 0 || number >= COUNT) {
            return open;
        }
        Symbol slot = new Symbol.StandardSlot((int) number);
        HandleState last = state.handles.get(slot);
        return last != null && last.isClosed() && !last.escaped() ? slot : null;
    }

    /** Whether it is the stream that every program reads its input from, which some header declares and nobody defines. */
    static boolean isInput(@Nullable Symbol symbol) {
        return symbol instanceof Symbol.Initial(Location.Cell(Variable variable, var frame))
                && variable.marks().contains(Variable.Mark.EXTERN)
                && variable.name().equals("stdin");
    }

    /** Whether the handle is a descriptor above 2: those up to there are all taken by others, and two open descriptors have two numbers. */
    static boolean isAbove(HandleState handle, State state) {
        if (!handle.isOpen() || handle.number() >= 0 || handle.acquiredAt() == null || !Handles.isDescriptor(handle.kind())) {
            return false;
        }
        int taken = 0;
        for (Map.Entry<Symbol, HandleState> entry : state.handles.view().entrySet()) {
            HandleState other = entry.getValue();
            boolean doubtful = entry.getKey() instanceof Symbol.StandardSlot && other.escaped();
            if (other.isOpen() && other.number() >= 0 && other.number() < COUNT && !doubtful) {
                taken |= 1 << other.number();
            }
        }
        return taken == (1 << COUNT) - 1;
    }

    /** A number that nobody knows has been closed: it may have been one of them. */
    static void doubt(State state) {
        escape(HandleState::isOpen, state);
    }

    /** A loop in this activation that has closed all descriptors below the number goes on to its bound. */
    static void closeFrom(long reached, Value bound, CallPath frame, State state) {
        long end = Math.min(COUNT, bound instanceof Value.Number(long number) ? number : COUNT);
        Site site = null;
        for (int below = 0; below < Math.min(reached, COUNT); below++) {
            HandleState last = state.handles.get(new Symbol.StandardSlot(below));
            site = last == null || !last.isClosed() ? null : last.releasedAt();
            if (site == null || site.path() != frame) {
                return;
            }
        }
        if (site != null) {
            close(reached, end, site, state);
        }
    }

    /** A loop has closed all descriptors from this number on. */
    static void close(long first, Site site, State state) {
        close(Math.max(first, 0), COUNT, site, state);
    }

    private static void close(long first, long end, Site site, State state) {
        for (long number = first; number < end; number++) {
            Symbol there = state.inSlot(number);
            if (there != null) {
                Handles.release(there, site, state);
            }
            Symbol slot = new Symbol.StandardSlot((int) number);
            state.handles.put(slot, opened(slot, (int) number).closed(site).asEscaped());
        }
    }

    /** Whatever had the number has been closed. */
    static void release(int number, Site site, State state) {
        if (number >= 0 && number < COUNT) {
            Symbol slot = new Symbol.StandardSlot(number);
            state.handles.put(slot, opened(slot, number).closed(site));
        }
    }

    /** Something that takes the lowest free number, or one that nobody knows, may now have one of them that was closed. */
    static void reuseClosed(State state) {
        escape(HandleState::isClosed, state);
    }

    private static void escape(Predicate<HandleState> concerned, State state) {
        for (int number = 0; number < COUNT; number++) {
            Symbol slot = new Symbol.StandardSlot(number);
            HandleState last = state.handles.get(slot);
            if (last != null && concerned.test(last)) {
                state.handles.put(slot, last.asEscaped());
            }
        }
    }

    /** 0, 1 or 2 when one of them is known to be free, else no number. */
    static int lowestFree(State state) {
        for (int number = 0; number < COUNT; number++) {
            HandleState last = state.handles.get(new Symbol.StandardSlot(number));
            if (last != null && last.isClosed() && state.inSlot(number) == null) {
                return number;
            }
        }
        return HandleState.NO_NUMBER;
    }
}
