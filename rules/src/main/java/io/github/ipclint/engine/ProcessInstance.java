package io.github.ipclint.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A class of processes (or threads, handlers) of one program: those that one fork site makes on its first, or on a later, visit by one
 * parent. Interned by {@link #child}.
 */
public final class ProcessInstance {
    /** What runs. */
    public enum Role {
        /** The program's first process. */
        MAIN,
        CHILD,
        THREAD,
        /** A signal handler; it interrupts its process. */
        HANDLER
    }

    private final @Nullable ProcessInstance parent;
    private final @Nullable Site origin;
    private final int visit;
    private final Role role;
    private final Map<Site, Map<Integer, ProcessInstance>> children = new LinkedHashMap<>();

    private ProcessInstance(@Nullable ProcessInstance parent, @Nullable Site origin, int visit, Role role) {
        this.parent = parent;
        this.origin = origin;
        this.visit = visit;
        this.role = role;
    }

    public static ProcessInstance main() {
        return new ProcessInstance(null, null, 1, Role.MAIN);
    }

    /** A handler of a process that nothing is known of. */
    static ProcessInstance handler() {
        return new ProcessInstance(null, null, 1, Role.HANDLER);
    }

    /** The instance that the call at {@code site} makes; {@code visit} 1 for the first, 2 for every later one. */
    public ProcessInstance child(Site site, int visit, Role childRole) {
        return children.computeIfAbsent(site, key -> new LinkedHashMap<>())
                .computeIfAbsent(visit, key -> new ProcessInstance(this, site, visit, childRole));
    }

    /** Equal in every run, so that the order of maps is too. */
    @Override
    public int hashCode() {
        return (origin == null ? 1 : origin.hashCode()) * 31 + visit;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    public @Nullable ProcessInstance parent() {
        return parent;
    }

    /** The fork, thread creation or handler installation. */
    public @Nullable Site origin() {
        return origin;
    }

    public int visit() {
        return visit;
    }

    public Role role() {
        return role;
    }

    /** The process that this thread or handler belongs to; a process itself. */
    public ProcessInstance process() {
        ProcessInstance instance = this;
        while (instance.role != Role.MAIN && instance.role != Role.CHILD && instance.parent != null) {
            instance = instance.parent;
        }
        return instance;
    }

    /** Whether the call that made this instance has made a forebear too: a child that runs its parent's code makes children of its own. */
    public boolean repeatsForebear() {
        for (ProcessInstance instance = parent; instance != null && origin != null; instance = instance.parent) {
            if (instance.origin != null && instance.origin.at().equals(origin.at())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the other instance is a forebear of this one. */
    public boolean descendsFrom(ProcessInstance other) {
        for (ProcessInstance instance = parent; instance != null; instance = instance.parent) {
            if (instance == other) {
                return true;
            }
        }
        return false;
    }

    /** Name for messages: {@code parent}, {@code child}, {@code child 2}, {@code grandchild}, {@code handler}, {@code thread}. */
    public String name() {
        return switch (role) {
            case MAIN -> "parent";
            case HANDLER -> "handler";
            case THREAD -> "thread";
            case CHILD -> {
                int generation = 0;
                for (ProcessInstance instance = this; instance.parent != null; instance = instance.parent) {
                    generation += instance.role == Role.CHILD ? 1 : 0;
                }
                String word = generation == 1 ? "child" : "grand".repeat(generation - 1) + "child";
                yield order() == 1 ? word : word + " " + order();
            }
        };
    }

    private int order() {
        if (parent == null) {
            return 1;
        }
        int order = 0;
        for (Map<Integer, ProcessInstance> visits : parent.children.values()) {
            for (ProcessInstance sibling : visits.values()) {
                order += sibling.role == Role.CHILD ? 1 : 0;
                if (sibling == this) {
                    return order;
                }
            }
        }
        return Math.max(order, 1);
    }
}
