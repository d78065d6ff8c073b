package io.github.ipclint.engine;

import io.github.ipclint.model.Effect.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One disjunct: memory, the descriptor table of the process that runs, what is known of unknown values, and what has happened that
 * later answers depend on. Mutable while a block runs; {@link #copy} before it is shared.
 */
final class State {
    /** A loop in one activation. */
    record LoopHead(CallPath path, int block) {
        @Override
        public int hashCode() {
            return path.hashCode() * 31 + block;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof LoopHead that && path == that.path && block == that.block);
        }
    }

    /** A handle whose last reference is gone while it was open; {@code failure} is the call whose failure the path had assumed. */
    record Loss(HandleState handle, Symbol symbol, Site lostAt, @Nullable Site failure) {
        Event.Lost event(ProcessInstance process, Event.Consequence consequence) {
            return new Event.Lost(lostAt, process, symbol, handle, consequence, failure);
        }
    }

    /** What a call did to a handle that it was given; undone when the call turns out to have failed. */
    record Change(Symbol symbol, HandleState before, HandleState after, boolean undone) {}

    ProcessInstance process;
    final Memory memory;
    final SharingMap<Symbol, HandleState> handles;
    final SharingMap<Symbol, Range> ranges;
    /** Children of this process that have not been waited for. */
    final SharingMap<ProcessInstance, Boolean> children;
    final SharingMap<Site, Loss> losses;
    final SharingMap<Site, Attempt> attempts;
    final SharingMap<Access.Key, Access> accesses;
    final SharingMap<SyncObject, Boolean> acquired;
    /** Tokens that this process has released, each with what it has acquired since. */
    final SharingMap<SyncObject, Set<SyncObject>> given;
    /** Functions to call at exit, with the site of the registration. */
    final SharingMap<Site, String> exitFunctions;
    /** Signal name or number to true when children are reaped by the disposition. */
    final SharingMap<String, String> dispositions;

    /** Rounds begun of each loop that is active. */
    final SharingMap<LoopHead, Integer> rounds;

    /** By call; nothing that tells disjuncts apart. */
    SharingMap<Site, List<Change>> changes = new SharingMap<>();

    /** A branch assumed that some call had failed; this holds until it meets a path that did not. */
    @Nullable Symbol assumedFailure;

    /** No join has been crossed since the failure was assumed. */
    boolean failureBranch;

    /** Something has run since the failure was assumed. */
    boolean failureHandled;

    /** The process was to become another program, and is still here. */
    boolean execFailed;

    /** The symbol that errno holds, null when unknown. */
    @Nullable Symbol errno;

    State(ProcessInstance process) {
        this(process, new Memory(), new SharingMap<>(), new SharingMap<>(), new SharingMap<>(), new SharingMap<>(),
                new SharingMap<>(), new SharingMap<>(), new SharingMap<>(), new SharingMap<>(), new SharingMap<>(), new SharingMap<>(),
                new SharingMap<>());
    }

    private State(
            ProcessInstance process,
            Memory memory,
            SharingMap<Symbol, HandleState> handles,
            SharingMap<Symbol, Range> ranges,
            SharingMap<ProcessInstance, Boolean> children,
            SharingMap<Site, Loss> losses,
            SharingMap<Site, Attempt> attempts,
            SharingMap<Access.Key, Access> accesses,
            SharingMap<SyncObject, Boolean> acquired,
            SharingMap<SyncObject, Set<SyncObject>> given,
            SharingMap<Site, String> exitFunctions,
            SharingMap<String, String> dispositions,
            SharingMap<LoopHead, Integer> rounds) {
        this.process = process;
        this.memory = memory;
        this.handles = handles;
        this.ranges = ranges;
        this.children = children;
        this.losses = losses;
        this.attempts = attempts;
        this.accesses = accesses;
        this.acquired = acquired;
        this.given = given;
        this.exitFunctions = exitFunctions;
        this.dispositions = dispositions;
        this.rounds = rounds;
    }

    State copy() {
        State copy = new State(
                process, memory.copy(), handles.copy(), ranges.copy(), children.copy(), losses.copy(), attempts.copy(), accesses.copy(),
                acquired.copy(), given.copy(), exitFunctions.copy(), dispositions.copy(), rounds.copy());
        copy.changes = changes.copy();
        copy.assumedFailure = assumedFailure;
        copy.failureBranch = failureBranch;
        copy.failureHandled = failureHandled;
        copy.execFailed = execFailed;
        copy.errno = errno;
        return copy;
    }

    /** Whether two disjuncts agree in what keeps them apart where paths meet (property simulation): process, handles, children, losses. */
    boolean sameProperty(State other) {
        return process == other.process
                && handles.sameAs(other.handles)
                && children.sameAs(other.children)
                && losses.sameKeys(other.losses)
                && exitFunctions.sameAs(other.exitFunctions)
                && dispositions.sameAs(other.dispositions);
    }

    boolean sameAs(State other) {
        return process == other.process
                && memory.sameAs(other.memory)
                && handles.sameAs(other.handles)
                && ranges.sameAs(other.ranges)
                && children.sameAs(other.children)
                && losses.sameAs(other.losses)
                && attempts.sameAs(other.attempts)
                && accesses.sameAs(other.accesses)
                && acquired.sameAs(other.acquired)
                && given.sameAs(other.given)
                && exitFunctions.sameAs(other.exitFunctions)
                && dispositions.sameAs(other.dispositions);
    }

    /** Notes what the call at the site does to a handle, for {@link #settle}. */
    void change(Site site, Symbol symbol, HandleState before, HandleState after) {
        handles.put(symbol, after);
        List<Change> all = new ArrayList<>(Objects.requireNonNullElse(changes.get(site), List.of()));
        all.removeIf(change -> change.symbol().equals(symbol));
        all.add(new Change(symbol, before, after, false));
        changes.put(site, List.copyOf(all));
    }

    /** The call that was to give the handle this fact, which the path has not looked at; null where it is certain. */
    @Nullable Site unconfirmed(Symbol symbol, Fact fact) {
        return giving(symbol, fact, false);
    }

    /** The call that was to give the handle this fact and that has failed, as the path knows; null where there is none. */
    @Nullable Site failedToGive(Symbol symbol, Fact fact) {
        return giving(symbol, fact, true);
    }

    private @Nullable Site giving(Symbol symbol, Fact fact, boolean undone) {
        for (Map.Entry<Site, List<Change>> entry : changes.view().entrySet()) {
            for (Change change : entry.getValue()) {
                if (change.undone() == undone && change.symbol().equals(symbol) && change.after().is(fact) && !change.before().is(fact)) {
                    return entry.getKey();
                }
            }
        }
        return null;
    }

    /** The outcome of the call is known now. */
    void settle(Site site, boolean failed) {
        List<Change> all = changes.remove(site);
        if (all != null && failed) {
            List<Change> undone = new ArrayList<>();
            for (Change change : all) {
                HandleState now = handles.get(change.symbol());
                if (!change.undone() && now != null && now.status() == change.after().status()
                        && now.facts().equals(change.after().facts())) {
                    handles.put(change.symbol(), change.before());
                }
                undone.add(new Change(change.symbol(), change.before(), change.after(), true));
            }
            changes.put(site, List.copyOf(undone));
        }
    }

    /** From here on the path is one on which the call has failed that delivered the symbol. */
    void assumeFailure(Symbol symbol) {
        assumedFailure = symbol;
        failureBranch = true;
        failureHandled = false;
    }

    /** The call whose failure this path has assumed. */
    @Nullable Site failedCall() {
        return assumedFailure instanceof Symbol.Delivered(Site site, String ignored, int copy) ? site : null;
    }

    Range rangeOf(Symbol symbol) {
        Range known = ranges.get(symbol);
        return known == null ? Range.ALL : known;
    }

    /** The open handle with this descriptor number, which is not negative, if one is known. */
    @Nullable Symbol inSlot(long number) {
        for (Map.Entry<Symbol, HandleState> entry : handles.view().entrySet()) {
            if (entry.getValue().number() == number && !entry.getValue().isClosed()) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** Gives every trace of {@code from} the name {@code to}, whose own traces end. */
    void rename(Symbol from, Symbol to) {
        // All older handles of a site are one; an older number is not, what is found out of one says nothing of another.
        boolean number = !handles.contains(from) && !handles.contains(to);
        memory.view().forEach((location, value) -> {
            if (number ? value.mentions(to) : value.isComputedFrom(to)) {
                memory.put(location, Value.UNKNOWN);
            } else if (value.mentions(from)) {
                memory.put(location, value.renamed(from, to));
            }
        });
        renameDerivedRanges(from, to);
        HandleState handle = handles.remove(from);
        if (handle != null) {
            HandleState older = handles.get(to);
            handles.put(to, older != null && older.isOpen() && !handle.isOpen() ? older : handle);
        }
        Range range = ranges.remove(from);
        if (range != null) {
            ranges.put(to, range);
        } else {
            ranges.remove(to);
        }
        for (Map.Entry<Symbol, HandleState> entry : handles.view().entrySet()) {
            if (from.equals(entry.getValue().guard()) || from.equals(entry.getValue().origin())) {
                handles.put(entry.getKey(), entry.getValue().renamed(from, to));
            }
        }
    }

    private void renameDerivedRanges(Symbol from, Symbol to) {
        for (Map.Entry<Symbol, Range> entry : ranges.view().entrySet()) {
            Value value = Value.of(entry.getKey());
            if (value.isComputedFrom(to) || value.isComputedFrom(from)) {
                ranges.remove(entry.getKey());
            }
            if (value.isComputedFrom(from) && !value.isComputedFrom(to)
                    && value.renamed(from, to) instanceof Value.Symbolic(Symbol renamed, long ignored)) {
                ranges.put(renamed, entry.getValue());
            }
        }
    }

    /** Marks an access's past as released by this sync object. */
    void release(SyncObject sync) {
        if (sync.isToken()) {
            given.put(sync, Set.of());
        }
        for (Map.Entry<Access.Key, Access> entry : accesses.view().entrySet()) {
            accesses.put(entry.getKey(), entry.getValue().releasing(sync));
        }
    }

    /** Marks a sync object as acquired, also as acquired since every access so far. */
    void acquire(SyncObject sync) {
        acquired.put(sync, true);
        for (Map.Entry<SyncObject, Set<SyncObject>> entry : given.view().entrySet()) {
            if (!entry.getValue().contains(sync)) {
                given.put(entry.getKey(), Access.with(entry.getValue(), sync));
            }
        }
        for (Map.Entry<Access.Key, Access> entry : accesses.view().entrySet()) {
            accesses.put(entry.getKey(), entry.getValue().acquiring(sync));
        }
    }

    /** A call that has failed to connect goes on doing so in the background: it is taken to come to its end before the socket is used. */
    void goesOn() {
        for (Map.Entry<Site, List<Change>> entry : changes.view().entrySet()) {
            for (Change change : entry.getValue()) {
                if (change.undone() && change.after().is(Fact.CONNECTED) && change.before().equals(handles.get(change.symbol()))) {
                    handles.put(change.symbol(), change.after());
                    changes.remove(entry.getKey());
                }
            }
        }
    }

    /** The outcome of a call can no longer be followed: a path back to the call may have tested it. */
    void loseSight(Value result) {
        for (Map.Entry<Site, Attempt> entry : attempts.view().entrySet()) {
            if (result instanceof Value.Symbolic(Symbol symbol, long ignored) && symbol.equals(entry.getValue().result())) {
                attempts.put(entry.getKey(), entry.getValue().interrupted());
            }
        }
    }

    Map<SyncObject, Set<SyncObject>> givenSets() {
        return new LinkedHashMap<>(given.view());
    }

    Set<SyncObject> acquiredSet() {
        return new LinkedHashSet<>(acquired.view().keySet());
    }
}
