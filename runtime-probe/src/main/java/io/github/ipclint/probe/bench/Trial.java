package io.github.ipclint.probe.bench;

import java.io.IOException;

/** One go at an experiment. */
@FunctionalInterface
public interface Trial {
    Seen run(Bench bench) throws IOException;
}
