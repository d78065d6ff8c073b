package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

/** {@code spawn.h}: starting programs. Nothing here forks the JVM, whose threads would be missing in the child. */
public final class Spawn {
    private static final Downcall SPAWNP = Downcall.ofInt("posix_spawnp");
    private static final Downcall ATTR_INIT = Downcall.ofInt("posix_spawnattr_init");
    private static final Downcall ATTR_DESTROY = Downcall.ofInt("posix_spawnattr_destroy");
    private static final Downcall ATTR_FLAGS = Downcall.ofInt("posix_spawnattr_setflags");
    private static final Downcall ATTR_MASK = Downcall.ofInt("posix_spawnattr_setsigmask");
    private static final Downcall ATTR_DEFAULT = Downcall.ofInt("posix_spawnattr_setsigdefault");
    private static final Downcall ACTIONS_INIT = Downcall.ofInt("posix_spawn_file_actions_init");
    private static final Downcall ACTIONS_DESTROY = Downcall.ofInt("posix_spawn_file_actions_destroy");
    private static final Downcall ACTIONS_DUP = Downcall.ofInt("posix_spawn_file_actions_adddup2");
    private static final Downcall ACTIONS_CLOSE_FROM = Downcall.ofInt("posix_spawn_file_actions_addclosefrom_np");

    /**
     * What to start.
     *
     * @param descriptors number in the new program → descriptor here; everything else is closed where the C library can do that
     * @param blockedSignals blocked in the new program from its first instruction on; all dispositions are the default
     */
    public record Plan(List<String> command, Map<Integer, Integer> descriptors, Map<String, String> environment, int... blockedSignals) {}

    private Spawn() {}

    /** Starts a program; the result is its process id. */
    public static Result start(Plan plan) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(Abi.value("sizeof(posix_spawnattr_t)"), 8);
            MemorySegment actions = arena.allocate(Abi.value("sizeof(posix_spawn_file_actions_t)"), 8);
            Downcall.status(ATTR_INIT.invoke(attributes.address())).orFail("posix_spawnattr_init");
            Downcall.status(ACTIONS_INIT.invoke(actions.address())).orFail("posix_spawn_file_actions_init");
            try {
                signals(arena, attributes, plan.blockedSignals());
                descriptors(actions, plan.descriptors());
                MemorySegment process = arena.allocate(JAVA_INT);
                List<String> environment = plan.environment().entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList();
                Result result = Downcall.status(SPAWNP.invoke(process.address(), arena.allocateFrom(plan.command().getFirst()).address(),
                        actions.address(), attributes.address(), strings(arena, plan.command()), strings(arena, environment)));
                return result.ok() ? new Result(process.get(JAVA_INT, 0), 0) : result;
            } finally {
                ACTIONS_DESTROY.invoke(actions.address());
                ATTR_DESTROY.invoke(attributes.address());
            }
        }
    }

    private static void signals(Arena arena, MemorySegment attributes, int... blocked) {
        int flags = Abi.value("POSIX_SPAWN_SETSIGDEF") | Abi.value("POSIX_SPAWN_SETSIGMASK");
        ATTR_FLAGS.invoke(attributes.address(), flags);
        ATTR_MASK.invoke(attributes.address(), Signals.set(arena, blocked).address());
        ATTR_DEFAULT.invoke(attributes.address(), Signals.all(arena).address());
    }

    private static void descriptors(MemorySegment actions, Map<Integer, Integer> descriptors) {
        descriptors.forEach((number, source) -> {
            if (source < descriptors.size() && !number.equals(source)) {
                throw new IllegalArgumentException("descriptor " + source + " would be overwritten before it is used");
            }
            Downcall.status(ACTIONS_DUP.invoke(actions.address(), source, number)).orFail("posix_spawn_file_actions_adddup2");
        });
        int next = descriptors.keySet().stream().mapToInt(it -> it + 1).max().orElse(0);
        if (ACTIONS_CLOSE_FROM.exists()) {
            ACTIONS_CLOSE_FROM.invoke(actions.address(), next);
        }
    }

    private static long strings(Arena arena, List<String> strings) {
        MemorySegment array = arena.allocate(ADDRESS, strings.size() + 1L);
        for (int i = 0; i < strings.size(); i++) {
            array.setAtIndex(ADDRESS, i, arena.allocateFrom(strings.get(i)));
        }
        return array.address();
    }
}
