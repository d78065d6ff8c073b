package io.github.ipclint.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Insertion-ordered map that is copied only when one of the holders of a copy writes. */
final class SharingMap<K, V> {
    private LinkedHashMap<K, V> entries;
    private boolean shared;

    SharingMap() {
        this.entries = new LinkedHashMap<>();
    }

    private SharingMap(LinkedHashMap<K, V> entries) {
        this.entries = entries;
        this.shared = true;
    }

    SharingMap<K, V> copy() {
        shared = true;
        return new SharingMap<>(entries);
    }

    @Nullable V get(K key) {
        return entries.get(key);
    }

    boolean contains(K key) {
        return entries.containsKey(key);
    }

    void put(K key, V value) {
        if (!value.equals(entries.get(key))) {
            own().put(key, value);
        }
    }

    @Nullable V remove(K key) {
        return entries.containsKey(key) ? own().remove(key) : null;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** For reading; not to be kept across a write. */
    Map<K, V> view() {
        return entries;
    }

    boolean sameAs(SharingMap<K, V> other) {
        return entries == other.entries || entries.equals(other.entries);
    }

    private LinkedHashMap<K, V> own() {
        if (shared) {
            entries = new LinkedHashMap<>(entries);
            shared = false;
        }
        return entries;
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
