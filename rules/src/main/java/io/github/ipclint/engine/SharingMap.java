package io.github.ipclint.engine;

import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A map that changes, whose copies cost nothing. */
class SharingMap<K, V> {
    private PersistentMap<K, V> entries;

    SharingMap() {
        this(PersistentMap.empty());
    }

    SharingMap(PersistentMap<K, V> entries) {
        this.entries = entries;
    }

    SharingMap<K, V> copy() {
        return new SharingMap<>(entries);
    }

    @Nullable V get(K key) {
        return entries.get(key);
    }

    boolean contains(K key) {
        return entries.containsKey(key);
    }

    void put(K key, V value) {
        entries = entries.plus(key, value);
    }

    @Nullable V remove(K key) {
        V value = entries.get(key);
        if (value != null) {
            entries = entries.minus(key);
        }
        return value;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether some entry passes the test. */
    boolean anyMatch(BiPredicate<? super K, ? super V> test) {
        return entries.anyMatch(test);
    }

    /** What it holds now; later changes do not show. */
    final PersistentMap<K, V> view() {
        return entries;
    }

    /** Holds these entries from now on. */
    final void set(PersistentMap<K, V> others) {
        entries = others;
    }

    /** The keys that the other map binds differently, or that only one of them binds. */
    List<K> differences(SharingMap<K, V> other) {
        return PersistentMap.differences(entries, other.entries);
    }

    /** Visits what the other map binds differently, until the visitor has seen enough. */
    void compare(SharingMap<K, V> other, PersistentMap.Difference<K, V> visitor) {
        entries.compare(other.entries, visitor);
    }

    /** Whether both have the same keys. */
    boolean sameKeys(SharingMap<K, V> other) {
        return entries == other.entries
                || (entries.size() == other.entries.size()
                        && entries.compare(other.entries, (key, mine, theirs) -> mine != null && theirs != null));
    }

    boolean sameAs(SharingMap<K, V> other) {
        return entries.equals(other.entries);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SharingMap<?, ?> map && entries.equals(map.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
