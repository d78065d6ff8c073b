package io.github.ipclint.topology;

import io.github.ipclint.engine.Access;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.Location;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.engine.SyncObject;
import io.github.ipclint.ir.Instruction.Call;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where one process of a program touches memory that it shares, over all paths.
 *
 * @param mapping the call that mapped it
 * @param acquired sync objects acquired before it on every path
 * @param given semaphores and locks released before it, each with what was acquired since on every path
 * @param released sync objects released after it on some path: a peer that acquires one has waited for such a path
 * @param renewed sync objects acquired on every way from it back to itself
 * @param repeats whether the process may come back to this very place in memory here
 */
public record MemoryAccess(Exploration program, Site site, ProcessInstance process, Symbol mapping, Location location, boolean write,
        Set<SyncObject> acquired, Map<SyncObject, Set<SyncObject>> given, Set<SyncObject> released, Set<SyncObject> renewed,
        boolean repeats) implements Comparable<MemoryAccess> {
    private static final Comparator<MemoryAccess> ORDER =
            Comparator.comparing((MemoryAccess access) -> access.program.root().unit()).thenComparing(MemoryAccess::site);

    /**
     * @param paths of one place and process: the same access on several paths
     * @param moves whether the process touches several places from here, so that every round has its own
     */
    static MemoryAccess of(Exploration program, List<Access> paths, boolean moves) {
        Access first = paths.getFirst();
        Set<SyncObject> acquired = new LinkedHashSet<>(first.acquired());
        Map<SyncObject, Set<SyncObject>> given = new LinkedHashMap<>();
        Set<SyncObject> released = new LinkedHashSet<>();
        Set<SyncObject> renewed = null;
        for (Access path : paths) {
            acquired.retainAll(path.acquired());
            path.given().forEach((token, since) -> given.computeIfAbsent(token, key -> new LinkedHashSet<>(since)).retainAll(since));
            released.addAll(path.released());
            if (renewed == null) {
                renewed = path.renewed() == null ? null : new LinkedHashSet<>(path.renewed());
            } else if (path.renewed() != null) {
                renewed.retainAll(path.renewed());
            }
        }
        return new MemoryAccess(program, first.site(), first.process(), first.mapping(), first.location(), first.write(), acquired, given,
                released,
                renewed == null ? Set.of() : renewed, !moves && Reachability.mayRepeat(first.site(), first.process()));
    }

    /** Whether two processes may run these at once; threads of one process share everything and are left to other tools. */
    boolean isOfAnotherProcess(MemoryAccess other) {
        if (program != other.program) {
            return true;
        }
        return process.process() != other.process.process() || (process.process().parent() == null && isOtherRun(other));
    }

    /** Two roles of one program, chosen by an argument: it may run twice. */
    private boolean isOtherRun(MemoryAccess other) {
        return !program.root().parameters().isEmpty() && Reachability.areAlternatives(site, other.site);
    }

    /** Whether both touch some byte of the memory, as far as their places within it tell. */
    boolean overlaps(MemoryAccess other) {
        return Overlap.of(location, isBulk(), other.location, other.isBulk());
    }

    /** A call such as a copy goes on beyond the place that it is given. */
    private boolean isBulk() {
        return site.instruction() instanceof Call;
    }

    /** By program, then by place. */
    @Override
    public int compareTo(MemoryAccess other) {
        return ORDER.compare(this, other);
    }
}
