package io.github.ipclint.engine;

import org.jspecify.annotations.Nullable;

/** Told of every read of a cell that others may see, and of what becomes of results of calls; knows what changes while the path runs. */
interface MemoryWatch {
    void accessed(State state, Symbol mapping, Location location, boolean write);

    /** A value serves as an address, a length or an index. */
    void used(State state, Value value, ResultLog.Purpose purpose);

    /** Something became of a value that no branch shows. */
    void treated(Value value, ResultLog.Treatment treatment);

    /** Whether a cell may hold something else than this value, which the path has put there. */
    boolean mayChange(Location cell, @Nullable Value value);
}
