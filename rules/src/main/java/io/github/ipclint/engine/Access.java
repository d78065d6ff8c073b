package io.github.ipclint.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
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
 * @param given tokens released before it, each with what was acquired since on every path: with nothing acquired since, who waited for
 *     the token may be ahead of this access
 * @param renewed sync objects acquired on every way from this access back to itself; null when there was none
 */
public record Access(Site site, ProcessInstance process, Symbol mapping, KernelObject object, Location location, boolean write,
        Set<SyncObject> acquired, Map<SyncObject, Set<SyncObject>> given, Set<SyncObject> released, Set<SyncObject> since,
        @Nullable Set<SyncObject> renewed) {
    /** What one instruction touches; it may touch several places. */
    record Key(Site site, Location location, boolean write) {
        @Override
        public int hashCode() {
            return (site.hashCode() * 31 + location.hashCode()) * 31 + Boolean.hashCode(write);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Key that && site == that.site && write == that.write && location.equals(that.location));
        }
    }

    Key key() {
        return new Key(site, location, write);
    }

    Access releasing(SyncObject sync) {
        return released.contains(sync)
                ? this
                : new Access(site, process, mapping, object, location, write, acquired, given, with(released, sync), since, renewed);
    }

    Access acquiring(SyncObject sync) {
        return since.contains(sync)
                ? this
                : new Access(site, process, mapping, object, location, write, acquired, given, released, with(since, sync), renewed);
    }

    /** This access as one that follows another of the same process at the same place. */
    Access after(Access before) {
        return new Access(
                site, process, mapping, object, location, write, acquired, given, Set.of(), Set.of(), both(before.since, before.renewed));
    }

    /** What holds on both paths, and what is released on either: who waits for a release has waited for a path that makes it. */
    Access meet(Access other) {
        if (equals(other)) {
            return this;
        }
        Set<SyncObject> eitherReleased = new LinkedHashSet<>(released);
        eitherReleased.addAll(other.released);
        return new Access(site, process, mapping, object, location, write, both(acquired, other.acquired),
                metGiven(given, other.given), eitherReleased, both(since, other.since),
                renewed == null ? other.renewed : both(renewed, other.renewed));
    }

    /** What either path has given away, with what both have acquired since. */
    private static Map<SyncObject, Set<SyncObject>> metGiven(Map<SyncObject, Set<SyncObject>> one, Map<SyncObject, Set<SyncObject>> other) {
        Map<SyncObject, Set<SyncObject>> met = new LinkedHashMap<>(one);
        other.forEach((token, since) -> met.merge(token, since, Access::both));
        return met;
    }

    static Set<SyncObject> with(Set<SyncObject> set, SyncObject sync) {
        Set<SyncObject> more = new LinkedHashSet<>(set);
        more.add(sync);
        return more;
    }

    static Set<SyncObject> both(Set<SyncObject> one, @Nullable Set<SyncObject> other) {
        Set<SyncObject> both = new LinkedHashSet<>(one);
        if (other != null) {
            both.retainAll(other);
        }
        return both;
    }
}
