package io.github.ipclint.finding;

import java.util.List;

/**
 * Where a finding plays.
 *
 * @param program path of the file in which the program starts, or that has the function which nothing calls; empty where it is not known
 * @param root function in which it starts; empty where it is not known
 * @param process that does what is wrong; empty where it is not known
 * @param states what is open in whom: one list after each step of the trace, and a last one at the place of the finding; empty when the
 *     finding is not about descriptors
 */
public record Scene(String program, String root, String process, List<List<Descriptor>> states) {
    /** Of findings that no program explains. */
    public static final Scene NONE = new Scene("", "", "", List.of());

    public Scene {
        states = states.stream().map(List::copyOf).toList();
    }

    /** One process's view of one descriptor. */
    public record Descriptor(String process, String name, State state) {}

    /** What a process has of a descriptor. */
    public enum State {
        OPEN,
        CLOSED,
        /** Open, and that is the mistake. */
        HELD,
        /** Closed and used all the same, and that is the mistake. */
        GONE
    }
}
