package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** An unknown value that can be told from others and narrowed by branches. For equality see {@link Location}. */
public sealed interface Symbol {
    /**
     * What a call delivered.
     *
     * @param role {@code result}, or the slot as the model writes it ({@code fd[0]})
     * @param copy 1 the latest, 2 an older one of the same site that is still alive
     */
    record Delivered(Site site, String role, int copy) implements Symbol {
        @Override
        public int hashCode() {
            return (site.hashCode() * 31 + role.hashCode()) * 31 + copy;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Delivered that && site == that.site && copy == that.copy && role.equals(that.role));
        }
    }

    /** What a location held when the exploration started, or after something unknown wrote it. */
    record Initial(Location location) implements Symbol {
        @Override
        public int hashCode() {
            return location.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Initial that && location.equals(that.location));
        }
    }

    /** The result of an operation that does not fold; equal operands give the equal symbol. */
    record Derived(BinaryOperator operator, Value left, Value right) implements Symbol {
        @Override
        public int hashCode() {
            return (operator.ordinal() * 31 + left.hashCode()) * 31 + right.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Derived that && operator == that.operator && left.equals(that.left) && right.equals(that.right));
        }
    }

    /** Where paths with different values met. */
    record Joined(Location location, int block) implements Symbol {
        @Override
        public int hashCode() {
            return location.hashCode() * 31 + block;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Joined that && block == that.block && location.equals(that.location));
        }
    }

    /** One of the descriptors 0, 1, 2 that a process starts with. */
    record StandardSlot(int number) implements Symbol {}

    /** errno after the failure of the call, or after the assignment to it. */
    record Errno(Site site) implements Symbol {}

    /** errno where paths meet on which different calls have failed. */
    record JoinedErrno(int block) implements Symbol {}

    /** A constant that nobody knows the value of. */
    record Named(String name) implements Symbol {}

    /** The number of a process, which it asks for itself: the same each time, and another in its child. */
    record ProcessId(ProcessInstance process) implements Symbol {}
}
