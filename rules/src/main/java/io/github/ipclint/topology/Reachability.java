package io.github.ipclint.topology;

import io.github.ipclint.engine.CallPath;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.ir.Cfg;
import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Cfg.Edge;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What can follow what within one process, by control flow alone. */
public final class Reachability {
    private static final int NOWHERE = -1;

    private Reachability() {}

    /**
     * Whether no run of a process reaches both sites, as with two roles chosen by an argument: in the innermost activation that
     * leads to both, neither call leads to the other.
     */
    public static boolean areAlternatives(Site one, Site other) {
        CallPath shared = innermost(one, other);
        if (shared == null) {
            return false;
        }
        Cfg cfg = shared.function().cfg();
        int first = block(cfg, projection(one, shared));
        int second = block(cfg, projection(other, shared));
        return first != NOWHERE && second != NOWHERE && first != second
                && !reaches(cfg, first, second, NOWHERE) && !reaches(cfg, second, first, NOWHERE);
    }

    /** Whether the process may come to the site after it has been at the earlier one, once more or for the first time. */
    public static boolean mayFollow(Site site, Site earlier) {
        CallPath shared = innermost(site, earlier);
        if (shared == null) {
            return false;
        }
        Cfg cfg = shared.function().cfg();
        int from = block(cfg, projection(earlier, shared));
        int to = block(cfg, projection(site, shared));
        return from != NOWHERE && to != NOWHERE && reaches(cfg, from, to, NOWHERE);
    }

    /** The function whose activation leads to both, as near as there is one; null where they have none in common. */
    public static @Nullable Function commonFunction(Site one, Site other) {
        CallPath shared = innermost(one, other);
        return shared == null ? null : shared.function();
    }

    /** The innermost activation that leads to both, null where they have none in common. */
    private static @Nullable CallPath innermost(Site one, Site other) {
        CallPath shared = one.path();
        while (shared != null && !other.path().isWithin(shared)) {
            shared = caller(shared);
        }
        return shared;
    }

    /** Whether the process may come to the site more than once: some activation on the way has it in a loop. */
    static boolean mayRepeat(Site site, ProcessInstance process) {
        Site at = site;
        while (true) {
            CallPath path = at.path();
            Cfg cfg = path.function().cfg();
            int block = block(cfg, at.instruction());
            if (block != NOWHERE && reaches(cfg, block, block, birth(path, process))) {
                return true;
            }
            Site call = path.callSite();
            if (call == null) {
                return false;
            }
            at = call;
        }
    }

    /** The block where the process came into being, when that lies in this activation: a loop through it makes another process. */
    private static int birth(CallPath path, ProcessInstance process) {
        Site origin = process.origin();
        return origin == null || !origin.path().isWithin(path) ? NOWHERE : block(path.function().cfg(), projection(origin, path));
    }

    /** The instruction of the activation that leads to the site, or is it. */
    private static Instruction projection(Site site, CallPath within) {
        Site at = site;
        while (at.path() != within) {
            Site call = at.path().callSite();
            if (call == null) {
                return at.instruction();
            }
            at = call;
        }
        return at.instruction();
    }

    private static @Nullable CallPath caller(CallPath path) {
        Site call = path.callSite();
        return call == null ? null : call.path();
    }

    private static int block(Cfg cfg, Instruction instruction) {
        for (Block block : cfg.blocks()) {
            for (Instruction candidate : block.instructions()) {
                if (candidate == instruction) {
                    return block.id();
                }
            }
        }
        return NOWHERE;
    }

    /** Whether at least one edge leads from a block to another without passing a third. */
    private static boolean reaches(Cfg cfg, int from, int to, int avoided) {
        BitSet seen = new BitSet();
        Deque<Integer> work = new ArrayDeque<>();
        work.add(from);
        while (!work.isEmpty()) {
            for (Edge edge : cfg.blocks().get(work.poll()).edges()) {
                int target = edge.target();
                if (target == avoided) {
                    continue;
                }
                if (target == to) {
                    return true;
                }
                if (!seen.get(target)) {
                    seen.set(target);
                    work.add(target);
                }
            }
        }
        return false;
    }
}
