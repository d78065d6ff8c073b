package io.github.ipclint.topology;

import io.github.ipclint.engine.Location;
import java.util.ArrayList;
import java.util.List;

/** Compares places within one shared mapping, as two programs name them: the pointers differ, the way from there does not. */
final class Overlap {
    private Overlap() {}

    /** @param oneBulk whether the access goes on beyond its place */
    static boolean of(Location one, boolean oneBulk, Location other, boolean otherBulk) {
        List<Location> left = steps(one);
        List<Location> right = steps(other);
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            Location mine = left.get(i);
            Location theirs = right.get(j);
            if (isFirst(mine) && theirs instanceof Location.Field) {
                i++;
                continue;
            }
            if (isFirst(theirs) && mine instanceof Location.Field) {
                j++;
                continue;
            }
            if (areApart(mine, oneBulk && i == left.size() - 1, theirs, otherBulk && j == right.size() - 1)) {
                return false;
            }
            i++;
            j++;
        }
        return true;
    }

    static boolean hasUnknownElement(Location location) {
        return steps(location).stream().anyMatch(step -> step instanceof Location.Element(Location ignored, long index) && index < 0);
    }

    /** Elements of one array, or fields of such. */
    static boolean areNeighbours(Location one, Location other) {
        List<Location> left = steps(one);
        List<Location> right = steps(other);
        return left.stream().anyMatch(Location.Element.class::isInstance) || right.stream().anyMatch(Location.Element.class::isInstance);
    }

    private static boolean areApart(Location mine, boolean mineGoesOn, Location theirs, boolean theirsGoesOn) {
        if (mine instanceof Location.Field(Location ignored, String name)
                && theirs instanceof Location.Field(Location base, String other)) {
            return !name.equals(other);
        }
        if (mine instanceof Location.Element(Location ignored, long index)
                && theirs instanceof Location.Element(Location base, long other)) {
            boolean known = index >= 0 && other >= 0;
            boolean reached = index < other ? mineGoesOn : theirsGoesOn;
            return known && index != other && !reached;
        }
        return false;
    }

    private static boolean isFirst(Location step) {
        return step instanceof Location.Element(Location ignored, long index) && index == 0;
    }

    /** From the start of the mapping inwards. */
    private static List<Location> steps(Location location) {
        List<Location> steps = new ArrayList<>();
        Location at = location;
        while (true) {
            switch (at) {
                case Location.Field(Location base, String ignored) -> {
                    steps.addFirst(at);
                    at = base;
                }
                case Location.Element(Location base, long ignored) -> {
                    steps.addFirst(at);
                    at = base;
                }
                case Location.Cell ignored -> {
                    return steps;
                }
                case Location.Pointee ignored -> {
                    return steps;
                }
                case Location.Heap ignored -> {
                    return steps;
                }
            }
        }
    }
}
