package io.github.ipclint.engine;

import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Direction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Questions over the processes of one explored program: who holds, uses and waits for which end of which pipe. */
public final class ProcessGraph {
    private static final int STANDARD_INPUT = 0;
    private static final int STANDARD_ERROR = 2;

    private final Exploration exploration;
    private final EventLog log;
    private final List<PipeUse> uses = new ArrayList<>();

    /**
     * A process moves data through one end of a pair, itself or through the program that it becomes.
     *
     * @param event transfer or exec
     * @param end the end it uses
     * @param table what it holds then
     * @param toTheEnd it may come back for more: a loop, or a program that reads to end of file
     */
    public record PipeUse(
            Event event, Pair pair, Direction direction, Symbol symbol, HandleState end, Map<Symbol, HandleState> table, boolean blocking,
            boolean toTheEnd) {
        public ProcessInstance process() {
            return event.process();
        }

        public Site site() {
            return event.site();
        }
    }

    public ProcessGraph(Exploration exploration) {
        this.exploration = exploration;
        this.log = exploration.log();
        for (Event.Transferred transfer : log.all(Event.Transferred.class)) {
            Pair.of(transfer.handle())
                    .ifPresent(pair -> uses.add(new PipeUse(
                            transfer, pair, transfer.direction(), transfer.symbol(), transfer.handle(), transfer.table(),
                            transfer.blocking(), transfer.repeats())));
        }
        for (Event.Executed executed : log.all(Event.Executed.class)) {
            executed.table().forEach((symbol, handle) -> {
                if (handle.isOpen() && handle.number() >= STANDARD_INPUT && handle.number() <= STANDARD_ERROR) {
                    Direction direction = handle.number() == STANDARD_INPUT ? Direction.IN : Direction.OUT;
                    Pair.of(handle).ifPresent(
                            pair -> uses.add(new PipeUse(executed, pair, direction, symbol, handle, executed.kept(), true, true)));
                }
            });
        }
    }

    /** Every use of an end of a pair. */
    public List<PipeUse> uses() {
        return uses;
    }

    /** Whether the process, or a thread or handler of it, uses this end in this direction anywhere. */
    public boolean uses(ProcessInstance process, HandleState end, Direction direction) {
        return uses.stream()
                .anyMatch(use -> use.direction() == direction && use.process().process() == process.process() && sameEnd(use.end(), end));
    }

    /** Whether a write moves more than a pipe holds, because of its length or of the loops around it that count to a constant. */
    public boolean overfills(PipeUse write) {
        return write.event() instanceof Event.Transferred transfer
                && Amount.least(transfer.site(), length(transfer), exploration.flow(transfer.site().function())) > Amount.PIPE;
    }

    /** Position of the argument that says how many bytes a transfer moves; -1 where the model of the call names none. */
    private int length(Event.Transferred transfer) {
        return log.all(Event.Called.class).stream().filter(called -> called.site() == transfer.site()).findFirst()
                .flatMap(called -> called.model().all(Effect.Transfers.class).stream()
                        .filter(moved -> moved.direction() == transfer.direction()).findFirst()
                        .map(moved -> called.position(moved.length())))
                .orElse(-1);
    }

    /** Processes other than this one that use the end in this direction. */
    public Set<ProcessInstance> otherUsers(ProcessInstance process, HandleState end, Direction direction) {
        Set<ProcessInstance> users = new LinkedHashSet<>();
        for (PipeUse use : uses) {
            if (use.direction() == direction && use.process().process() != process.process() && sameEnd(use.end(), end)) {
                users.add(use.process());
            }
        }
        return users;
    }

    private static boolean sameEnd(HandleState one, HandleState other) {
        Optional<Pair> pair = Pair.of(one);
        return pair.isPresent() && pair.equals(Pair.of(other)) && Pair.role(one).equals(Pair.role(other));
    }

    /** Blocking waits of the process for this child; not those behind a signal that it sends, which is there to end the child. */
    public List<Event.Waited> waits(ProcessInstance process, ProcessInstance child) {
        return log.all(Event.Waited.class).stream()
                .filter(wait -> wait.blocking() && wait.process() == process && wait.awaited().contains(child))
                .filter(wait -> !isSignalledBefore(wait, child))
                .toList();
    }

    private boolean isSignalledBefore(Event.Waited wait, ProcessInstance child) {
        return log.all(Event.Called.class).stream()
                .anyMatch(called -> called.process() == wait.process() && called.model().has(Effect.SendsSignal.class)
                        && called.children().contains(child) && called.site().compareTo(wait.site()) < 0);
    }

    /** Those of {@link #waits} that do not return before this child has ended, whatever other children do. */
    public List<Event.Waited> waitsInTheEnd(ProcessInstance process, ProcessInstance child) {
        List<Event.Waited> all = waits(process, child);
        long calls = all.stream().map(Event.Waited::site).distinct().count();
        return all.stream().filter(wait -> wait.repeats() || calls >= wait.awaited().size()).toList();
    }

    /** Whether the process, a thread or a handler of it waits for children in any way, without blocking too. */
    public boolean reaps(ProcessInstance process) {
        return log.all(Event.Called.class).stream()
                .anyMatch(called -> called.process().process() == process && called.model().has(Effect.Waits.class));
    }

    /** Whether the process comes to an end, or becomes a program that may. */
    public boolean mayEnd(ProcessInstance process) {
        return log.all(Event.Ended.class).stream().anyMatch(ended -> ended.process() == process)
                || log.all(Event.Executed.class).stream().anyMatch(executed -> executed.process() == process);
    }

    /** The endless loops that the process enters. */
    public List<Event.EnteredEndlessLoop> endlessLoops(ProcessInstance process) {
        return log.all(Event.EnteredEndlessLoop.class).stream().filter(loop -> loop.process() == process).toList();
    }

    /**
     * The events in which a process may wait without bound: it reads a pipe, waits for a child, serves for ever, or has become
     * another program.
     */
    public List<Event> standstills(ProcessInstance process) {
        List<Event> events = new ArrayList<>();
        log.all(Event.Transferred.class).stream()
                .filter(event -> event.process() == process && event.blocking() && event.direction() == Direction.IN)
                .forEach(events::add);
        log.all(Event.Waited.class).stream().filter(event -> event.process() == process && event.blocking()).forEach(events::add);
        events.addAll(endlessLoops(process));
        log.all(Event.Executed.class).stream().filter(event -> event.process() == process).forEach(events::add);
        return events;
    }

    /** The descriptor table at an event that has one; what exec closes is not in it. */
    public static Map<Symbol, HandleState> table(Event event) {
        return switch (event) {
            case Event.Transferred transferred -> transferred.table();
            case Event.Waited waited -> waited.table();
            case Event.Executed executed -> executed.kept();
            case Event.EnteredEndlessLoop loop -> loop.table();
            case Event.Ended ended -> ended.table();
            case Event.Forked forked -> forked.table();
            case Event.Called called -> called.table();
            default -> Map.of();
        };
    }
}
