package io.github.ipclint.topology;

import io.github.ipclint.engine.Event.ObjectUse;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.KernelObject;
import io.github.ipclint.model.Effect.Namespace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The channels of everything that was analysed.
 *
 * @param channels by system, namespace and name
 * @param byProgram which channel a program means by an object
 */
public record SystemGraph(List<Channel> channels, Map<Exploration, Map<KernelObject, Channel>> byProgram) {
    /** Joins what the programs touch. */
    public static SystemGraph of(List<Exploration> explorations) {
        return new ChannelBuilder(explorations).build();
    }

    public SystemGraph {
        channels = List.copyOf(channels);
        byProgram = Map.copyOf(byProgram);
    }

    /** What a program means by an object that its events name. */
    public @Nullable Channel channel(Exploration program, KernelObject object) {
        return byProgram.getOrDefault(program, Map.of()).get(object);
    }

    /**
     * Whether somebody removes an object of this namespace that could not be told: it may be this one. Files are removed for many
     * reasons, so there only the programs that use the channel count; what has no name at all can only be removed by its own program.
     */
    public boolean mayBeRemovedUnseen(Channel channel) {
        boolean ownOnly = channel.object().namespace() == Namespace.FILE || !channel.isPartlyNamed();
        return channels.stream()
                .filter(other -> other.isUnknownRemoval() && other.system().equals(channel.system())
                        && other.object().namespace() == channel.object().namespace())
                .flatMap(other -> other.all(ObjectUse.REMOVE).stream())
                .anyMatch(removal -> !ownOnly || channel.programs().contains(removal.program()));
    }
}
