package io.github.ipclint.rule;

import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.Linker;
import io.github.ipclint.engine.Relevance;
import io.github.ipclint.model.Models;
import io.github.ipclint.topology.SystemGraph;
import java.util.List;

/**
 * What a rule may ask.
 *
 * @param explorations every program and every library root, in order of their root's place
 * @param system programs, channels and their ends
 */
public record RuleContext(List<Exploration> explorations, SystemGraph system, Linker linker, Relevance relevance, Models models) {
    public RuleContext {
        explorations = List.copyOf(explorations);
    }

    /** The explorations that start at a main. */
    public List<Exploration> programs() {
        return explorations.stream().filter(Exploration::isProgram).toList();
    }
}
