package io.github.ipclint.engine;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Immutable hash array mapped trie (Bagwell). Its order depends on the hash codes only: keys whose hash codes are the same in every
 * run give the same order in every run.
 */
final class PersistentMap<K, V> extends AbstractMap<K, V> {
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final int HASH_BITS = 32;

    /** Bits that keys of one cluster share: three levels. */
    private static final int CLUSTER_BITS = 3 * BITS;

    private static final int CLUSTER_MASK = (1 << CLUSTER_BITS) - 1;
    private static final Object[] NONE = {};
    private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(new Node(0, NONE), 0);

    /** A key that lies next to others of its cluster, so that all of them are found without a search of the whole map. */
    interface Clustered {
        /** What keys of one cluster have in common. */
        Object cluster();
    }

    /** Slots are leaves or deeper nodes; below the last level, leaves whose hash codes are equal. */
    record Node(int bitmap, Object[] slots) {}

    /** An entry with its key's hash code, which is asked for much more often than it is cheap to compute. */
    static final class Leaf extends SimpleImmutableEntry<Object, Object> {
        private static final long serialVersionUID = 1;

        final int hash;

        Leaf(Object key, Object value, int hash) {
            super(key, value);
            this.hash = hash;
        }

        boolean isOf(Object key, int keyHash) {
            return hash == keyHash && (getKey() == key || getKey().equals(key));
        }
    }

    /** Told of the keys that two maps bind differently; null stands for no binding. */
    @FunctionalInterface
    interface Difference<K, V> {
        /** @return whether to go on */
        boolean at(K key, @Nullable V mine, @Nullable V theirs);
    }

    private final Node root;
    private final int size;
    private int hash;

    private PersistentMap(Node root, int size) {
        this.root = root;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // an empty map holds nothing of either type
    static <K, V> PersistentMap<K, V> empty() {
        return (PersistentMap<K, V>) EMPTY;
    }

    private static int hash(Object key) {
        int hash = spread(key.hashCode());
        if (!(key instanceof Clustered part)) {
            return hash;
        }
        // Most keys are plain variables, each of which is its own cluster.
        Object cluster = part.cluster();
        int shared = cluster == key ? hash : spread(cluster.hashCode());
        return (shared & CLUSTER_MASK) | (hash << CLUSTER_BITS);
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15) ^ (hash << 7);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    @SuppressWarnings("unchecked") // leaves are made by plus alone
    public @Nullable V get(@Nullable Object key) {
        Leaf leaf = key == null || size == 0 ? null : find(key, hash(key));
        return leaf == null ? null : (V) leaf.getValue();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && size > 0 && find(key, hash(key)) != null;
    }

    private @Nullable Leaf find(Object key, int hash) {
        Node node = root;
        for (int shift = 0; shift < HASH_BITS; shift += BITS) {
            int bit = 1 << ((hash >>> shift) & MASK);
            if ((node.bitmap & bit) == 0) {
                return null;
            }
            Object slot = node.slots[Integer.bitCount(node.bitmap & (bit - 1))];
            if (slot instanceof Leaf leaf) {
                return leaf.isOf(key, hash) ? leaf : null;
            }
            node = (Node) slot;
        }
        for (Object slot : node.slots) {
            if (slot instanceof Leaf leaf && leaf.isOf(key, hash)) {
                return leaf;
            }
        }
        return null;
    }

    /** This map with the key bound to the value. */
    PersistentMap<K, V> plus(K key, V value) {
        int keyHash = hash(key);
        Leaf known = find(key, keyHash);
        if (known != null && known.getValue().equals(value)) {
            return this;
        }
        return new PersistentMap<>(plus(root, new Leaf(key, value, keyHash), 0), known != null ? size : size + 1);
    }

    private static Node plus(Node node, Leaf added, int shift) {
        if (shift >= HASH_BITS) {
            return collide(node, added);
        }
        int bit = 1 << ((added.hash >>> shift) & MASK);
        int index = Integer.bitCount(node.bitmap & (bit - 1));
        if ((node.bitmap & bit) == 0) {
            Object[] slots = new Object[node.slots.length + 1];
            System.arraycopy(node.slots, 0, slots, 0, index);
            slots[index] = added;
            System.arraycopy(node.slots, index, slots, index + 1, node.slots.length - index);
            return new Node(node.bitmap | bit, slots);
        }
        Object[] slots = node.slots.clone();
        Object slot = slots[index];
        if (slot instanceof Leaf other && !other.isOf(added.getKey(), added.hash)) {
            slots[index] = plus(plus(new Node(0, NONE), other, shift + BITS), added, shift + BITS);
        } else {
            slots[index] = slot instanceof Node deeper ? plus(deeper, added, shift + BITS) : added;
        }
        return new Node(node.bitmap, slots);
    }

    private static Node collide(Node node, Leaf added) {
        for (int i = 0; i < node.slots.length; i++) {
            if (((Leaf) node.slots[i]).isOf(added.getKey(), added.hash)) {
                Object[] slots = node.slots.clone();
                slots[i] = added;
                return new Node(0, slots);
            }
        }
        Object[] slots = Arrays.copyOf(node.slots, node.slots.length + 1);
        slots[node.slots.length] = added;
        return new Node(0, slots);
    }

    /** This map without the key. */
    PersistentMap<K, V> minus(K key) {
        int keyHash = hash(key);
        if (find(key, keyHash) == null) {
            return this;
        }
        Node rest = minus(root, key, keyHash, 0);
        return rest == null ? empty() : new PersistentMap<>(rest, size - 1);
    }

    private static @Nullable Node minus(Node node, Object key, int hash, int shift) {
        boolean last = shift >= HASH_BITS;
        int bit = last ? 0 : 1 << ((hash >>> shift) & MASK);
        int index = last ? collision(node, key) : Integer.bitCount(node.bitmap & (bit - 1));
        Node deeper = node.slots[index] instanceof Node child ? minus(child, key, hash, shift + BITS) : null;
        if (deeper != null) {
            Object[] slots = node.slots.clone();
            slots[index] = deeper;
            return new Node(node.bitmap, slots);
        }
        if (node.slots.length == 1) {
            return null;
        }
        Object[] slots = new Object[node.slots.length - 1];
        System.arraycopy(node.slots, 0, slots, 0, index);
        System.arraycopy(node.slots, index + 1, slots, index, slots.length - index);
        return new Node(node.bitmap & ~bit, slots);
    }

    private static int collision(Node node, Object key) {
        int index = 0;
        while (!((Leaf) node.slots[index]).getKey().equals(key)) {
            index++;
        }
        return index;
    }

    /** The keys that the two maps bind differently, or that only one binds; what the maps share costs nothing. */
    static <K, V> List<K> differences(PersistentMap<K, V> one, PersistentMap<K, V> other) {
        List<K> keys = new ArrayList<>();
        one.compare(other, (key, mine, theirs) -> keys.add(key));
        return keys;
    }

    /** Visits the differences to the other map; false when the visitor has stopped it. */
    boolean compare(PersistentMap<K, V> other, Difference<K, V> visitor) {
        return TrieComparison.compare(root, other.root, visitor);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof PersistentMap<?, ?> map
                && (map.root == root || (map.size == size && TrieComparison.compare(root, map.root, (key, mine, theirs) -> false))));
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = super.hashCode();
        }
        return hash;
    }

    /** Whether some entry passes the test; much cheaper than an iterator. */
    boolean anyMatch(BiPredicate<? super K, ? super V> test) {
        return anyMatch(root, test);
    }

    @SuppressWarnings("unchecked") // leaves are made by plus alone
    private static <K, V> boolean anyMatch(Node node, BiPredicate<? super K, ? super V> test) {
        for (Object slot : node.slots) {
            if (slot instanceof Leaf leaf ? test.test((K) leaf.getKey(), (V) leaf.getValue()) : anyMatch((Node) slot, test)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        forEach(root, action);
    }

    /** Visits the entries whose keys are of the cluster, and perhaps a few others. */
    void forEachNear(Object cluster, BiConsumer<? super K, ? super V> action) {
        int hash = spread(cluster.hashCode());
        Node node = root;
        for (int shift = 0; shift < CLUSTER_BITS; shift += BITS) {
            int bit = 1 << ((hash >>> shift) & MASK);
            if ((node.bitmap & bit) == 0) {
                return;
            }
            Object slot = node.slots[Integer.bitCount(node.bitmap & (bit - 1))];
            node = slot instanceof Node deeper ? deeper : new Node(0, new Object[] {slot});
            if (slot instanceof Leaf) {
                break;
            }
        }
        forEach(node, action);
    }

    @SuppressWarnings("unchecked") // leaves are made by plus alone
    private static <K, V> void forEach(Node node, BiConsumer<? super K, ? super V> action) {
        for (Object slot : node.slots) {
            if (slot instanceof Leaf leaf) {
                action.accept((K) leaf.getKey(), (V) leaf.getValue());
            } else {
                forEach((Node) slot, action);
            }
        }
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return size == 0 ? Collections.emptyIterator() : new TrieIterator<>(root);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
