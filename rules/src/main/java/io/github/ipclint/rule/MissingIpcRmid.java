package io.github.ipclint.rule;

import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.model.Effect.Namespace;
import java.util.List;
import java.util.Set;

/** A System V object that the programs create and none of them removes. */
final class MissingIpcRmid implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "missing-ipc-rmid",
            Level.ERROR,
            List.of("C"),
            "a System V segment, queue or semaphore set is created and never removed, so that it stays in the kernel until the machine restarts",
            List.of("CWE-772"));

    private static final Set<Namespace> SYSTEM_V = Set.of(Namespace.SYSV_SHM, Namespace.SYSV_MSG, Namespace.SYSV_SEM);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        LeftoverObjects leftovers = new LeftoverObjects(context.system());
        context.system().channels().stream()
                .filter(channel -> SYSTEM_V.contains(channel.object().namespace()))
                .forEach(channel -> leftovers.finding(channel, INFO).ifPresent(findings::report));
    }
}
