package io.github.ipclint.engine;

import io.github.ipclint.model.FunctionModel;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Per modelled call: what the program did with the result, over all paths. */
public final class ResultLog {
    /** What was done with a result. */
    public enum Treatment {
        /** A branch depended on it. */
        COMPARED,
        /** It left the analysed code: returned, stored, given to something unknown. */
        HANDED_ON,
        /** Failure was told apart from success: {@link #COMPARED} with an effect on the failure value. */
        SEPARATED
    }

    /** The record of one call. */
    public static final class Result {
        private final Site site;
        private final FunctionModel model;
        private final Set<Treatment> treatments = EnumSet.noneOf(Treatment.class);
        private final Set<Event.Used> uncheckedUses = new LinkedHashSet<>();
        private final Set<ProcessInstance> processes = new LinkedHashSet<>();
        private boolean afterFailure = true;

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

        /** Uses of the result, or of a handle that came with it, while it may be the failure value. */
        public Collection<Event.Used> uncheckedUses() {
            return uncheckedUses;
        }

        /** The processes that make the call. */
        public Set<ProcessInstance> processes() {
            return processes;
        }

        /** Whether every path to the call has assumed the failure of an earlier one: it cleans up. */
        public boolean onlyAfterFailure() {
            return afterFailure;
        }
    }

    private final Map<Site, Result> results = new LinkedHashMap<>();
    private final Set<Site> ordinary = new HashSet<>();
    private final Map<Site, Set<Site>> afterFailure = new LinkedHashMap<>();

    /** An instruction ran on a path that has assumed no failure. */
    void ordinary(Site site) {
        ordinary.add(site);
    }

    /** The first instruction that ran after the failure of a call had been assumed. */
    void firstAfterFailure(Symbol failed, Site site) {
        if (failed instanceof Symbol.Delivered(Site call, String ignored, int copy)) {
            afterFailure.computeIfAbsent(call, key -> new LinkedHashSet<>()).add(site);
        }
    }

    /** Whether the failure of a call has code of its own: something runs then that does not run otherwise. */
    public boolean handlesFailure(Site call) {
        return afterFailure.getOrDefault(call, Set.of()).stream().anyMatch(site -> !ordinary.contains(site));
    }

    void called(Site site, FunctionModel model, State state) {
        Result result = results.computeIfAbsent(site, key -> new Result(key, model));
        result.processes.add(state.process);
        result.afterFailure &= state.assumedFailure != null;
    }

    void treated(Symbol symbol, Treatment treatment) {
        if (symbol instanceof Symbol.Delivered(Site site, String ignored, int copy)) {
            Result result = results.get(site);
            if (result != null) {
                result.treatments.add(treatment);
            }
        }
    }

    void usedUnchecked(Site call, Event.Used use) {
        Result result = results.get(call);
        if (result != null) {
            result.uncheckedUses.add(use);
        }
    }

    public Collection<Result> all() {
        return results.values();
    }
}
