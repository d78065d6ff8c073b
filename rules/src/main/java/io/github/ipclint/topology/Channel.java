package io.github.ipclint.topology;

import io.github.ipclint.engine.Event.ObjectUse;
import io.github.ipclint.engine.KernelObject;
import java.util.List;

/**
 * A kernel object of a system, with everybody who touches it.
 *
 * @param object of the first endpoint
 * @param endpoints by program, then by place
 */
public record Channel(KernelObject object, List<Endpoint> endpoints) {
    public Channel {
        endpoints = List.copyOf(endpoints);
    }

    /** The endpoints that use it in this way. */
    public List<Endpoint> all(ObjectUse use) {
        return endpoints.stream().filter(endpoint -> endpoint.event().use() == use).toList();
    }
}
