package io.github.ipclint.engine;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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
    private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(new Node(0, new Object[0]), 0);

    /** Slots are entries or deeper nodes; below the last level, entries whose hash codes are equal. */
    private record Node(int bitmap, Object[] slots) {}

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
        int hash = key.hashCode();
        return hash ^ (hash >>> 15) ^ (hash << 7);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings("unchecked") // entries are made by plus alone
    public @Nullable V get(@Nullable Object key) {
        if (key == null) {
            return null;
        }
        Entry<?, ?> entry = find(key);
        return entry == null ? null : (V) entry.getValue();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && find(key) != null;
    }

    private @Nullable Entry<?, ?> find(Object key) {
        int hash = hash(key);
        Node node = root;
        for (int shift = 0; shift < HASH_BITS; shift += BITS) {
            int bit = 1 << ((hash >>> shift) & MASK);
            if ((node.bitmap & bit) == 0) {
                return null;
            }
            Object slot = node.slots[Integer.bitCount(node.bitmap & (bit - 1))];
            if (slot instanceof Entry<?, ?> entry) {
                return entry.getKey().equals(key) ? entry : null;
            }
            node = (Node) slot;
        }
        for (Object slot : node.slots) {
            if (((Entry<?, ?>) slot).getKey().equals(key)) {
                return (Entry<?, ?>) slot;
            }
        }
        return null;
    }

    /** This map with the key bound to the value. */
    PersistentMap<K, V> plus(K key, V value) {
        boolean known = find(key) != null;
        return new PersistentMap<>(plus(root, new SimpleImmutableEntry<>(key, value), hash(key), 0), known ? size : size + 1);
    }

    private static Node plus(Node node, Entry<?, ?> entry, int hash, int shift) {
        if (shift >= HASH_BITS) {
            return collide(node, entry);
        }
        int bit = 1 << ((hash >>> shift) & MASK);
        int index = Integer.bitCount(node.bitmap & (bit - 1));
        if ((node.bitmap & bit) == 0) {
            Object[] slots = new Object[node.slots.length + 1];
            System.arraycopy(node.slots, 0, slots, 0, index);
            slots[index] = entry;
            System.arraycopy(node.slots, index, slots, index + 1, node.slots.length - index);
            return new Node(node.bitmap | bit, slots);
        }
        Object[] slots = node.slots.clone();
        Object slot = slots[index];
        if (slot instanceof Entry<?, ?> other && !other.getKey().equals(entry.getKey())) {
            Node deeper = plus(new Node(0, new Object[0]), other, hash(other.getKey()), shift + BITS);
            slots[index] = plus(deeper, entry, hash, shift + BITS);
        } else {
            slots[index] = slot instanceof Node deeper ? plus(deeper, entry, hash, shift + BITS) : entry;
        }
        return new Node(node.bitmap, slots);
    }

    private static Node collide(Node node, Entry<?, ?> entry) {
        for (int i = 0; i < node.slots.length; i++) {
            if (((Entry<?, ?>) node.slots[i]).getKey().equals(entry.getKey())) {
                Object[] slots = node.slots.clone();
                slots[i] = entry;
                return new Node(0, slots);
            }
        }
        Object[] slots = Arrays.copyOf(node.slots, node.slots.length + 1);
        slots[node.slots.length] = entry;
        return new Node(0, slots);
    }

    /** This map without the key. */
    PersistentMap<K, V> minus(K key) {
        if (find(key) == null) {
            return this;
        }
        Node rest = minus(root, key, hash(key), 0);
        return rest == null ? empty() : new PersistentMap<>(rest, size - 1);
    }

    private static @Nullable Node minus(Node node, Object key, int hash, int shift) {
        int index = shift >= HASH_BITS ? collision(node, key) : Integer.bitCount(node.bitmap & ((1 << ((hash >>> shift) & MASK)) - 1));
        int bit = shift >= HASH_BITS ? 0 : 1 << ((hash >>> shift) & MASK);
        Object slot = node.slots[index];
        Node deeper = slot instanceof Node child ? minus(child, key, hash, shift + BITS) : null;
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
        while (!((Entry<?, ?>) node.slots[index]).getKey().equals(key)) {
            index++;
        }
        return index;
    }

    /** The keys that the two maps bind differently, or that only one binds; what the maps share costs nothing. */
    static <K, V> Set<K> differences(PersistentMap<K, V> one, PersistentMap<K, V> other) {
        Set<K> keys = new LinkedHashSet<>();
        differ(one.root, other.root, keys, Integer.MAX_VALUE);
        return keys;
    }

    /** Adds differing keys until there are more than the limit. */
    private static <K> void differ(Node one, Node other, Set<K> keys, int limit) {
        if (one == other || keys.size() > limit) {
            return;
        }
        if (one.bitmap == 0 || other.bitmap == 0) {
            compare(entries(one), entries(other), keys);
            return;
        }
        for (int bits = one.bitmap | other.bitmap; bits != 0; bits &= bits - 1) {
            Object mine = slot(one, bits & -bits);
            Object theirs = slot(other, bits & -bits);
            if (mine == theirs) {
                continue;
            }
            if (mine instanceof Node left && theirs instanceof Node right) {
                differ(left, right, keys, limit);
            } else {
                compare(entries(mine), entries(theirs), keys);
            }
        }
    }

    private static @Nullable Object slot(Node node, int bit) {
        return (node.bitmap & bit) == 0 ? null : node.slots[Integer.bitCount(node.bitmap & (bit - 1))];
    }

    private static List<Entry<?, ?>> entries(@Nullable Object slot) {
        return switch (slot) {
            case null -> List.of();
            case Node node -> {
                List<Entry<?, ?>> all = new ArrayList<>();
                new Walk<>(node).forEachRemaining(all::add);
                yield all;
            }
            default -> List.of((Entry<?, ?>) slot);
        };
    }

    @SuppressWarnings("unchecked") // entries are made by plus alone
    private static <K> void compare(List<Entry<?, ?>> mine, List<Entry<?, ?>> theirs, Set<K> keys) {
        for (Entry<?, ?> entry : mine) {
            if (!theirs.contains(entry)) {
                keys.add((K) entry.getKey());
            }
        }
        for (Entry<?, ?> entry : theirs) {
            if (!mine.contains(entry)) {
                keys.add((K) entry.getKey());
            }
        }
    }

    private static boolean same(PersistentMap<?, ?> one, PersistentMap<?, ?> other) {
        Set<Object> keys = new LinkedHashSet<>();
        differ(one.root, other.root, keys, 0);
        return keys.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof PersistentMap<?, ?> map
                && (map.root == root || (map.size == size && same(this, map))));
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

    @SuppressWarnings("unchecked") // entries are made by plus alone
    private static <K, V> boolean anyMatch(Node node, BiPredicate<? super K, ? super V> test) {
        for (Object slot : node.slots) {
            boolean found = slot instanceof Node deeper
                    ? anyMatch(deeper, test)
                    : test.test((K) ((Entry<?, ?>) slot).getKey(), (V) ((Entry<?, ?>) slot).getValue());
            if (found) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        PersistentMap.<K, V>anyMatch(root, (key, value) -> {
            action.accept(key, value);
            return false;
        });
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Walk<>(root);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private static final class Walk<K, V> implements Iterator<Map.Entry<K, V>> {
        private final Deque<Node> nodes = new ArrayDeque<>();
        private final Deque<int[]> positions = new ArrayDeque<>();

        Walk(Node root) {
            enter(root);
        }

        private void enter(Node node) {
            nodes.push(node);
            positions.push(new int[1]);
        }

        @Override
        public boolean hasNext() {
            while (!nodes.isEmpty() && positions.element()[0] >= nodes.element().slots.length) {
                nodes.pop();
                positions.pop();
            }
            return !nodes.isEmpty();
        }

        @Override
        @SuppressWarnings("unchecked") // entries are made by plus alone
        public Entry<K, V> next() {
            while (hasNext()) {
                Object slot = nodes.element().slots[positions.element()[0]++];
                if (slot instanceof Entry<?, ?> entry) {
                    return (Entry<K, V>) entry;
                }
                enter((Node) slot);
            }
            throw new NoSuchElementException();
        }
    }
}
