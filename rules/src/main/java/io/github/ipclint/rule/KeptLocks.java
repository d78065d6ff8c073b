package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.Site;
import io.github.ipclint.model.Effect.Fact;
import java.util.HashSet;
import java.util.Set;

/** Descriptors that stay open for the sake of a lock that they hold: closing them would give it back. */
final class KeptLocks {
    private final Set<Site> released = new HashSet<>();

    KeptLocks(Exploration exploration) {
        for (Event.Used used : exploration.log().all(Event.Used.class)) {
            if (used.release() && used.handle() != null && used.handle().is(Fact.LOCKED) && used.handle().acquiredAt() != null) {
                released.add(used.handle().acquiredAt());
            }
        }
    }

    /** Whether the descriptor is kept on purpose: it holds its lock, once, and no path gives the lock back by closing it. */
    boolean keeps(Event.Lost lost) {
        return lost.handle().is(Fact.LOCKED) && lost.consequence() != Event.Consequence.ACCUMULATES
                && !released.contains(lost.handle().acquiredAt());
    }
}
