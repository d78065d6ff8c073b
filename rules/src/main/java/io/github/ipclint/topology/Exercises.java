package io.github.ipclint.topology;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Event.ObjectUse;
import io.github.ipclint.engine.Exploration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Folders of exercises use one key again and again for things that have nothing to do with each other. Where several programs create an
 * object of one name and do not even agree on its size, or where numbers tell pairs apart, those belong together whose files carry one
 * number ({@code server2.c}, {@code client2.c}); every other program is taken to be alone.
 */
final class Exercises {
    /** Two programs that create the object with different sizes are a mistake; so many are a habit. */
    private static final int CREATORS = 3;

    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\.[^./]*$");

    private Exercises() {}

    /** The touches of one object, apart where they mean different ones. */
    static List<List<Endpoint>> split(List<Endpoint> endpoints) {
        Map<Exploration, List<Endpoint>> byProgram = endpoints.stream().collect(Collectors.groupingBy(Endpoint::program));
        if (byProgram.size() == 1 || !isReused(byProgram)) {
            return List.of(endpoints);
        }
        Map<String, List<Endpoint>> groups = new TreeMap<>();
        List<Endpoint> onlyRemoving = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (onlyRemoves(Objects.requireNonNull(byProgram.get(endpoint.program())))) {
                onlyRemoving.add(endpoint);
            } else {
                groups.computeIfAbsent(group(endpoint.unit()), key -> new ArrayList<>()).add(endpoint);
            }
        }
        groups.values().forEach(group -> group.addAll(onlyRemoving));
        return List.copyOf(groups.values());
    }

    /** Whether that is all that is done with the object, but opening it first. */
    static boolean onlyRemoves(List<Endpoint> endpoints) {
        Set<ObjectUse> uses = endpoints.stream().map(endpoint -> endpoint.event().use()).collect(Collectors.toSet());
        return uses.remove(ObjectUse.REMOVE) && (uses.isEmpty() || uses.equals(Set.of(ObjectUse.OPEN)));
    }

    private static boolean isReused(Map<Exploration, List<Endpoint>> byProgram) {
        Set<Object> sizes = new HashSet<>();
        int creators = 0;
        int selfContained = 0;
        for (List<Endpoint> endpoints : byProgram.values()) {
            List<Endpoint> creations = creations(endpoints);
            creations.stream().map(creation -> creation.event().size()).filter(Objects::nonNull).forEach(sizes::add);
            creators += creations.isEmpty() ? 0 : 1;
            selfContained += !creations.isEmpty() && isSelfContained(endpoints) ? 1 : 0;
        }
        return sizes.size() > 1 && (creators >= CREATORS || selfContained > 1) || hasNumberedPairs(byProgram);
    }

    private static List<Endpoint> creations(List<Endpoint> endpoints) {
        return endpoints.stream().filter(endpoint -> endpoint.event().use() == ObjectUse.CREATE).toList();
    }

    /** A program that has processes of its own, and that removes the object: it needs nobody else. */
    private static boolean isSelfContained(List<Endpoint> endpoints) {
        return endpoints.stream().anyMatch(endpoint -> endpoint.event().use() == ObjectUse.REMOVE)
                && !endpoints.getFirst().program().log().all(Event.Forked.class).isEmpty();
    }

    /** Several numbers, each carried by programs that create the object and by others that do not. */
    private static boolean hasNumberedPairs(Map<Exploration, List<Endpoint>> byProgram) {
        Map<String, Set<Boolean>> roles = new TreeMap<>();
        byProgram.forEach((program, endpoints) -> {
            Matcher number = NUMBER.matcher(program.root().unit());
            if (number.find()) {
                roles.computeIfAbsent(number.group(1), key -> new HashSet<>()).add(creations(endpoints).isEmpty());
            }
        });
        return roles.values().stream().filter(kinds -> kinds.size() > 1).count() > 1;
    }

    private static String group(String unit) {
        Matcher number = NUMBER.matcher(unit);
        return number.find() ? number.group(1) : unit;
    }
}
