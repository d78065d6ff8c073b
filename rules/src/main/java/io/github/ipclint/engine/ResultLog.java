package io.github.ipclint.engine;

import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Per modelled call: what the program did with the result, over all paths. */
public final class ResultLog {
    /** What was done with a result. */
    public enum Treatment {
        /** A branch depended on it. */
        COMPARED,
        /** It left the analysed code: returned, stored, given to something unknown. */
        HANDED_ON,
        /** The function that the exploration started with returned it, which is one way to be handed on. */
        RETURNED,
        /** It went into a value that is not followed any further: nobody knows what becomes of it. */
        DISSOLVED,
        /** Failure was told apart from success: {@link #COMPARED} with an effect on the failure value. */
        SEPARATED,
        /** The code asks for the failure value and nothing else, as in {@code case -1:} or {@code pid < 0}. */
        NAMED
    }

    /** What a value serves as. */
    public enum Purpose {
        HANDLE,
        ADDRESS,
        LENGTH,
        INDEX
    }

    /** A use of a result, or of a handle that came with it, while it may be the failure value. */
    public record UncheckedUse(Site site, ProcessInstance process, Purpose purpose, Event.Validity validity) {}

    /** The record of one call. */
    public static final class Result {
        private final Site site;
        private final FunctionModel model;
        private final Set<Treatment> treatments = EnumSet.noneOf(Treatment.class);
        private final Set<UncheckedUse> uncheckedUses = new LinkedHashSet<>();
        private final Set<String> handedOn = new LinkedHashSet<>();
        private final Set<ProcessInstance> processes = new LinkedHashSet<>();
        private boolean afterFailure = true;
        private boolean mustBeChecked;
        private boolean failureAsData;
        private boolean failureApart;
        private @Nullable Site deliveredTo;

        private Result(Site site, FunctionModel model) {
            this.site = site;
            this.model = model;
        }

        public Site site() {
            return site;
        }

        public FunctionModel model() {
            return model;
        }

        public boolean was(Treatment treatment) {
            return treatments.contains(treatment);
        }

        /** Whether what came in this slot left the analysed code, as {@link Treatment#HANDED_ON} says of the result. */
        public boolean handedOn(String role) {
            return handedOn.contains(role);
        }

        /** In the order of exploration. */
        public Collection<UncheckedUse> uncheckedUses() {
            return uncheckedUses;
        }

        /** The processes that make the call. */
        public Set<ProcessInstance> processes() {
            return processes;
        }

        /** Whether the models call it a mistake to ignore the result of this call, with these arguments. */
        public boolean mustBeChecked() {
            return mustBeChecked;
        }

        /** The call of the outermost function that returns the result, null when the function that makes the call keeps it. */
        public @Nullable Site deliveredTo() {
            return deliveredTo;
        }

        /** Whether paths come back to the call that tell the end of the data from the rest, but not a failure from data. */
        public boolean failureCountsAsData() {
            return failureAsData && !failureApart && Set.of(Treatment.COMPARED, Treatment.SEPARATED).containsAll(treatments);
        }

        /** The call whose author is to look at the result. */
        public Site blamed() {
            return deliveredTo == null ? site : deliveredTo;
        }

        /** Whether every path to the call has assumed the failure of an earlier one, which was to do its work: it cleans up. */
        public boolean onlyAfterFailure() {
            return afterFailure;
        }
    }

    private static final Range DATA = Range.of(1, Long.MAX_VALUE);

    private final Map<Site, Result> results = new LinkedHashMap<>();
    private final Set<Site> ordinary = new HashSet<>();
    private final Set<@Nullable Site> tries = new HashSet<>();
    private final Map<Site, Set<Site>> afterFailure = new LinkedHashMap<>();
    private final Map<Symbol, Set<Value>> sources = new LinkedHashMap<>();
    /** Treatments of symbols that every result in them has been told of. */
    private final Map<Symbol, Set<Treatment>> told = new HashMap<>();

    /** An instruction ran in a child, or in a parent of one, on a path that has assumed no failure. */
    void ordinary(Site site) {
        ordinary.add(site);
    }

    /**
     * The first instruction that ran after the failure of a call had been assumed. What a handler or an exit function asks of a call that
     * was made elsewhere comes too late to handle it.
     */
    void firstAfterFailure(Symbol failed, Site site) {
        if (failed instanceof Symbol.Delivered(Site call, String ignored, int copy) && call.path().entry() == site.path().entry()) {
            afterFailure.computeIfAbsent(call, key -> new LinkedHashSet<>()).add(site);
        }
    }

    /** Whether the failure of a call has code of its own: something runs then that does not run otherwise. */
    public boolean handlesFailure(Site call) {
        return afterFailure.getOrDefault(call, Set.of()).stream().anyMatch(site -> !ordinary.contains(site));
    }

    void called(ModelledCall call) {
        Site site = call.site;
        State state = call.state;
        Result result = results.computeIfAbsent(site, key -> {
            told.clear();
            return new Result(key, call.model);
        });
        result.mustBeChecked |= call.mustBeChecked();
        result.processes.add(state.process);
        result.afterFailure &= state.assumedFailure != null && !tries.contains(state.failedCall());
        if (isTry(call)) {
            tries.add(site);
        }
    }

    /**
     * Whether its failure is an answer, and what follows no clean-up: it was told not to wait and would have had to, or it asked for
     * children and there are none left.
     */
    private static boolean isTry(ModelledCall call) {
        if (call.model.has(Effect.Waits.class)) {
            return true;
        }
        List<Effect.Blocks> waits = call.model.all(Effect.Blocks.class);
        return !waits.isEmpty() && waits.stream().allMatch(wait -> wait.slot() != null && call.truth(wait.condition()) == Truth.FALSE);
    }

    /** Paths met, and one symbol stands for what either of them had. */
    void joined(Symbol symbol, Value one, Value other) {
        Set<Value> joined = sources.computeIfAbsent(symbol, key -> new LinkedHashSet<>());
        if (joined.add(one) | joined.add(other)) {
            told.clear();
        }
    }

    /** A branch has found out that the number of bytes that a call delivered lies in this range. */
    void counted(Site site, Range count, Range failure) {
        Result result = results.get(site);
        if (result != null && !count.contains(0)) {
            result.failureApart |= count.intersects(DATA) != count.intersects(failure);
        }
    }

    /** The path comes back to a call that receives; what it knows of the number of bytes that came the last time is this. */
    void again(Site site, Range count, Range failure) {
        Result result = results.get(site);
        if (result != null) {
            result.failureAsData |= count.intersects(DATA) && count.intersects(failure) && !count.contains(0);
        }
    }

    void treated(Value value, Treatment treatment) {
        if (value instanceof Value.Symbolic(Symbol symbol, long ignored)) {
            treated(symbol, treatment);
        }
    }

    void treated(Symbol symbol, Treatment treatment) {
        if (!(symbol instanceof Symbol.Delivered)
                && !told.computeIfAbsent(symbol, key -> EnumSet.noneOf(Treatment.class)).add(treatment)) {
            return;
        }
        for (Result result : resultsIn(symbol)) {
            result.treatments.add(treatment);
            if (treatment == Treatment.HANDED_ON && symbol instanceof Symbol.Delivered(Site ignored, String role, int copy)) {
                result.handedOn.add(role);
            }
        }
    }

    /** A function returns the value, which may be what it was given. */
    void returned(Value value, CallPath activation) {
        if (!(value instanceof Value.Symbolic(Symbol symbol, long ignored))) {
            return;
        }
        for (Result result : resultsIn(symbol)) {
            Site caller = activation.callSite();
            if (caller == null) {
                result.treatments.add(Treatment.HANDED_ON);
                result.treatments.add(Treatment.RETURNED);
            } else if (result.site().path().isWithin(activation)) {
                result.deliveredTo = caller;
            }
        }
    }

    void usedUnchecked(Symbol symbol, UncheckedUse use) {
        resultsIn(symbol).forEach(result -> result.uncheckedUses.add(use));
    }

    private Set<Result> resultsIn(Symbol symbol) {
        if (symbol instanceof Symbol.Delivered(Site site, String ignored, int copy)) {
            Result result = results.get(site);
            return result == null ? Set.of() : Set.of(result);
        }
        Set<Result> found = new LinkedHashSet<>();
        collect(symbol, found, new HashSet<>());
        return found;
    }

    private void collect(Symbol symbol, Set<Result> found, Set<Symbol> seen) {
        if (!seen.add(symbol)) {
            return;
        }
        switch (symbol) {
            case Symbol.Delivered(Site site, String ignored, int copy) -> {
                Result result = results.get(site);
                if (result != null) {
                    found.add(result);
                }
            }
            case Symbol.Derived(var operator, Value left, Value right) -> {
                collect(left, found, seen);
                collect(right, found, seen);
            }
            case Symbol.Joined joined -> sources.getOrDefault(joined, Set.of()).forEach(value -> collect(value, found, seen));
            default -> {}
        }
    }

    private void collect(Value value, Set<Result> found, Set<Symbol> seen) {
        if (value instanceof Value.Symbolic(Symbol symbol, long ignored)) {
            collect(symbol, found, seen);
        }
    }

    /** The call of the outermost function that returns the result of the call at the site, null when the function there keeps it. */
    public @Nullable Site deliveredTo(Site site) {
        Result result = results.get(site);
        return result == null ? null : result.deliveredTo;
    }

    public Collection<Result> all() {
        return results.values();
    }
}
