package io.github.ipclint.engine;

import io.github.ipclint.engine.PersistentMap.Difference;
import io.github.ipclint.engine.PersistentMap.Leaf;
import io.github.ipclint.engine.PersistentMap.Node;
import org.jspecify.annotations.Nullable;

/** Walks two tries at once, past everything that they share. */
final class TrieComparison {
    private TrieComparison() {}

    /** Visits the keys that are bound differently; false when the visitor has stopped it. */
    static <K, V> boolean compare(Node one, Node other, Difference<K, V> visitor) {
        if (one == other) {
            return true;
        }
        if (one.bitmap() == 0 || other.bitmap() == 0) {
            return compareSlots(one, other, visitor);
        }
        // Slots stand in the order of their bits.
        int next = 0;
        int nextInOther = 0;
        for (int bits = one.bitmap() | other.bitmap(); bits != 0; bits &= bits - 1) {
            int bit = bits & -bits;
            Object mine = (one.bitmap() & bit) == 0 ? null : one.slots()[next++];
            Object theirs = (other.bitmap() & bit) == 0 ? null : other.slots()[nextInOther++];
            if (mine != theirs && !compareSlots(mine, theirs, visitor)) {
                return false;
            }
        }
        return true;
    }

    /** Slots in the same place: nothing, a leaf or a node each; nodes without a bitmap hold few leaves, or none. */
    private static <K, V> boolean compareSlots(@Nullable Object mine, @Nullable Object theirs, Difference<K, V> visitor) {
        if (mine instanceof Node left && theirs instanceof Node right && left.bitmap() != 0 && right.bitmap() != 0) {
            return compare(left, right, visitor);
        }
        return atEachOfMine(mine, theirs, visitor) && atEachOnlyTheirs(theirs, mine, visitor);
    }

    /** Leaves on this side that are bound differently on the other, or not at all. */
    private static <K, V> boolean atEachOfMine(@Nullable Object mine, @Nullable Object theirs, Difference<K, V> visitor) {
        if (mine instanceof Leaf leaf) {
            Leaf partner = leafOf(theirs, leaf);
            return (partner != null && (partner == leaf || partner.getValue().equals(leaf.getValue())))
                    || visit(visitor, leaf, leaf.getValue(), partner == null ? null : partner.getValue());
        }
        if (mine instanceof Node node) {
            for (Object deeper : node.slots()) {
                if (!atEachOfMine(deeper, theirs, visitor)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Leaves on the other side that this one does not bind. */
    private static <K, V> boolean atEachOnlyTheirs(@Nullable Object theirs, @Nullable Object mine, Difference<K, V> visitor) {
        if (theirs instanceof Leaf leaf) {
            return leafOf(mine, leaf) != null || visit(visitor, leaf, null, leaf.getValue());
        }
        if (theirs instanceof Node node) {
            for (Object deeper : node.slots()) {
                if (!atEachOnlyTheirs(deeper, mine, visitor)) {
                    return false;
                }
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked") // leaves are made by plus alone
    private static <K, V> boolean visit(Difference<K, V> visitor, Leaf leaf, @Nullable Object mine, @Nullable Object theirs) {
        return visitor.at((K) leaf.getKey(), (V) mine, (V) theirs);
    }

    /** The leaf of the same key in a slot. */
    private static @Nullable Leaf leafOf(@Nullable Object slot, Leaf wanted) {
        if (slot instanceof Leaf leaf) {
            return leaf == wanted || leaf.isOf(wanted.getKey(), wanted.hash) ? leaf : null;
        }
        if (slot instanceof Node node) {
            for (Object deeper : node.slots()) {
                Leaf found = leafOf(deeper, wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
