package io.github.ipclint.engine;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One access to a shared mapping, with what orders it.
 *
 * @param mapping the mapping's object
 * @param write whether it writes
 * @param acquired sync objects acquired before it on every path
 * @param released sync objects released after it on every path seen
 */
public record Access(Site site, ProcessInstance process, Symbol mapping, KernelObject object, Location location, boolean write,
        Set<SyncObject> acquired, Set<SyncObject> released) {
    Access releasing(SyncObject sync) {
        if (released.contains(sync)) {
            return this;
        }
        Set<SyncObject> more = new LinkedHashSet<>(released);
        more.add(sync);
        return new Access(site, process, mapping, object, location, write, acquired, more);
    }

    /** What holds on both paths. */
    Access meet(Access other) {
        if (equals(other)) {
            return this;
        }
        Set<SyncObject> bothAcquired = new LinkedHashSet<>(acquired);
        bothAcquired.retainAll(other.acquired);
        Set<SyncObject> bothReleased = new LinkedHashSet<>(released);
        bothReleased.retainAll(other.released);
        return new Access(site, process, mapping, object, location, write, bothAcquired, bothReleased);
    }
}
