package io.github.ipclint.probe.confirmation;

import io.github.ipclint.finding.Level;
import io.github.ipclint.probe.observation.WaitFor.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which rules have a detector. */
public final class Detectors {
    private static final Map<String, Detector> BY_RULE = Map.of(
            "missing-ipc-rmid", new LeftObjects(true),
            "missing-unlink", new LeftObjects(false),
            "pipe-end-inherited-by-sibling", new Standstill("standstill-on-empty-pipe", Reason.EMPTY_PIPE),
            "pipe-unclosed-end", new Standstill("standstill-on-empty-pipe", Reason.EMPTY_PIPE),
            "wait-before-drain", new Standstill("standstill-on-full-pipe", Reason.FULL_PIPE),
            "fd-leak", new LeakedDescriptors(),
            "shm-unsynchronized-access", new Races(),
            "unreaped-child", new Zombies(),
            "fifo-rdonly-spin", new Spin());

    /** The lesser half of the rule: a writer that keeps the reading end does not learn that its reader is gone. */
    private static final Detector DEAF_WRITER = new Standstill("standstill-on-full-pipe", Reason.FULL_PIPE);

    private Detectors() {}

    /** Ids of the rules whose findings can be confirmed. */
    public static Set<String> rules() {
        return BY_RULE.keySet();
    }

    /** Names of the detectors. */
    static Set<String> names() {
        return BY_RULE.values().stream().map(Detector::name).collect(Collectors.toSet());
    }

    /** What looks for the mistake of a finding; empty where nothing does. */
    static Optional<Detector> of(String rule, Level level) {
        return Optional.ofNullable(rule.equals("pipe-unclosed-end") && level != Level.ERROR ? DEAF_WRITER : BY_RULE.get(rule));
    }
}
