package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What grows with what a program is given to do: a number for each pass, the last that was seen in it. */
final class Passes {
    /** So many there are in a run. */
    static final int NUMBER = 3;

    private Passes() {}

    /** The numbers of some passes in order; those without a number are left out. */
    static List<Integer> numbers(List<Snapshot> snapshots, int first, Function<Snapshot, Optional<Integer>> number) {
        TreeMap<Integer, Integer> byPass = new TreeMap<>();
        snapshots.stream().filter(it -> it.pass() >= first && it.pass() <= NUMBER)
                .forEach(it -> number.apply(it).ifPresent(value -> byPass.put(it.pass(), value)));
        return List.copyOf(byPass.values());
    }

    /** Whether there are so many numbers, and each is larger than the one before. */
    static boolean grow(List<Integer> numbers, int wanted) {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) <= numbers.get(i - 1)) {
                return false;
            }
        }
        return numbers.size() == wanted;
    }

    /** For people: "3, then 4, then 5". */
    static String title(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", then "));
    }
}
