package io.github.ipclint.probe.observation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who waits for whom. A process is stuck when only stuck processes could end what it waits for: the largest such set is found by taking
 * away everybody whom somebody else can wake.
 */
public final class WaitFor {
    /** What a stuck process waits for. */
    public enum Reason {
        /** Bytes, or the end, of a pipe whose writing ends only stuck processes hold. */
        EMPTY_PIPE,
        /** Room in a pipe whose reading ends only stuck processes hold. */
        FULL_PIPE,
        /** The end of a child that is stuck. */
        CHILD
    }

    /**
     * One edge of the proof.
     *
     * @param on the pipe, or the child
     * @param by those who could end it, all of them stuck
     */
    public record Wait(SeenProcess process, Reason reason, String on, List<SeenProcess> by) {
        public Wait {
            by = List.copyOf(by);
        }
    }

    private WaitFor() {}

    /** The stuck processes; empty unless nobody has moved between the two looks. */
    public static List<Wait> stuck(Snapshot earlier, Snapshot later) {
        Map<Integer, Wait> candidates = new LinkedHashMap<>();
        for (SeenProcess process : later.living()) {
            boolean moved = earlier.process(process.pid()).map(before -> !positions(before).equals(positions(process))).orElse(true);
            if (!moved && !process.catchesSignals() && process.threads().size() == 1) {
                wait(process, later).ifPresent(wait -> candidates.put(process.pid(), wait));
            }
        }
        Set<Integer> stuck = new HashSet<>(candidates.keySet());
        while (candidates.values().stream().anyMatch(wait -> isWakeable(wait, stuck) && stuck.remove(wait.process().pid()))) {
            // until nobody can be woken any more
        }
        return candidates.values().stream().filter(wait -> stuck.contains(wait.process().pid())).toList();
    }

    private static boolean isWakeable(Wait wait, Set<Integer> stuck) {
        return wait.by().stream().anyMatch(other -> !stuck.contains(other.pid()));
    }

    private static List<String> positions(SeenProcess process) {
        return process.threads().stream().map(SeenThread::position).toList();
    }

    private static Optional<Wait> wait(SeenProcess process, Snapshot all) {
        return process.threads().getFirst().call().flatMap(call -> {
            if (call.reads() || call.writes()) {
                return onPipe(process, call, all);
            }
            return call.awaited().flatMap(child -> onChild(process, child, all));
        });
    }

    /** Only pipes that somebody in sight holds the other end of: what nobody here holds, somebody outside does. */
    private static Optional<Wait> onPipe(SeenProcess process, Call call, Snapshot all) {
        Optional<Descriptor> used = process.descriptors().stream()
                .filter(descriptor -> descriptor.number() == call.descriptor() && descriptor.isPipe())
                .findFirst();
        return used.flatMap(pipe -> {
            List<SeenProcess> holders = all.living().stream()
                    .filter(other -> other.descriptors().stream().anyMatch(held -> held.target().equals(pipe.target())
                            && (call.reads() ? held.writable() : held.readable())))
                    .toList();
            return holders.isEmpty() ? Optional.empty()
                    : Optional.of(new Wait(process, call.reads() ? Reason.EMPTY_PIPE : Reason.FULL_PIPE, pipe.target(), holders));
        });
    }

    private static Optional<Wait> onChild(SeenProcess process, int awaited, Snapshot all) {
        List<SeenProcess> children = new ArrayList<>();
        for (SeenProcess other : all.processes()) {
            if (other.parent() == process.pid() && (awaited <= 0 || other.innerPid() == awaited)) {
                children.add(other);
            }
        }
        boolean answered = children.isEmpty() || children.stream().anyMatch(SeenProcess::isZombie);
        return answered ? Optional.empty()
                : Optional.of(new Wait(process, Reason.CHILD, children.getFirst().title(), children));
    }
}
