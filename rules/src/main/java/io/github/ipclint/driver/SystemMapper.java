package io.github.ipclint.driver;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.KernelObject;
import io.github.ipclint.engine.Pair;
import io.github.ipclint.engine.ProcessGraph;
import io.github.ipclint.engine.ProcessGraph.PipeUse;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Value;
import io.github.ipclint.finding.SystemMap;
import io.github.ipclint.finding.SystemMap.Channel;
import io.github.ipclint.finding.SystemMap.Kind;
import io.github.ipclint.finding.SystemMap.Use;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.model.Effect.Direction;
import io.github.ipclint.model.Effect.Namespace;
import io.github.ipclint.model.HandleKind;
import io.github.ipclint.rule.Naming;
import io.github.ipclint.topology.Endpoint;
import io.github.ipclint.topology.MemoryAccess;
import io.github.ipclint.topology.Node;
import io.github.ipclint.topology.SystemGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Draws what the engine and the topology know of programs, processes and channels as plain data. */
final class SystemMapper {
    private record Edge(int program, int process, int channel, Use use) {}

    private static final Comparator<Edge> ORDER = Comparator.comparingInt(Edge::program).thenComparingInt(Edge::process)
            .thenComparingInt(Edge::channel).thenComparing(Edge::use);

    private final List<Exploration> explorations;
    private final SystemGraph graph;
    private final Map<Exploration, Map<ProcessInstance, Integer>> processes = new IdentityHashMap<>();
    private final Map<Exploration, Integer> indices = new IdentityHashMap<>();
    private final List<SystemMap.Program> programs = new ArrayList<>();
    private final List<Channel> channels = new ArrayList<>();
    private final Map<Edge, SortedSet<SourceRange>> places = new LinkedHashMap<>();

    private SystemMapper(List<Exploration> explorations, SystemGraph graph) {
        this.explorations = explorations.stream().sorted(Comparator.comparing(exploration -> exploration.root().at())).toList();
        this.graph = graph;
    }

    static SystemMap map(List<Exploration> explorations, SystemGraph graph) {
        SystemMapper mapper = new SystemMapper(explorations, graph);
        mapper.explorations.forEach(mapper::addPairs);
        graph.channels().forEach(mapper::addChannel);
        mapper.explorations.forEach(mapper::addHandlers);
        mapper.explorations.stream().filter(Exploration::isProgram).forEach(mapper::program);
        return mapper.result();
    }

    private SystemMap result() {
        List<SystemMap.Link> links = places.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(ORDER))
                .map(entry -> new SystemMap.Link(entry.getKey().program(), entry.getKey().process(), entry.getKey().channel(),
                        entry.getKey().use(), List.copyOf(entry.getValue())))
                .toList();
        return new SystemMap(programs, channels, links);
    }

    /** Index of the program, which is added with its first process when it is met first. */
    private int program(Exploration exploration) {
        return indices.computeIfAbsent(exploration, added -> {
            processes.put(added, new LinkedHashMap<>());
            programs.add(new SystemMap.Program(added.root().unit(), added.root().name(), List.of()));
            int index = programs.size() - 1;
            processes.get(added).put(added.mainProcess(), 0);
            add(index, new SystemMap.Process(added.mainProcess().name(), SystemMap.Role.MAIN, -1, SourceRange.NONE));
            added.log().all(Event.Forked.class).forEach(forked -> process(added, index, forked.child()));
            return index;
        });
    }

    private void add(int program, SystemMap.Process process) {
        SystemMap.Program known = programs.get(program);
        List<SystemMap.Process> all = new ArrayList<>(known.processes());
        all.add(process);
        programs.set(program, new SystemMap.Program(known.path(), known.function(), all));
    }

    private int process(Exploration exploration, int program, ProcessInstance instance) {
        Map<ProcessInstance, Integer> known = processes.getOrDefault(exploration, new LinkedHashMap<>());
        Integer index = known.get(instance);
        if (index != null) {
            return index;
        }
        ProcessInstance parent = instance.parent();
        int above = parent == null ? -1 : process(exploration, program, parent);
        int added = programs.get(program).processes().size();
        Site origin = instance.origin();
        known.put(instance, added);
        add(program, new SystemMap.Process(instance.name(), role(instance), above, origin == null ? SourceRange.NONE : origin.at()));
        return added;
    }

    private static SystemMap.Role role(ProcessInstance instance) {
        return switch (instance.role()) {
            case MAIN -> SystemMap.Role.MAIN;
            case CHILD -> SystemMap.Role.CHILD;
            case THREAD -> SystemMap.Role.THREAD;
            case HANDLER -> SystemMap.Role.HANDLER;
        };
    }

    private void link(Exploration exploration, ProcessInstance process, int channel, Use use, Site site) {
        int program = program(exploration);
        places.computeIfAbsent(new Edge(program, process(exploration, program, process), channel, use), key -> new TreeSet<>())
                .add(site.at());
    }

    private int channel(Kind kind, String name, String group) {
        channels.add(new Channel(kind, name, group));
        return channels.size() - 1;
    }

    /** Pipes and socket pairs have no name: they are told by the call that makes them. */
    private void addPairs(Exploration exploration) {
        ProcessGraph processGraph = new ProcessGraph(exploration);
        Map<Site, Integer> bySite = new LinkedHashMap<>();
        for (PipeUse use : processGraph.uses()) {
            int channel = bySite.computeIfAbsent(use.pair().site(), site -> channel(kind(use.end()), pairName(use.end()), ""));
            link(exploration, use.process(), channel, use.direction() == Direction.IN ? Use.READS : Use.WRITES, use.site());
        }
        for (Event.Called called : exploration.log().all(Event.Called.class)) {
            Integer channel = bySite.get(called.site());
            if (channel != null) {
                link(exploration, called.process(), channel, Use.CREATES, called.site());
            }
        }
        for (PipeUse use : processGraph.uses()) {
            addHeld(exploration, processGraph, use.event(), bySite);
        }
        exploration.log().all(Event.Waited.class).forEach(wait -> addHeld(exploration, processGraph, wait, bySite));
    }

    /** Ends that a process has open while it may wait without bound, and never uses. */
    private void addHeld(Exploration exploration, ProcessGraph processGraph, Event event, Map<Site, Integer> bySite) {
        ProcessGraph.table(event).values().stream()
                .filter(handle -> handle.isOpen() && !handle.escaped() && handle.number() == HandleState.NO_NUMBER)
                .forEach(handle -> Pair.of(handle).map(pair -> bySite.get(pair.site())).ifPresent(channel -> {
                    boolean used = processGraph.uses(event.process(), handle, Direction.IN)
                            || processGraph.uses(event.process(), handle, Direction.OUT);
                    if (!used) {
                        link(exploration, event.process(), channel, Use.HOLDS, event.site());
                    }
                }));
    }

    private static Kind kind(HandleState end) {
        return end.kind().equals(HandleKind.SOCKET_END.word()) ? Kind.SOCKET_PAIR : Kind.PIPE;
    }

    private static String pairName(HandleState end) {
        String name = Naming.pair(end.origin());
        return name.startsWith("'") ? name.replace("'", "") : "";
    }

    private void addChannel(io.github.ipclint.topology.Channel channel) {
        if (!isShown(channel)) {
            return;
        }
        String name = channel.object().name();
        int index = channel(kind(channel), name == null ? "" : name.replace(Value.Text.HOLE, '…'), channel.system());
        for (Endpoint endpoint : channel.endpoints()) {
            Event.TouchedObject event = endpoint.event();
            link(endpoint.program(), event.process(), index, use(event.use()), event.site());
        }
        for (MemoryAccess access : channel.accesses()) {
            link(access.program(), access.process(), index, access.write() ? Use.WRITES : Use.READS, access.site());
        }
        if (kind(channel) == Kind.SEMAPHORE) {
            channel.programs().forEach(program -> addOperations(program, channel, index));
        }
    }

    private void addOperations(Exploration program, io.github.ipclint.topology.Channel channel, int index) {
        for (Event.Used used : program.log().all(Event.Used.class)) {
            HandleState handle = used.handle();
            KernelObject object = handle == null ? null : handle.object();
            if (object != null && !used.release() && graph.channel(program, object) == channel) {
                link(program, used.process(), index, Use.LOCKS, used.site());
            }
        }
    }

    /** A plain file is a channel where several processes meet at it; a name of which nothing is known is none. */
    private static boolean isShown(io.github.ipclint.topology.Channel channel) {
        if (channel.object().namespace() != Namespace.FILE) {
            return true;
        }
        boolean meeting = channel.endpoints().stream().map(endpoint -> endpoint.event().process()).distinct().count() > 1
                || channel.programs().size() > 1;
        return channel.isPartlyNamed() && (meeting || channel.node() == Node.FIFO || channel.node() == Node.SOCKET);
    }

    private static Kind kind(io.github.ipclint.topology.Channel channel) {
        return switch (channel.object().namespace()) {
            case SYSV_SHM, POSIX_SHM -> Kind.SHARED_MEMORY;
            case SYSV_MSG, POSIX_MQ -> Kind.QUEUE;
            case SYSV_SEM, POSIX_SEM -> Kind.SEMAPHORE;
            case PORT -> Kind.SOCKET;
            case FILE -> switch (channel.node()) {
                case FIFO -> Kind.FIFO;
                case SOCKET -> Kind.SOCKET;
                case REGULAR, UNKNOWN_FILE, OBJECT -> channel.accesses().isEmpty() ? Kind.FILE : Kind.SHARED_MEMORY;
            };
        };
    }

    private static Use use(Event.ObjectUse use) {
        return switch (use) {
            case CREATE, SIZE -> Use.CREATES;
            case OPEN -> Use.OPENS;
            case REMOVE -> Use.REMOVES;
            case MAP -> Use.MAPS;
            case READ -> Use.READS;
            case WRITE -> Use.WRITES;
        };
    }

    /** A signal reaches the handler that a process has installed for it. */
    private void addHandlers(Exploration exploration) {
        Map<Long, Integer> bySignal = new LinkedHashMap<>();
        for (Event.InstalledHandler installed : exploration.log().all(Event.InstalledHandler.class)) {
            Long signal = installed.signal();
            if (signal != null) {
                int channel = bySignal.computeIfAbsent(signal, number -> channel(Kind.SIGNAL, String.valueOf(number), ""));
                link(exploration, installed.handler(), channel, Use.READS, installed.site());
            }
        }
    }
}
