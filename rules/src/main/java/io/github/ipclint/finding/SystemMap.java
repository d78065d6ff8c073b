package io.github.ipclint.finding;

import io.github.ipclint.ir.SourceRange;
import java.util.List;

/**
 * The system that findings are about: programs, their processes, and the channels between them. Everything sorted by place, so that
 * two runs over one input give equal maps.
 *
 * @param links which process does what to which channel
 */
public record SystemMap(List<Program> programs, List<Channel> channels, List<Link> links) {
    /** Where nothing was explored. */
    public static final SystemMap NONE = new SystemMap(List.of(), List.of(), List.of());

    public SystemMap {
        programs = List.copyOf(programs);
        channels = List.copyOf(channels);
        links = List.copyOf(links);
    }

    /**
     * What one {@code main} starts, or library code that nothing calls.
     *
     * @param path of the file that it starts in
     * @param function that it starts with
     * @param processes parents before their children
     */
    public record Program(String path, String function, List<Process> processes) {
        public Program {
            processes = List.copyOf(processes);
        }
    }

    /**
     * A class of processes of one program, or a thread or handler in one.
     *
     * @param name as messages call it
     * @param parent index of the process that made it, -1 for the first
     * @param made where; {@link SourceRange#NONE} for the first
     */
    public record Process(String name, Role role, int parent, SourceRange made) {}

    /** What runs. */
    public enum Role {
        MAIN,
        CHILD,
        THREAD,
        HANDLER
    }

    /**
     * A kernel object.
     *
     * @param name key, name, path, or the variable that holds a pipe; empty where nobody knows it
     * @param group folder or build unit whose programs mean one object by the name
     */
    public record Channel(Kind kind, String name, String group) {}

    /** What a channel is. */
    public enum Kind {
        PIPE,
        SOCKET_PAIR,
        FIFO,
        QUEUE,
        SHARED_MEMORY,
        SEMAPHORE,
        SOCKET,
        FILE,
        SIGNAL
    }

    /** What a process does to a channel. */
    public enum Use {
        CREATES,
        OPENS,
        READS,
        WRITES,
        MAPS,
        LOCKS,
        REMOVES,
        /** Has an end open that it never uses. */
        HOLDS
    }

    /**
     * One process does one thing to one channel.
     *
     * @param program index in {@link SystemMap#programs}
     * @param process index in {@link Program#processes}
     * @param channel index in {@link SystemMap#channels}
     * @param places where, sorted
     */
    public record Link(int program, int process, int channel, Use use, List<SourceRange> places) {
        public Link {
            places = List.copyOf(places);
        }
    }
}
