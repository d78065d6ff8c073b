package io.github.ipclint.engine;

import java.util.Objects;

/** What is known of errno: a failure makes it positive, and nothing but an assignment makes it 0 again. */
final class ErrorNumber {
    private static final Range ERROR = Range.of(1, Long.MAX_VALUE);

    private ErrorNumber() {}

    /** A call that can fail is made: it leaves errno as it is, or sets it. */
    static void mayBeSet(Site site, State state) {
        boolean error = holdsError(state);
        state.errno = new Symbol.Errno(site);
        state.ranges.remove(state.errno);
        if (error) {
            state.ranges.put(state.errno, ERROR);
        }
    }

    /** A call has turned out to have failed; since then others may have set errno to something else that is no 0. */
    static void isSet(State state) {
        if (state.errno != null) {
            state.ranges.put(state.errno, state.rangeOf(state.errno).intersect(ERROR));
        }
    }

    /** The program sets it itself. */
    static void assign(Value value, Site site, State state) {
        state.errno = StateStore.symbolOf(value);
        if (value instanceof Value.Number(long number)) {
            state.errno = new Symbol.Errno(site);
            state.ranges.put(state.errno, Range.exactly(number));
        }
    }

    /** Where paths meet on which different calls have failed, it holds the error of one of them. */
    static void join(State into, State before, State other, int block) {
        if (Objects.equals(before.errno, other.errno)) {
            return;
        }
        into.errno = null;
        if (holdsError(before) && holdsError(other)) {
            into.errno = new Symbol.JoinedErrno(block);
            into.ranges.put(into.errno, ERROR);
        }
    }

    private static boolean holdsError(State state) {
        return state.errno != null && state.rangeOf(state.errno).isWithin(ERROR);
    }
}
