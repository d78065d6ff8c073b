package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression.BinaryOperator;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The integers that a symbol may equal: an interval without a few holes.
 *
 * @param low smallest, {@link Long#MIN_VALUE} where unbounded
 * @param high largest, {@link Long#MAX_VALUE} where unbounded
 * @param excluded values inside the interval that it does not equal, at most {@link #MAX_EXCLUDED}
 */
public record Range(long low, long high, SortedSet<Long> excluded) {
    public static final Range ALL = of(Long.MIN_VALUE, Long.MAX_VALUE);
    public static final Range NONE = of(1, 0);
    private static final int MAX_EXCLUDED = 6;

    public static Range of(long low, long high) {
        return new Range(low, high, Collections.emptySortedSet());
    }

    public static Range exactly(long value) {
        return of(value, value);
    }

    @Override
    public int hashCode() {
        return (Long.hashCode(low) * 31 + Long.hashCode(high)) * 31 + (excluded.isEmpty() ? 0 : excluded.hashCode());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Range that && low == that.low && high == that.high && excluded.size() == that.excluded.size()
                        && (excluded.isEmpty() || excluded.equals(that.excluded)));
    }

    public boolean isEmpty() {
        return low > high;
    }

    public boolean isExact() {
        return low == high;
    }

    public boolean contains(long value) {
        return value >= low && value <= high && (excluded.isEmpty() || !excluded.contains(value));
    }

    boolean containsAll(Iterable<Long> values) {
        for (long value : values) {
            if (!contains(value)) {
                return false;
            }
        }
        return true;
    }

    /** Values in both. */
    public Range intersect(Range other) {
        if (excluded.isEmpty() && other.excluded.isEmpty()) {
            long from = Math.max(low, other.low);
            long to = Math.min(high, other.high);
            return from == low && to == high ? this : from == other.low && to == other.high ? other : from > to ? NONE : of(from, to);
        }
        TreeSet<Long> holes = new TreeSet<>(excluded);
        holes.addAll(other.excluded);
        return normal(Math.max(low, other.low), Math.min(high, other.high), holes);
    }

    /** Values in either, as far as a range can say it. */
    public Range hull(Range other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        if (excluded.isEmpty() && other.excluded.isEmpty()) {
            long from = Math.min(low, other.low);
            long to = Math.max(high, other.high);
            return from == low && to == high ? this : from == other.low && to == other.high ? other : of(from, to);
        }
        TreeSet<Long> holes = new TreeSet<>();
        addMissing(excluded, other, holes);
        addMissing(other.excluded, this, holes);
        return normal(Math.min(low, other.low), Math.max(high, other.high), holes);
    }

    private static void addMissing(SortedSet<Long> values, Range from, TreeSet<Long> missing) {
        for (long value : values) {
            if (!from.contains(value)) {
                missing.add(value);
            }
        }
    }

    public boolean intersects(Range other) {
        long from = Math.max(low, other.low);
        long to = Math.min(high, other.high);
        // Holes are few: where neither end is one, the ends are common to both.
        return from <= to && (contains(from) && other.contains(from) || contains(to) && other.contains(to) || !intersect(other).isEmpty());
    }

    public boolean isWithin(Range other) {
        return isEmpty()
                || (low >= other.low && high <= other.high
                        && (other.excluded.isEmpty() || other.excluded.stream().noneMatch(this::contains)));
    }

    /** The values of this range for which {@code value operator bound} holds. */
    public Range satisfying(BinaryOperator operator, long bound) {
        return switch (operator) {
            case EQUAL -> intersect(exactly(bound));
            case NOT_EQUAL -> without(bound);
            case LESS -> bound == Long.MIN_VALUE ? NONE : intersect(of(Long.MIN_VALUE, bound - 1));
            case LESS_EQUAL -> intersect(of(Long.MIN_VALUE, bound));
            case GREATER -> bound == Long.MAX_VALUE ? NONE : intersect(of(bound + 1, Long.MAX_VALUE));
            case GREATER_EQUAL -> intersect(of(bound, Long.MAX_VALUE));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT, LOGICAL_AND, LOGICAL_OR -> this;
        };
    }

    private Range without(long value) {
        if (!contains(value)) {
            return this;
        }
        if (excluded.isEmpty() && (value == low || value == high)) {
            return low == high ? NONE : value == low ? of(low + 1, high) : of(low, high - 1);
        }
        TreeSet<Long> holes = new TreeSet<>(excluded);
        holes.add(value);
        return excluded.isEmpty() ? new Range(low, high, holes) : normal(low, high, holes);
    }

    private static Range normal(long low, long high, TreeSet<Long> holes) {
        while (low <= high && holes.contains(low) && low < Long.MAX_VALUE) {
            low++;
        }
        while (low <= high && holes.contains(high) && high > Long.MIN_VALUE) {
            high--;
        }
        if (low > high) {
            return NONE;
        }
        long least = low;
        long most = high;
        holes.removeIf(value -> value < least || value > most);
        while (holes.size() > MAX_EXCLUDED) {
            holes.removeLast();
        }
        return new Range(low, high, holes);
    }
}
