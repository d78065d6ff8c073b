package io.github.ipclint.rule;

import io.github.ipclint.engine.Event.ObjectUse;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.model.Effect.Namespace;
import io.github.ipclint.topology.Channel;
import io.github.ipclint.topology.Endpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Programs disagree on the size of an object that they share. */
final class IpcSizeMismatch implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "ipc-size-mismatch",
            Level.ERROR,
            List.of("C"),
            "a program asks for more of a shared object than the program that creates it makes",
            List.of("CWE-131"));

    /** Their size is fixed by the call that creates them. */
    private static final Set<Namespace> SIZED_AT_CREATION = Set.of(Namespace.SYSV_SHM, Namespace.SYSV_SEM);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Channel channel : context.system().channels()) {
            if (!channel.isPartlyNamed()) {
                continue;
            }
            if (SIZED_AT_CREATION.contains(channel.object().namespace())) {
                askedForTooMuch(channel, findings);
            } else if (channel.object().namespace() == Namespace.POSIX_SHM) {
                mappedTooFar(channel, findings);
            }
        }
    }

    /** Whoever comes later with a larger size than the creator's gets EINVAL. */
    private static void askedForTooMuch(Channel channel, FindingSink findings) {
        List<Endpoint> creations = channel.all(ObjectUse.CREATE);
        if (creations.stream().anyMatch(creation -> creation.event().size() == null)) {
            return;
        }
        Optional<Endpoint> smallest =
                creations.stream().min(Comparator.comparingLong(IpcSizeMismatch::size).thenComparing(Comparator.naturalOrder()));
        Optional<Endpoint> largest = sized(channel).filter(endpoint -> endpoint.event().use() != ObjectUse.MAP)
                .max(Comparator.comparingLong(IpcSizeMismatch::size).thenComparing(Comparator.reverseOrder()));
        if (smallest.isPresent() && largest.isPresent() && size(largest.get()) > size(smallest.get())) {
            String unit = channel.object().namespace() == Namespace.SYSV_SEM ? " semaphores" : " bytes";
            report(channel, smallest.get(), "creates " + size(smallest.get()) + unit, largest.get(), "asks for " + size(largest.get())
                    + "; where the smaller comes first the larger one fails with EINVAL", findings);
        }
    }

    /** Pages of the mapping that lie behind the end of the object raise SIGBUS. */
    private static void mappedTooFar(Channel channel, FindingSink findings) {
        List<Endpoint> sizes = channel.all(ObjectUse.SIZE);
        if (sizes.isEmpty() || sizes.stream().anyMatch(endpoint -> endpoint.event().size() == null)) {
            return;
        }
        Endpoint largest =
                sizes.stream().max(Comparator.comparingLong(IpcSizeMismatch::size).thenComparing(Comparator.reverseOrder())).orElseThrow();
        sized(channel).filter(endpoint -> endpoint.event().use() == ObjectUse.MAP && size(endpoint) > size(largest))
                .findFirst()
                .ifPresent(map -> report(channel, largest, "makes it " + size(largest) + " bytes long", map, "maps " + size(map)
                        + "; what lies behind the end is not there", findings));
    }

    private static java.util.stream.Stream<Endpoint> sized(Channel channel) {
        return channel.endpoints().stream().filter(endpoint -> endpoint.event().size() != null);
    }

    private static long size(Endpoint endpoint) {
        return Objects.requireNonNullElse(endpoint.event().size(), 0L);
    }

    private static void report(Channel channel, Endpoint maker, String makes, Endpoint other, String wants, FindingSink findings) {
        boolean makerFirst = maker.compareTo(other) < 0;
        Endpoint first = makerFirst ? maker : other;
        Endpoint second = makerFirst ? other : maker;
        String name = ChannelNaming.name(channel);
        findings.report(Story.of(INFO)
                .step(first.site(), makerFirst ? makes : "this program " + wants, Meaning.CREATION, first.event().process())
                .related(second.site(), makerFirst ? "the other program " + wants : "the other program " + makes)
                .at(first.site(), INFO.level(), name + ": " + ChannelNaming.program(maker.unit()) + " " + makes + ", "
                        + ChannelNaming.program(other.unit()) + " " + wants));
    }
}
