package io.github.ipclint.topology;

import io.github.ipclint.engine.Exploration;
import java.util.List;

/** The channels of everything that was analysed. */
public record SystemGraph(List<Channel> channels) {
    /** Joins what the programs touch. */
    public static SystemGraph of(List<Exploration> explorations) {
        return new SystemGraph(List.of());
    }

    public SystemGraph {
        channels = List.copyOf(channels);
    }
}
