package io.github.ipclint.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The findings of an earlier run.
 *
 * @param open those that the sources did not allow, by fingerprint
 * @param allowed fingerprints of those that they did
 */
public record Baseline(Map<String, Known> open, Set<String> allowed) {
    /**
     * One of them, as it was then.
     *
     * @param place path and line
     * @param reason why it may stay, where somebody has written it down; else empty
     */
    public record Known(String rule, String level, String place, String message, String reason) {}

    public Baseline {
        open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
        allowed = Set.copyOf(allowed);
    }
}
