package io.github.ipclint.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One access to a shared mapping, with what orders it.
 *
 * @param mapping the mapping's object
 * @param write whether it writes
 * @param acquired sync objects acquired before it on every path
 * @param released sync objects released after it on some path
 * @param since sync objects acquired after it on every path
 * @param renewed sync objects acquired on every way from this access back to itself; null when there was none
 */
public record Access(Site site, ProcessInstance process, Symbol mapping, KernelObject object, Location location, boolean write,
        Set<SyncObject> acquired, Set<SyncObject> released, Set<SyncObject> since, @Nullable Set<SyncObject> renewed) {
    /** What one instruction touches; it may touch several places. */
    record Key(Site site, Location location, boolean write) {}

    Key key() {
        return new Key(site, location, write);
    }

    Access releasing(SyncObject sync) {
        return released.contains(sync)
                ? this
                : new Access(site, process, mapping, object, location, write, acquired, with(released, sync), since, renewed);
    }

    Access acquiring(SyncObject sync) {
        return since.contains(sync)
                ? this
                : new Access(site, process, mapping, object, location, write, acquired, released, with(since, sync), renewed);
    }

    /** The same access once more, after this one. */
    Access again(Set<SyncObject> acquiredNow) {
        return new Access(site, process, mapping, object, location, write, acquiredNow, Set.of(), Set.of(), both(since, renewed));
    }

    /** What holds on both paths, and what is released on either: who waits for a release has waited for a path that makes it. */
    Access meet(Access other) {
        if (equals(other)) {
            return this;
        }
        Set<SyncObject> eitherReleased = new LinkedHashSet<>(released);
        eitherReleased.addAll(other.released);
        return new Access(site, process, mapping, object, location, write, both(acquired, other.acquired), eitherReleased,
                both(since, other.since), renewed == null ? other.renewed : both(renewed, other.renewed));
    }

    private static Set<SyncObject> with(Set<SyncObject> set, SyncObject sync) {
        Set<SyncObject> more = new LinkedHashSet<>(set);
        more.add(sync);
        return more;
    }

    private static Set<SyncObject> both(Set<SyncObject> one, @Nullable Set<SyncObject> other) {
        Set<SyncObject> both = new LinkedHashSet<>(one);
        if (other != null) {
            both.retainAll(other);
        }
        return both;
    }
}
