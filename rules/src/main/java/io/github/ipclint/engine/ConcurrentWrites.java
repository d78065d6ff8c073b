package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Variable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Static variables that change while a function runs: handlers and threads write them, or the source says so with {@code volatile}. */
final class ConcurrentWrites {
    private final Relevance relevance;
    private final Set<Variable> written = new HashSet<>();

    ConcurrentWrites(Relevance relevance) {
        this.relevance = relevance;
    }

    /**
     * A function may run from now on, at a moment that nobody knows.
     *
     * @param beside while the process goes on, as handlers and threads do
     */
    void begin(Function function, State entry, boolean beside) {
        if (beside) {
            written.addAll(relevance.writtenBy(function).statics());
        }
        forget(entry);
    }

    /** Whether the cell may hold something else than this value, which the path has put there. */
    boolean mayChange(Location cell, @Nullable Value value) {
        return cell.root() instanceof Location.Cell(Variable variable, var frame) && variable.isStatic()
                && (variable.marks().contains(Variable.Mark.VOLATILE) || written.contains(variable))
                && !(value instanceof Value.Number(long number) && relevance.stays(variable, number));
    }

    /** The numbers that a handler or thread finds are those of the moment when it runs, not of that when it was set up. */
    private void forget(State entry) {
        for (Map.Entry<Location, Value> cell : entry.memory.view().entrySet()) {
            if (cell.getValue() instanceof Value.Number(long number)
                    && cell.getKey().root() instanceof Location.Cell(Variable variable, var frame)
                    && variable.isStatic() && !relevance.stays(variable, number)) {
                entry.memory.put(cell.getKey(), Value.UNKNOWN);
            }
        }
    }
}
