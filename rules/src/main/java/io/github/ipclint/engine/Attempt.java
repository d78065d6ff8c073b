package io.github.ipclint.engine;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The latest execution of a call that waits on a handle: whether the path may come back to it with the same outcome before it.
 *
 * @param result what it delivered
 * @param errno what errno held then
 * @param ending results that mean end of file, as far as they are still possible
 * @param failing results that mean failure, as far as they are still possible
 * @param stuck errors, as far as they are still possible, that come again for ever
 * @param intervened something has blocked since
 * @param left the function that made the call has returned since
 * @param tested what is waited for next may depend on the result: a path has asked whether it is data, or nothing is known of the wait
 * @param sight whether it is known what the path does about the outcome
 * @param told the types of an exception under way that tells end of file or failure, which no result does
 */
record Attempt(Symbol result, @Nullable Symbol errno, @Nullable Symbol handle, Range ending, Range failing, Set<Long> stuck,
        boolean intervened, boolean left, boolean tested, Sight sight, Set<String> told) {
    /** What is known of the path since; the later, the less. */
    enum Sight {
        /** It has put the handle among those that it waits for, whatever the outcome was. */
        QUEUED,
        /** All that it has stored is known. */
        CLEAR,
        /** It has met another that has stored something else. */
        BLURRED,
        /** It may have stored what it has found out. */
        NOTED
    }

    /** What stands for the error where an exception tells the failure. */
    private static final Set<Long> ANY_ERROR = Set.of(0L);

    Attempt interrupted() {
        return with(true, left, tested, sight);
    }

    private Attempt with(boolean nowIntervened, boolean nowLeft, boolean nowTested, Sight nowKnown) {
        return new Attempt(result, errno, handle, ending, failing, stuck, nowIntervened, nowLeft, nowTested, nowKnown, told);
    }

    Attempt withResult(Symbol newResult) {
        return new Attempt(newResult, errno, handle, ending, failing, stuck, intervened, left, tested, sight, told);
    }

    Attempt afterReturn() {
        return with(intervened, true, tested, sight);
    }

    /** The call has thrown one of these exceptions: that is the end of file, or a failure that stays, or neither. */
    Attempt thrown(boolean ended, boolean stays, Set<String> types) {
        return new Attempt(result, null, handle, ended ? Range.ALL : Range.NONE, stays ? Range.ALL : Range.NONE,
                stays ? ANY_ERROR : Set.of(), intervened, left, tested, sight, types);
    }

    /** The exception, if one is under way, is caught as this type. */
    Attempt caughtAs(String type) {
        return told.contains(type) ? new Attempt(result, errno, handle, ending, failing, stuck, intervened, left, tested,
                sight, Set.of()) : past();
    }

    /** The exception, if one is under way, is no business of this path. */
    Attempt past() {
        return told.isEmpty() ? this : thrown(false, false, Set.of());
    }

    Attempt asTested() {
        return with(intervened, left, true, sight);
    }

    boolean isQueued() {
        return sight == Sight.QUEUED;
    }

    boolean isQueuedFor(Symbol other) {
        return isQueued() && !intervened && other.equals(handle);
    }

    /** The path met another that differs in what it has stored: what it has stored may keep it from coming here again. */
    Attempt blurred() {
        return sight.compareTo(Sight.BLURRED) >= 0 ? this : seen(Sight.BLURRED);
    }

    Attempt noted() {
        return sight == Sight.NOTED ? this : seen(Sight.NOTED);
    }

    private Attempt seen(Sight known) {
        return with(intervened, left, tested, known);
    }

    /** The path, which may have found end of file and has noted it nowhere, puts the handle among those that it is going to wait for: that will not wait. */
    Attempt asQueued() {
        return seen(Sight.QUEUED);
    }

    /**
     * A call has waited until one of several handles is ready, this one among them: end of file counts as ready for ever, a failure that
     * stays need not. Only where the path treats the end like data; where it tells them apart, it may have left the handle out.
     */
    Attempt awaited(State state) {
        return tells(state) || !mayHaveEnded(state)
                ? interrupted()
                : new Attempt(result, errno, handle, ending, failing, Set.of(), false, left, false, sight, told);
    }

    /** Whether the path tells the end of file from data: not where it has only ruled out failure, or is the path of a failure. */
    private boolean tells(State state) {
        Range range = state.rangeOf(result);
        boolean anything = range.high() == Long.MAX_VALUE && failing.containsAll(range.excluded());
        return tested || !(range.isWithin(failing) || (anything && ending.isWithin(range)));
    }

    /** Whether some path has come here with the end of file, although it may have noted the end elsewhere. */
    boolean endIsPlain(State state) {
        return mayHaveEnded(state) && switch (sight) {
            case QUEUED, CLEAR -> true;
            case BLURRED -> state.rangeOf(result).isWithin(ending);
            case NOTED -> false;
        };
    }

    boolean mayHaveEnded(State state) {
        return !intervened && ending.intersects(state.rangeOf(result));
    }

    boolean mayBeStuck(State state) {
        return !narrowed(state).stuck.isEmpty();
    }

    /** Without the outcomes that a path has ruled out, so that they do not come back where it meets another. */
    Attempt narrowed(State state) {
        Range range = intervened ? Range.NONE : state.rangeOf(result);
        Range failed = failing.intersect(range);
        Range error = errno == null ? Range.ALL : state.rangeOf(errno);
        Set<Long> errors = failed.isEmpty() ? Set.of() : error.equals(Range.ALL) ? stuck
                : stuck.stream().filter(error::contains).collect(Collectors.toUnmodifiableSet());
        return new Attempt(result, errno, handle, ending.intersect(range), failed, errors, intervened, left, tested, sight, told);
    }

    /** What may have happened on either of two paths. */
    static Attempt joined(Attempt mine, State myState, Attempt theirs, State theirState) {
        Attempt one = mine.narrowed(myState);
        Attempt other = theirs.narrowed(theirState);
        Set<Long> either = new TreeSet<>(one.stuck);
        either.addAll(other.stuck);
        boolean same = Objects.equals(mine.handle, theirs.handle);
        return new Attempt(mine.result, Objects.equals(mine.errno, theirs.errno) ? mine.errno : null,
                same ? mine.handle : mine.intervened ? theirs.handle : mine.handle, one.ending.hull(other.ending),
                one.failing.hull(other.failing), Set.copyOf(either), mine.intervened && theirs.intervened,
                mine.left && theirs.left, mine.tells(myState) || theirs.tells(theirState),
                mine.sight.compareTo(theirs.sight) > 0 ? mine.sight : theirs.sight, either(mine.told, theirs.told));
    }

    private static Set<String> either(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
            return one.isEmpty() ? other : one;
        }
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return Set.copyOf(all);
    }
}
