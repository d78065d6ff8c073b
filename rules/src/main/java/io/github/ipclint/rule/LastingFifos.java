package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Value;
import io.github.ipclint.model.Effect;
import io.github.ipclint.topology.Channel;
import io.github.ipclint.topology.Endpoint;
import io.github.ipclint.topology.Node;
import java.util.List;

/** FIFOs that stay behind on purpose, or that are none to communicate by. */
final class LastingFifos {
    private LastingFifos() {}

    /** Whether the program makes sure of what an earlier run has left before it uses it again, or makes what nobody may open. */
    static boolean isMeantToLast(Channel channel, List<Endpoint> creations) {
        return channel.node() == Node.FIFO
                && creations.stream().allMatch(creation -> isExamined(channel, creation) || isClosedToAll(creation));
    }

    /** Before anything is opened there, and where a call has failed, the program asks what lies at the path, as with {@code stat}. */
    private static boolean isExamined(Channel channel, Endpoint creation) {
        String name = channel.object().name();
        return name != null && creation.program().log().all(Event.Called.class).stream()
                .filter(called -> called.afterFailure() && called.site().function().equals(creation.site().function()))
                .filter(called -> channel.all(Event.ObjectUse.OPEN).stream()
                        .noneMatch(open -> open.program() == creation.program() && open.site().compareTo(called.site()) < 0))
                .anyMatch(called -> called.model().has(Effect.FillsMemory.class) && !called.arguments().isEmpty()
                        && called.arguments().getFirst().equals(new Value.Text(name)));
    }

    /** Made without any permission. */
    private static boolean isClosedToAll(Endpoint creation) {
        return creation.program().log().all(Event.Called.class).stream()
                .filter(called -> called.site() == creation.site())
                .anyMatch(called -> called.model().all(Effect.Creates.class).stream()
                        .anyMatch(creates -> called.argument(creates.mode()).equals(new Value.Number(0))));
    }
}
