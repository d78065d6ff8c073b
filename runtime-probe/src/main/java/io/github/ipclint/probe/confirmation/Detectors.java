package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.WaitFor.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which rules have a detector. */
public final class Detectors {
    private static final Map<String, Detector> BY_RULE = Map.of(
            "missing-ipc-rmid", new LeftObjects(true),
            "missing-unlink", new LeftObjects(false),
            "pipe-unclosed-end", new Standstill("standstill-on-empty-pipe", Reason.EMPTY_PIPE),
            "wait-before-drain", new Standstill("standstill-on-full-pipe", Reason.FULL_PIPE),
            "fd-leak", new LeakedDescriptors(),
            "unreaped-child", new Zombies(),
            "fifo-rdonly-spin", new Spin());

    private Detectors() {}

    /** Ids of the rules whose findings can be confirmed. */
    public static Set<String> rules() {
        return BY_RULE.keySet();
    }

    static Optional<Detector> of(String rule) {
        return Optional.ofNullable(BY_RULE.get(rule));
    }
}
