package io.github.ipclint.engine;

import java.util.function.Supplier;

/** Threads for work that stands alone, with stacks for deeply nested sources. */
public interface Workers {
    /**
     * Begins the work.
     *
     * @return waits for its result; throws what the work has thrown
     */
    <T> Supplier<T> start(Supplier<T> work);
}
