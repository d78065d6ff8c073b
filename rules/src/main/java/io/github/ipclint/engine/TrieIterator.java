package io.github.ipclint.engine;

import io.github.ipclint.engine.PersistentMap.Leaf;
import io.github.ipclint.engine.PersistentMap.Node;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** The entries of a trie in its order. */
final class TrieIterator<K, V> implements Iterator<Map.Entry<K, V>> {
    /** Five bits of the hash code on each level, and one level more for keys whose hash codes are equal. */
    private static final int LEVELS = 8;

    private final Node[] nodes = new Node[LEVELS];
    private final int[] positions = new int[LEVELS];
    private int level;

    TrieIterator(Node root) {
        nodes[0] = root;
    }

    @Override
    public boolean hasNext() {
        while (level >= 0 && positions[level] >= nodes[level].slots().length) {
            level--;
        }
        return level >= 0;
    }

    @Override
    @SuppressWarnings("unchecked") // leaves are made by plus alone
    public Map.Entry<K, V> next() {
        while (hasNext()) {
            Object slot = nodes[level].slots()[positions[level]++];
            if (slot instanceof Leaf leaf) {
                return (Map.Entry<K, V>) (Map.Entry<?, ?>) leaf;
            }
            level++;
            nodes[level] = (Node) slot;
            positions[level] = 0;
        }
        throw new NoSuchElementException();
    }
}
