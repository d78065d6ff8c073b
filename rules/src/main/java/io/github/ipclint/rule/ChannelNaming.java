package io.github.ipclint.rule;

import io.github.ipclint.engine.KernelObject;
import io.github.ipclint.engine.Value;
import io.github.ipclint.topology.Channel;
import io.github.ipclint.topology.Endpoint;
import java.util.List;

/** Names of channels and of the programs at their ends, for messages. */
final class ChannelNaming {
    private ChannelNaming() {}

    /** {@code the FIFO "temp.txt"}, {@code the System V message queue with key 7777}. */
    static String name(Channel channel) {
        KernelObject object = channel.object();
        String name = object.name() == null ? "" : object.name().replace(Value.Text.HOLE, '…');
        return switch (channel.node()) {
            case FIFO -> "the FIFO \"" + name + "\"";
            case SOCKET -> "the UNIX socket \"" + name + "\"";
            case REGULAR, UNKNOWN_FILE, OBJECT -> "the " + Naming.object(object);
        };
    }

    /** The file that a program starts in, without its folder. */
    static String program(String unit) {
        return unit.substring(unit.lastIndexOf('/') + 1);
    }

    /** {@code a.c}, {@code a.c and b.c}, {@code a.c, b.c and 2 more programs}. */
    static String programs(List<Endpoint> endpoints) {
        List<String> names = endpoints.stream().map(endpoint -> program(endpoint.unit())).distinct().toList();
        return switch (names.size()) {
            case 0 -> "no program";
            case 1 -> names.getFirst();
            case 2 -> names.getFirst() + " and " + names.get(1);
            default -> names.getFirst() + ", " + names.get(1) + " and " + (names.size() - 2) + " more";
        };
    }
}
