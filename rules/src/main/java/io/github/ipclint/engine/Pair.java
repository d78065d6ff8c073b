package io.github.ipclint.engine;

import io.github.ipclint.engine.Symbol.Delivered;
import io.github.ipclint.model.HandleKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A pipe or socket pair: two ends that one call made.
 *
 * @param site the call
 * @param copy 1 the latest of that site, 2 an older one
 */
public record Pair(Site site, int copy) {
    private static final Set<String> ENDS =
            Set.of(HandleKind.PIPE_READ_END.word(), HandleKind.PIPE_WRITE_END.word(), HandleKind.SOCKET_END.word());

    /** The pair that a handle is an end of. */
    public static Optional<Pair> of(HandleState handle) {
        return ENDS.contains(handle.kind()) && handle.origin() instanceof Delivered(Site site, String ignored, int copy)
                ? Optional.of(new Pair(site, copy))
                : Optional.empty();
    }

    /** Whether two handles are different ends of this pair. */
    public boolean areOpposite(HandleState one, HandleState other) {
        return of(one).equals(Optional.of(this)) && of(other).equals(Optional.of(this)) && !role(one).equals(role(other));
    }

    static String role(HandleState handle) {
        return handle.origin() instanceof Delivered(Site ignored, String role, int copy) ? role : "";
    }

    /** Open handles in the table that are the end opposite to this one. */
    public Map<Symbol, HandleState> opposite(HandleState end, Map<Symbol, HandleState> table) {
        Map<Symbol, HandleState> found = new LinkedHashMap<>();
        for (Map.Entry<Symbol, HandleState> entry : table.entrySet()) {
            HandleState handle = entry.getValue();
            if (handle.isOpen() && !handle.escaped() && areOpposite(end, handle)) {
                found.put(entry.getKey(), handle);
            }
        }
        return found;
    }
}
