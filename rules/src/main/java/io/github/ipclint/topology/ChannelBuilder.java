package io.github.ipclint.topology;

import io.github.ipclint.engine.Access;
import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.KernelObject;
import io.github.ipclint.engine.Location;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.model.Effect.Namespace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sorts the touches of all programs into channels. */
final class ChannelBuilder {
    /** Devices that give everyone who opens them something of his own. */
    private static final Set<String> PRIVATE_DEVICES = Set.of("/dev/zero", "/dev/null", "/dev/full", "/dev/ptmx");

    /** @param owner the only program that can mean it, null for names */
    private record Key(String system, Namespace namespace, String name, @Nullable Exploration owner, @Nullable KernelObject object) {}

    /** What one process does at one place, on however many paths. */
    private record Spot(Site site, ProcessInstance process, Location location, boolean write) {
        static Spot of(Access access) {
            return new Spot(access.site(), access.process(), access.location(), access.write());
        }

        /** Whether one instruction of one process touches this place and another one of the same array. */
        boolean isBeside(Spot other) {
            return site == other.site && process == other.process && write == other.write && !location.equals(other.location)
                    && Overlap.areNeighbours(location, other.location);
        }
    }

    private final List<Exploration> explorations;
    private final Map<Key, List<Endpoint>> touched = new LinkedHashMap<>();
    private final Map<Key, Map<Exploration, Map<Spot, List<Access>>>> accessed = new LinkedHashMap<>();
    private final Map<Exploration, Map<KernelObject, Channel>> byProgram = new IdentityHashMap<>();

    ChannelBuilder(List<Exploration> explorations) {
        this.explorations = explorations.stream().sorted(Comparator.comparing(exploration -> exploration.root().at())).toList();
    }

    SystemGraph build() {
        for (Exploration program : explorations) {
            for (Event.TouchedObject event : program.log().all(Event.TouchedObject.class)) {
                touched.computeIfAbsent(key(program, event.object()), key -> new ArrayList<>()).add(new Endpoint(program, event));
            }
            for (Event.Accessed event : program.log().all(Event.Accessed.class)) {
                accessed.computeIfAbsent(key(program, event.access().object()), key -> new LinkedHashMap<>())
                        .computeIfAbsent(program, key -> new LinkedHashMap<>())
                        .computeIfAbsent(Spot.of(event.access()), key -> new ArrayList<>())
                        .add(event.access());
            }
        }
        shareRemovers();
        Map<String, List<Channel>> sorted = new TreeMap<>();
        touched.forEach((key, endpoints) -> sorted
                .computeIfAbsent(key.system() + ":" + key.namespace() + ":" + key.name(), name -> new ArrayList<>())
                .addAll(channels(key, endpoints)));
        return new SystemGraph(sorted.values().stream().flatMap(List::stream).toList(), byProgram);
    }

    /**
     * A program that does nothing with an object but remove it is there for the others, also for those in folders beside its own, as far as
     * the name means the same there.
     */
    private void shareRemovers() {
        Map<Key, List<Endpoint>> removers = new LinkedHashMap<>();
        touched.forEach((key, endpoints) -> {
            boolean anywhere = key.namespace() != Namespace.FILE || key.name().startsWith("/");
            if (key.owner() == null && anywhere && Exercises.onlyRemoves(endpoints)) {
                removers.put(key, List.copyOf(endpoints));
            }
        });
        touched.forEach((key, endpoints) -> removers.forEach((removed, removals) -> {
            if (removed.namespace() == key.namespace() && removed.name().equals(key.name()) && !removers.containsKey(key)
                    && ProgramSystem.areBeside(removed.system(), key.system())) {
                endpoints.addAll(removals);
            }
        }));
    }

    private static Key key(Exploration program, KernelObject object) {
        String system = ProgramSystem.of(program);
        String name = object.name() == null ? "" : normal(object.name());
        boolean named = !name.replace(String.valueOf(io.github.ipclint.engine.Value.Text.HOLE), "").isEmpty();
        return named && !PRIVATE_DEVICES.contains(name)
                ? new Key(system, object.namespace(), name, null, null)
                : new Key(system, object.namespace(), name, program, object);
    }

    /** {@code ./a} and {@code a} are one file. */
    private static String normal(String name) {
        String path = name.replace("/./", "/");
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        return path;
    }

    /** One channel, or one per kind of node where the programs contradict each other. */
    private List<Channel> channels(Key key, List<Endpoint> endpoints) {
        Map<Exploration, Node> nodes = NodeInference.infer(endpoints);
        Map<Node, List<Endpoint>> byNode = new TreeMap<>();
        for (Endpoint endpoint : endpoints) {
            byNode.computeIfAbsent(nodes.getOrDefault(endpoint.program(), Node.UNKNOWN_FILE), node -> new ArrayList<>()).add(endpoint);
        }
        List<Channel> channels = new ArrayList<>();
        byNode.forEach((node, part) -> Exercises.split(part).forEach(group -> channels.add(channel(key, node, group))));
        return channels;
    }

    private Channel channel(Key key, Node node, List<Endpoint> endpoints) {
        List<Endpoint> ordered = endpoints.stream().sorted().toList();
        Map<Exploration, Map<Spot, List<Access>>> memory = accessed.getOrDefault(key, Map.of());
        List<MemoryAccess> accesses = ordered.stream()
                .map(Endpoint::program)
                .distinct()
                .flatMap(program -> accesses(program, memory.getOrDefault(program, Map.of())))
                .sorted()
                .toList();
        Channel channel = new Channel(key.system(), ordered.getFirst().event().object(), node, ordered, accesses);
        for (Endpoint endpoint : ordered) {
            byProgram.computeIfAbsent(endpoint.program(), program -> new LinkedHashMap<>()).putIfAbsent(endpoint.event().object(), channel);
        }
        return channel;
    }

    private static Stream<MemoryAccess> accesses(Exploration program, Map<Spot, List<Access>> spots) {
        return spots.entrySet().stream().map(entry -> {
            Spot spot = entry.getKey();
            boolean moves = Overlap.hasUnknownElement(spot.location()) || spots.keySet().stream().anyMatch(spot::isBeside);
            return MemoryAccess.of(program, entry.getValue(), moves);
        });
    }
}
