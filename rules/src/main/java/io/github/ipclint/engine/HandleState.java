package io.github.ipclint.engine;

import io.github.ipclint.model.Effect.Fact;
import io.github.ipclint.model.HandleKind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one process knows of one of its handles.
 *
 * @param kind as the models name it
 * @param origin symbol of the handle that the open file description was made for; duplicates share it
 * @param number descriptor number where it is known to be 0, 1 or 2 (or fixed by dup2), else -1
 * @param guard result of the call that made it; while that may be a failure the handle is unchecked
 * @param access what the descriptor allows
 * @param object the kernel object behind it, if it has a name
 * @param acquiredAt null for descriptors that came from outside the analysed code
 * @param releasedAt where it was closed
 * @param escaped something unknown holds it too and may close it
 */
public record HandleState(
        String kind,
        Symbol origin,
        Status status,
        int number,
        @Nullable Symbol guard,
        Access access,
        Set<Fact> facts,
        @Nullable KernelObject object,
        @Nullable Site acquiredAt,
        @Nullable Site releasedAt,
        boolean escaped) {
    private static final Set<String> SOCKETS = Set.of(HandleKind.SOCKET.word(), HandleKind.JAVA_SERVER_SOCKET.word());

    /** Life of a handle. */
    public enum Status {
        OPEN,
        CLOSED,
        /** Paths that differ met. */
        UNCERTAIN
    }

    /** What may be done with it. */
    public enum Access {
        READ,
        WRITE,
        BOTH,
        UNKNOWN
    }

    /** Number of a descriptor whose number nobody knows. */
    public static final int NO_NUMBER = -1;

    /** What is true no longer when the other becomes true. */
    private static final Map<Fact, Fact> OPPOSITES = Map.of(
            Fact.CLOEXEC, Fact.NOT_CLOEXEC, Fact.NOT_CLOEXEC, Fact.CLOEXEC, Fact.LOCKED, Fact.UNLOCKED, Fact.UNLOCKED, Fact.LOCKED);

    /** Cheap: states of one handle that differ are few. */
    @Override
    public int hashCode() {
        return (origin.hashCode() * 31 + status.ordinal()) * 31 + number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof HandleState that
                        && status == that.status
                        && number == that.number
                        && access == that.access
                        && acquiredAt == that.acquiredAt
                        && releasedAt == that.releasedAt
                        && escaped == that.escaped
                        && origin.equals(that.origin)
                        && facts.equals(that.facts)
                        && kind.equals(that.kind)
                        && Objects.equals(guard, that.guard)
                        && Objects.equals(object, that.object));
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public boolean isClosed() {
        return status == Status.CLOSED;
    }

    public boolean is(Fact fact) {
        return facts.contains(fact);
    }

    /**
     * Whether accept on it fails for certain: it is a connection itself, or for datagrams, or a socket that the analysed code made and
     * has not made listen.
     */
    public boolean refusesConnections() {
        boolean datagram = is(Fact.DATAGRAM) && !is(Fact.STREAM);
        boolean ours = acquiredAt != null && SOCKETS.contains(kind) && !escaped;
        return datagram || !is(Fact.LISTENING) && (ours || is(Fact.CONNECTED));
    }

    public HandleState closed(Site at) {
        return new HandleState(kind, origin, Status.CLOSED, NO_NUMBER, guard, access, facts, object, acquiredAt, at, escaped);
    }

    public HandleState uncertain() {
        return new HandleState(kind, origin, Status.UNCERTAIN, number, guard, access, facts, object, acquiredAt, releasedAt, true);
    }

    public HandleState asEscaped() {
        return escaped ? this : new HandleState(kind, origin, status, number, guard, access, facts, object, acquiredAt, releasedAt, true);
    }

    /** The same with another name for the symbol in what it was made from and what tells whether it was made. */
    HandleState renamed(Symbol from, Symbol to) {
        return new HandleState(
                kind, from.equals(origin) ? to : origin, status, number, from.equals(guard) ? to : guard, access, facts, object, acquiredAt,
                releasedAt, escaped);
    }

    public HandleState withNumber(int newNumber) {
        return new HandleState(kind, origin, status, newNumber, guard, access, facts, object, acquiredAt, releasedAt, escaped);
    }

    public HandleState withObject(KernelObject newObject) {
        return new HandleState(kind, origin, status, number, guard, access, facts, newObject, acquiredAt, releasedAt, escaped);
    }

    public HandleState withFacts(Set<Fact> more) {
        if (facts.containsAll(more)) {
            return this;
        }
        EnumSet<Fact> all = EnumSet.copyOf(more);
        all.addAll(facts);
        more.forEach(fact -> all.remove(OPPOSITES.get(fact)));
        return new HandleState(kind, origin, status, number, guard, access, Set.copyOf(all), object, acquiredAt, releasedAt, escaped);
    }

    /** The same description under a second descriptor. */
    public HandleState duplicate(int newNumber, @Nullable Symbol newGuard, Site at) {
        EnumSet<Fact> kept = EnumSet.noneOf(Fact.class);
        kept.addAll(facts);
        kept.remove(Fact.CLOEXEC);
        return new HandleState(kind, origin, Status.OPEN, newNumber, newGuard, access, Set.copyOf(kept), object, at, null, false);
    }
}
