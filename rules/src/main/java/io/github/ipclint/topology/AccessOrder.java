package io.github.ipclint.topology;

import io.github.ipclint.engine.Symbol;
import io.github.ipclint.engine.SyncObject;
import io.github.ipclint.model.Effect.Namespace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Which accesses to shared memory by different processes nothing orders (DESIGN: Order). */
public final class AccessOrder {
    /** Two accesses by different processes to the same bytes, the first a write, in no order. */
    public record Race(MemoryAccess write, MemoryAccess other) {}

    private AccessOrder() {}

    /** Every race over a channel, by the place of the write. */
    public static List<Race> races(Channel channel) {
        List<Race> races = new ArrayList<>();
        List<MemoryAccess> accesses = channel.accesses();
        for (MemoryAccess write : accesses) {
            if (!write.write()) {
                continue;
            }
            for (MemoryAccess other : accesses) {
                boolean seen = other.write() && other.compareTo(write) < 0;
                if (!seen && other.isOfAnotherProcess(write) && write.overlaps(other) && !areOrdered(write, other)) {
                    races.add(new Race(write, other));
                }
            }
        }
        return races;
    }

    /**
     * A release after the earlier one that the other acquires before orders them; where the earlier one repeats, its next round must
     * in turn wait for the other.
     */
    static boolean areOrdered(MemoryAccess one, MemoryAccess other) {
        return comesFirst(one, other) || comesFirst(other, one);
    }

    private static boolean comesFirst(MemoryAccess one, MemoryAccess other) {
        if (!meet(one, one.released(), other, other.acquired())) {
            return false;
        }
        return !one.repeats() || meet(other, other.released(), one, one.acquired())
                || meet(other, other.released(), one, one.renewed());
    }

    private static boolean meet(MemoryAccess from, Set<SyncObject> released, MemoryAccess to, Set<SyncObject> acquired) {
        return !Collections.disjoint(released, acquired) || mayMeetUnseen(from, released, to, acquired);
    }

    /** Both synchronise over something that nobody could name: it may be one thing. */
    private static boolean mayMeetUnseen(MemoryAccess from, Set<SyncObject> released, MemoryAccess to, Set<SyncObject> acquired) {
        return from.program() != to.program()
                && released.stream().anyMatch(AccessOrder::isUnnamed)
                && acquired.stream().anyMatch(AccessOrder::isUnnamed);
    }

    /** A descriptor of the terminal or a file orders nothing that a name could tell. */
    private static boolean isUnnamed(SyncObject sync) {
        return switch (sync) {
            case SyncObject.Channel(var object, long ignored) -> !object.isNamed() && object.namespace() != Namespace.FILE;
            case SyncObject.Unknown(Symbol symbol) -> !(symbol instanceof Symbol.StandardSlot);
            case SyncObject.Description ignored -> false;
            case SyncObject.Memory ignored -> false;
            case SyncObject.Start ignored -> false;
            case SyncObject.End ignored -> false;
        };
    }
}
