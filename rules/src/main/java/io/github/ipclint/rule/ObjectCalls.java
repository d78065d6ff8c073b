package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Event.TouchedObject;
import io.github.ipclint.engine.EventLog;
import io.github.ipclint.engine.KernelObject;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Value;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Namespace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Calls on kernel objects whose failure is of no consequence for communication. */
final class ObjectCalls {
    private static final String NULL_DEVICE = "/dev/null";

    private final Map<Site, Set<KernelObject>> removed = new HashMap<>();
    private final Set<KernelObject> made = new HashSet<>();
    /** Made here, or by somebody before. */
    private final Set<KernelObject> created = new HashSet<>();
    /** Calls that open what POSIX promises to be there (XBD 10.1): where it is not, nothing helps. */
    private final Set<Site> alwaysThere = new HashSet<>();
    /** Calls that give a size to a file which nobody maps. */
    private final Set<Site> sizesOfFiles = new HashSet<>();

    ObjectCalls(EventLog log) {
        Set<KernelObject> memory = new HashSet<>();
        Set<Value> mapped = new HashSet<>();
        Map<Site, Set<KernelObject>> sized = new HashMap<>();
        for (TouchedObject touched : log.all(TouchedObject.class)) {
            KernelObject object = touched.object();
            switch (touched.use()) {
                case REMOVE -> removed.computeIfAbsent(touched.site(), site -> new HashSet<>()).add(object);
                case SIZE -> sized.computeIfAbsent(touched.site(), site -> new HashSet<>()).add(object);
                case CREATE -> {
                    created.add(object);
                    if (touched.exclusive() || object.name() == null) {
                        made.add(object);
                    }
                }
                case MAP -> {
                    memory.add(object);
                    if (touched.handle() != null) {
                        mapped.add(Value.of(touched.handle()));
                    }
                }
                case OPEN -> {
                    if (NULL_DEVICE.equals(object.name())) {
                        alwaysThere.add(touched.site());
                    }
                }
                case READ, WRITE -> {}
            }
        }
        Set<Site> sizesOfMemory = new HashSet<>();
        for (Event.Called called : log.all(Event.Called.class)) {
            if (called.model().has(Effect.Sizes.class) && !called.model().has(Effect.Names.class)) {
                boolean ofMemory = called.arguments().stream().anyMatch(mapped::contains) || sized.getOrDefault(called.site(), Set.of())
                        .stream().anyMatch(object -> object.namespace() != Namespace.FILE || memory.contains(object));
                (ofMemory ? sizesOfMemory : sizesOfFiles).add(called.site());
            }
        }
        sizesOfFiles.removeAll(sizesOfMemory);
    }

    /**
     * Whether the call opens the null device, gives a size to a file, or only removes what the same program has surely made, or what nobody
     * knows the maker of: an owner's removal does not fail, and there would be nothing left to do.
     */
    boolean isOfNoConsequence(Site site) {
        Set<KernelObject> gone = removed.getOrDefault(site, Set.of());
        return sizesOfFiles.contains(site) || alwaysThere.contains(site)
                || !gone.isEmpty() && gone.stream()
                        .allMatch(object -> isAnyones(object) || made.contains(object) || created.contains(object) && isDropped(site));
    }

    /** Whoever keeps or prints the result wants to know. */
    private static boolean isDropped(Site site) {
        return site.instruction() instanceof Call call && call.result() == null;
    }

    /** Nothing is known of which object it is. */
    private static boolean isAnyones(KernelObject object) {
        return object.name() == null ? object.identity() == null : object.name().equals(String.valueOf(Value.Text.HOLE));
    }
}
