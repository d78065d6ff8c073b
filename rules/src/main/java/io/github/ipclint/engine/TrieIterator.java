package io.github.ipclint.engine;

import io.github.ipclint.engine.PersistentMap.Leaf;
import io.github.ipclint.engine.PersistentMap.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** The entries of a trie in its order. */
final class TrieIterator<K, V> implements Iterator<Map.Entry<K, V>> {
    private final Deque<Node> nodes = new ArrayDeque<>();
    private final Deque<int[]> positions = new ArrayDeque<>();

    TrieIterator(Node root) {
        enter(root);
    }

    private void enter(Node node) {
        nodes.push(node);
        positions.push(new int[1]);
    }

    @Override
    public boolean hasNext() {
        while (!nodes.isEmpty() && positions.element()[0] >= nodes.element().slots().length) {
            nodes.pop();
            positions.pop();
        }
        return !nodes.isEmpty();
    }

    @Override
    @SuppressWarnings("unchecked") // leaves are made by plus alone
    public Map.Entry<K, V> next() {
        while (hasNext()) {
            Object slot = nodes.element().slots()[positions.element()[0]++];
            if (slot instanceof Leaf leaf) {
                return (Map.Entry<K, V>) (Map.Entry<?, ?>) leaf;
            }
            enter((Node) slot);
        }
        throw new NoSuchElementException();
    }
}
