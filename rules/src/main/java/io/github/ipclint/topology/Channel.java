package io.github.ipclint.topology;

import io.github.ipclint.engine.Event.ObjectUse;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.KernelObject;
import io.github.ipclint.engine.Value;
import java.util.List;

/**
 * A kernel object of a system, with everybody who touches it.
 *
 * @param system the folder or build unit whose programs mean one object by this name
 * @param object of the first endpoint
 * @param node what the name leads to
 * @param endpoints by program, then by place
 * @param accesses to the memory that programs map from it, by program, then by place
 */
public record Channel(String system, KernelObject object, Node node, List<Endpoint> endpoints, List<MemoryAccess> accesses) {
    public Channel {
        endpoints = List.copyOf(endpoints);
        accesses = List.copyOf(accesses);
    }

    /** The endpoints that use it in this way. */
    public List<Endpoint> all(ObjectUse use) {
        return endpoints.stream().filter(endpoint -> endpoint.event().use() == use).toList();
    }

    /**
     * Whether all that is ever removed is what an earlier run has left: every removal comes before a creation in the same process.
     */
    public boolean isOnlyRemovedAtStart() {
        List<Endpoint> removals = all(ObjectUse.REMOVE);
        List<Endpoint> creations = all(ObjectUse.CREATE);
        return !removals.isEmpty() && removals.stream().allMatch(removal -> creations.stream().anyMatch(removal::precedes));
    }

    /** Everything that touches it, in the order of the roots' places. */
    public List<Exploration> programs() {
        return endpoints.stream().map(Endpoint::program).distinct().toList();
    }

    /** Whether all programs of the system mean the same object: the name is known to the last character. */
    public boolean isNamed() {
        return object.isNamed();
    }

    /** Whether some of the name is known. */
    public boolean isPartlyNamed() {
        String name = object.name();
        return name != null && name.chars().anyMatch(c -> c != Value.Text.HOLE);
    }

    /** Whether it stands for nothing but removals of something unknown. */
    boolean isUnknownRemoval() {
        return !isPartlyNamed() && endpoints.stream().allMatch(endpoint -> endpoint.event().use() == ObjectUse.REMOVE);
    }
}
