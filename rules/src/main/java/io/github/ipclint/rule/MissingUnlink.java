package io.github.ipclint.rule;

import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.model.Effect.Namespace;
import io.github.ipclint.topology.Channel;
import io.github.ipclint.topology.Node;
import java.util.List;
import java.util.Set;

/** A POSIX object, FIFO or socket path that the programs create and none of them removes. */
final class MissingUnlink implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "missing-unlink",
            Level.ERROR,
            List.of("C", "Java"),
            "a POSIX shared memory object, queue, named semaphore, FIFO or socket path is created and never removed",
            List.of("CWE-772"));

    private static final Set<Namespace> POSIX = Set.of(Namespace.POSIX_SHM, Namespace.POSIX_MQ, Namespace.POSIX_SEM);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        LeftoverObjects leftovers = new LeftoverObjects(context.system());
        context.system().channels().stream()
                .filter(MissingUnlink::isConcerned)
                .forEach(channel -> leftovers.finding(channel, INFO).ifPresent(findings::report));
    }

    /** Regular files are there to stay. */
    private static boolean isConcerned(Channel channel) {
        return POSIX.contains(channel.object().namespace()) || channel.node() == Node.FIFO || channel.node() == Node.SOCKET;
    }
}
