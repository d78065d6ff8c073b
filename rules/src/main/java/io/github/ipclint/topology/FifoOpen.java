package io.github.ipclint.topology;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.HandleState.Access;
import io.github.ipclint.engine.KernelObject;
import io.github.ipclint.engine.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A process opens a FIFO.
 *
 * @param before channels that it has opened on every path to here, or inherited
 */
public record FifoOpen(Channel fifo, Endpoint endpoint, Set<Channel> before) {
    /** Every open of the FIFOs of a system, with what comes before each. */
    public static List<FifoOpen> all(SystemGraph system) {
        List<FifoOpen> opens = new ArrayList<>();
        for (Channel channel : system.channels()) {
            if (channel.node() == Node.FIFO && channel.isNamed()) {
                channel.endpoints().stream()
                        .filter(endpoint -> endpoint.event().handle() != null && !endpoint.makesFifo())
                        .filter(endpoint -> opens(endpoint.event()))
                        .forEach(endpoint -> opens.add(new FifoOpen(channel, endpoint, before(endpoint, system))));
            }
        }
        return opens;
    }

    private static boolean opens(Event.TouchedObject event) {
        return event.use() == Event.ObjectUse.OPEN || event.use() == Event.ObjectUse.CREATE;
    }

    private static Set<Channel> before(Endpoint endpoint, SystemGraph system) {
        Set<Channel> always = null;
        for (Event.Called call : endpoint.program().log().all(Event.Called.class)) {
            if (call.site() == endpoint.site() && call.process() == endpoint.event().process()) {
                Set<Channel> held = call.table().values().stream()
                        .filter(HandleState::isOpen)
                        .map(HandleState::object)
                        .filter(Objects::nonNull)
                        .map((KernelObject object) -> system.channel(endpoint.program(), object))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                if (always == null) {
                    always = held;
                } else {
                    always.retainAll(held);
                }
            }
        }
        return always == null ? Set.of() : always;
    }

    public Site site() {
        return endpoint.site();
    }

    /** It waits until somebody opens the other side. */
    public boolean isBlocking() {
        return endpoint.event().waitsForPeer() && (access() == Access.READ || access() == Access.WRITE);
    }

    public Access access() {
        return endpoint.event().access();
    }

    /** Whether this open lets the other one go on. An open of which nothing is known may. */
    public boolean releases(FifoOpen other) {
        return fifo.equals(other.fifo) && !isSameCall(other) && access() != other.access();
    }

    /** Whether anything is ever read or written through it; a descriptor that only keeps the FIFO open has no such use. */
    public boolean isUsed() {
        return endpoint.program().log().all(Event.Transferred.class).stream()
                .anyMatch(transfer -> transfer.handle().acquiredAt() == site());
    }

    public boolean isSameCall(FifoOpen other) {
        return endpoint.program() == other.endpoint.program() && site() == other.site()
                && endpoint.event().process() == other.endpoint.event().process();
    }

    /** Whether this may happen in one run of a program and the other in another: two programs, or two roles chosen by an argument. */
    public boolean isOfAnotherRun(Endpoint other) {
        return endpoint.program() != other.program()
                || (!other.program().root().parameters().isEmpty() && Reachability.areAlternatives(site(), other.site()));
    }

    public boolean isOfSameProcess(FifoOpen other) {
        return endpoint.program() == other.endpoint.program() && endpoint.event().process() == other.endpoint.event().process();
    }
}
