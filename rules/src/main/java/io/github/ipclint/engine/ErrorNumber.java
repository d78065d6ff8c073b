package io.github.ipclint.engine;

import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Models;
import java.util.Objects;

/** What is known of errno: a failure makes it positive, and nothing but an assignment makes it 0 again. */
final class ErrorNumber {
    private static final Range ERROR = Range.of(1, Long.MAX_VALUE);

    /** EINPROGRESS (connect(2)). */
    private static final Range IN_PROGRESS = Range.exactly(115);

    private ErrorNumber() {}

    /** Whether it is the error number of the last failure: no variable, but written like one. */
    static boolean is(Variable variable) {
        return variable.isStatic() && variable.name().equals(Models.ERRNO);
    }

    /** What it is now. */
    static Value in(State state) {
        return state.errno == null ? Value.UNKNOWN : Value.of(state.errno);
    }

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

    /**
     * The path has found out something of it, and means the error of the calls that have failed, even where others have been made since, which may
     * have set it. That a call is in progress is no failure of it.
     */
    static void asked(State state) {
        Range known = state.errno == null ? Range.ALL : state.rangeOf(state.errno);
        if (known.equals(IN_PROGRESS)) {
            state.goesOn();
        }
        for (Attempt attempt : state.attempts.view().values()) {
            Symbol error = attempt.errno();
            Range both = error == null ? Range.NONE : state.rangeOf(error).intersect(known);
            if (error != null && !error.equals(state.errno) && !both.isEmpty()) {
                state.ranges.put(error, both);
            }
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
