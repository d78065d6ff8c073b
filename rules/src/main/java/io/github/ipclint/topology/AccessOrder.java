package io.github.ipclint.topology;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Event.ObjectUse;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.engine.SyncObject;
import io.github.ipclint.model.Effect.Namespace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which accesses to shared memory by different processes nothing orders (DESIGN: Order). */
public final class AccessOrder {
    /** Two accesses by different processes to the same bytes, the first a write, in no order. */
    public record Race(MemoryAccess write, MemoryAccess other) {}

    /** What each process releases anywhere: a path that ends after an access need not release again what earlier rounds did. */
    private final Map<ProcessInstance, Set<SyncObject>> releases = new IdentityHashMap<>();

    /** The programs that make the object and of which several processes touch the memory. */
    private final Set<Exploration> sharing;

    /** The programs that touch the memory. */
    private final Set<Exploration> users;

    private final boolean othersMake;

    private AccessOrder(Channel channel) {
        channel.accesses().forEach(
                access -> releases.computeIfAbsent(access.process(), process -> new LinkedHashSet<>()).addAll(access.released()));
        Map<Exploration, Set<ProcessInstance>> touching = new IdentityHashMap<>();
        channel.accesses().forEach(
                access -> touching.computeIfAbsent(access.program(), program -> new HashSet<>()).add(access.process().process()));
        Set<Exploration> makers = channel.all(ObjectUse.CREATE).stream().map(Endpoint::program).collect(Collectors.toSet());
        this.sharing = makers.stream().filter(program -> touching.getOrDefault(program, Set.of()).size() > 1).collect(Collectors.toSet());
        this.users = touching.keySet();
        this.othersMake = makers.stream().anyMatch(program -> !sharing.contains(program));
    }

    /** Every race over a channel, by the place of the write. */
    public static List<Race> races(Channel channel) {
        AccessOrder order = new AccessOrder(channel);
        List<Race> races = new ArrayList<>();
        for (MemoryAccess write : channel.accesses()) {
            if (!write.write()) {
                continue;
            }
            for (MemoryAccess other : channel.accesses()) {
                boolean seen = other.write() && other.compareTo(write) < 0;
                if (!seen && other.isOfAnotherProcess(write) && !order.areApart(write, other) && write.overlaps(other)
                        && !order.areOrdered(write, other)) {
                    races.add(new Race(write, other));
                }
            }
        }
        return races;
    }

    /**
     * Programs that make the memory and share it among processes of their own need nobody else, nor do two others that share it with each
     * other: variants of one exercise.
     */
    private boolean areApart(MemoryAccess one, MemoryAccess other) {
        return one.program() != other.program() && (areParts(one, other)
                || (sharing.contains(one.program()) ? isServed(other) : sharing.contains(other.program()) && isServed(one)));
    }

    /**
     * Entries of one file without a main that map the memory by the same call, which they share: whoever calls both is one program, and nothing
     * says that it does so at the same time. Those that map it each for itself may be meant for two.
     */
    private static boolean areParts(MemoryAccess one, MemoryAccess other) {
        return !one.program().isProgram() && !other.program().isProgram()
                && one.program().root().unit().equals(other.program().root().unit())
                && one.mapping() instanceof Symbol.Delivered(Site first, String role, int copy)
                && other.mapping() instanceof Symbol.Delivered(Site second, String otherRole, int otherCopy)
                && first.at().equals(second.at());
    }

    /** Whether the program shares the memory with other processes of its own, or with another program that does not. */
    private boolean isServed(MemoryAccess access) {
        return sharing.contains(access.program())
                || othersMake && users.stream().anyMatch(program -> program != access.program() && !sharing.contains(program));
    }

    /**
     * A release after the earlier one that the other acquires before orders them; where the earlier one repeats, its next round must
     * in turn wait for the other.
     */
    private boolean areOrdered(MemoryAccess one, MemoryAccess other) {
        return comesFirst(one, other) || comesFirst(other, one) || holdsOff(one, other) || holdsOff(other, one)
                || areBothCreators(one, other)
                || (one.program() != other.program() && (isOutsideLife(one, other) || isOutsideLife(other, one)));
    }

    /** Whether the one lies before the fork of whoever becomes the program of the other, or after the wait for its end. */
    private static boolean isOutsideLife(MemoryAccess one, MemoryAccess other) {
        String program = baseName(other.program().root().unit(), '.');
        Set<ProcessInstance> becoming = one.program().log().all(Event.Executed.class).stream()
                .filter(executed -> executed.path() != null && baseName(executed.path(), '\0').equals(program))
                .map(Event.Executed::process)
                .collect(Collectors.toSet());
        return !becoming.isEmpty() && becoming.stream()
                .allMatch(process -> (!one.repeats() && startsLater(process, one)) || one.acquired().contains(new SyncObject.End(process)));
    }

    /** Whether the process, or one that it descends from, is forked after the access. */
    private static boolean startsLater(ProcessInstance process, MemoryAccess access) {
        ProcessInstance at = process;
        while (at != null && !access.released().contains(new SyncObject.Start(at))) {
            at = at.parent();
        }
        return at != null;
    }

    private static String baseName(String path, char end) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.indexOf(end) < 0 ? name : name.substring(0, name.indexOf(end));
    }

    private boolean comesFirst(MemoryAccess one, MemoryAccess other) {
        List<SyncObject> tokens = handedOver(one, one.released(), other, other.acquired());
        boolean back = !one.repeats() || waitsFor(one, other);
        return tokens.stream().anyMatch(token -> back || token.happensOnce()) || (back && mayMeetUnseen(one, other));
    }

    /**
     * Whether the other's every access needs a token of the one's process, which has had an answer to each that it has given so far: one that
     * the other gives after its access.
     */
    private boolean holdsOff(MemoryAccess one, MemoryAccess other) {
        return releases(one).stream()
                .filter(token -> other.acquired().contains(token) && (!other.repeats() || other.renewed().contains(token)))
                .anyMatch(token -> one.given().getOrDefault(token, Set.of()).stream()
                        .anyMatch(answer -> releases(other).contains(answer) && isHeldBack(other, answer, one)));
    }

    /** Whether every round of the one needs something that the other's process gives away only after its access. */
    private boolean waitsFor(MemoryAccess one, MemoryAccess other) {
        Set<SyncObject> given = releases(other);
        return !handedOver(other, given, one, one.acquired()).isEmpty() || !handedOver(other, given, one, one.renewed()).isEmpty();
    }

    private List<SyncObject> handedOver(MemoryAccess from, Set<SyncObject> released, MemoryAccess to, Set<SyncObject> acquired) {
        return released.stream().filter(sync -> acquired.contains(sync) && isHeldBack(from, sync, to)).toList();
    }

    private Set<SyncObject> releases(MemoryAccess access) {
        return releases.getOrDefault(access.process(), Set.of());
    }

    /** Of an exclusive creation there is one in the life of an object. */
    private static boolean areBothCreators(MemoryAccess one, MemoryAccess other) {
        return one.acquired().stream()
                .anyMatch(
                        sync -> sync instanceof SyncObject.Creator && other.acquired().contains(sync) && one.process() != other.process());
    }

    /** A token that was given before the access lets the other go ahead, unless the access has waited for the other since. */
    private boolean isHeldBack(MemoryAccess from, SyncObject token, MemoryAccess to) {
        Set<SyncObject> since = from.given().get(token);
        return since == null || !Collections.disjoint(since, releases(to));
    }

    /** Two programs synchronise over something that nobody could name: it may be one thing. */
    private static boolean mayMeetUnseen(MemoryAccess from, MemoryAccess to) {
        return from.program() != to.program()
                && from.released().stream().anyMatch(AccessOrder::isUnnamed)
                && to.acquired().stream().anyMatch(AccessOrder::isUnnamed);
    }

    /** A descriptor of the terminal or a file orders nothing that a name could tell. */
    private static boolean isUnnamed(SyncObject sync) {
        return switch (sync) {
            case SyncObject.Channel(var object, long ignored) -> !object.isNamed() && object.namespace() != Namespace.FILE;
            case SyncObject.Unknown(Symbol symbol) -> !(symbol instanceof Symbol.StandardSlot);
            case SyncObject.Description ignored -> false;
            case SyncObject.Memory ignored -> false;
            case SyncObject.Start ignored -> false;
            case SyncObject.End ignored -> false;
            case SyncObject.Creator ignored -> false;
        };
    }
}
