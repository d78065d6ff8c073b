package io.github.ipclint.engine;

import io.github.ipclint.engine.ResultLog.Purpose;
import org.jspecify.annotations.Nullable;

/** What the expressions of the instruction that runs do with shared memory and with the results of calls. */
final class SiteWatch implements MemoryWatch {
    private final Exploration exploration;
    private @Nullable Site site;

    SiteWatch(Exploration exploration, @Nullable Site site) {
        this.exploration = exploration;
        this.site = site;
    }

    void moveTo(Site next) {
        site = next;
    }

    @Override
    public void accessed(State state, Symbol mapping, Location location, boolean write) {
        if (site != null) {
            exploration.accessed(site, state, mapping, location, write);
        }
    }

    @Override
    public void used(State state, Value value, Purpose purpose) {
        if (site != null) {
            exploration.unchecked().use(value, purpose, site, state);
        }
    }

    @Override
    public void treated(Value value, ResultLog.Treatment treatment) {
        exploration.log().results().treated(value, treatment);
    }

    @Override
    public boolean mayChange(Location cell, @Nullable Value value) {
        return exploration.concurrentWrites().mayChange(cell, value);
    }
}
