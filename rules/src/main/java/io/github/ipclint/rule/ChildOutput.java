package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.ResultLog.Result;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Direction;
import io.github.ipclint.model.Effect.Fact;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.HandleKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a program does with the two output streams of another one that it has started through a process object. */
final class ChildOutput {
    /** One of the two. */
    enum Stream {
        OUTPUT("standard output", HandleKind.JAVA_PROCESS_OUTPUT, Fact.OUTPUT_REDIRECTED),
        ERROR("standard error", HandleKind.JAVA_PROCESS_ERROR, Fact.ERROR_REDIRECTED);

        final String words;
        private final HandleKind kind;
        private final Fact redirected;

        Stream(String words, HandleKind kind, Fact redirected) {
            this.words = words;
            this.kind = kind;
            this.redirected = redirected;
        }

        static java.util.stream.Stream<Stream> all() {
            return java.util.stream.Stream.of(values());
        }
    }

    private final Exploration exploration;
    private final Event.Spawned spawned;
    private final Map<Site, Integer> order = new HashMap<>();
    private final Map<Site, FunctionModel> models = new HashMap<>();

    private ChildOutput(Exploration exploration, Event.Spawned spawned) {
        this.exploration = exploration;
        this.spawned = spawned;
        for (Event.Called called : exploration.log().all(Event.Called.class)) {
            order.putIfAbsent(called.site(), order.size());
            models.putIfAbsent(called.site(), called.model());
        }
    }

    /** One for each place that starts a program, unless that is known to write next to nothing. */
    static List<ChildOutput> of(Exploration exploration) {
        return exploration.log().all(Event.Spawned.class).stream()
                .filter(spawned -> spawned.handle().kind().equals(HandleKind.JAVA_PROCESS.word())
                        && !QuietPrograms.isQuiet(spawned.command()))
                .map(spawned -> new ChildOutput(exploration, spawned))
                .toList();
    }

    Site start() {
        return spawned.site();
    }

    ProcessInstance process() {
        return spawned.process();
    }

    /** Whether the stream is a pipe to this program, and nothing that is not followed has it. */
    boolean isPipe(Stream stream) {
        return isOwnPipe(stream) && !isHandedOn(stream);
    }

    private boolean isOwnPipe(Stream stream) {
        boolean merged = stream == Stream.ERROR && spawned.handle().is(Fact.ERR_MERGED);
        return !merged && !spawned.handle().is(stream.redirected);
    }

    /** Whether only what is followed has the stream when the wait begins, though it may lie in an array or object. */
    private boolean isKept(Stream stream, Event.Waited wait) {
        return wait.table().entrySet().stream()
                .anyMatch(entry -> isOf(entry.getKey(), entry.getValue().kind(), stream) && !entry.getValue().escaped());
    }

    private boolean isHandedOn(Stream stream) {
        return acquired(stream)
                .map(slot -> exploration.log().results().all().stream()
                        .anyMatch(result -> result.site() == start() && (result.handedOn(slot) || result.handedOn("result"))))
                .orElse(true);
    }

    private Optional<String> acquired(Stream stream) {
        return exploration.log().results().all().stream()
                .filter(result -> result.site() == start())
                .map(Result::model)
                .flatMap(model -> model.all(Effect.Acquires.class).stream())
                .filter(acquires -> acquires.kind().equals(stream.kind.word()))
                .map(acquires -> acquires.slot().toString())
                .findFirst();
    }

    /** Reads of the stream, in the order of exploration. */
    List<Event.Transferred> reads(Stream stream) {
        return exploration.log().all(Event.Transferred.class).stream()
                .filter(transfer -> transfer.direction() == Direction.IN && isOf(transfer.symbol(), transfer.handle().kind(), stream))
                .toList();
    }

    /** Whether somebody reads the stream, or closes it, which tells the program that nobody listens. */
    boolean isServed(Stream stream) {
        return !reads(stream).isEmpty() || exploration.log().all(Event.Used.class).stream()
                .anyMatch(used -> used.release() && used.symbol() != null && used.handle() != null
                        && isOf(used.symbol(), used.handle().kind(), stream));
    }

    private boolean isOf(Symbol symbol, String kind, Stream stream) {
        return kind.equals(stream.kind.word()) && symbol instanceof Symbol.Delivered(Site site, String role, int copy) && site == start();
    }

    /** Whether a read comes back until the stream ends, or takes all of it at once. */
    boolean isToTheEnd(Event.Transferred read) {
        FunctionModel model = models.get(read.site());
        return read.repeats() || model != null && model.all(Effect.Transfers.class).stream()
                .anyMatch(transfer -> transfer.direction() == Direction.IN && transfer.eof() == null && transfer.pointer() == null);
    }

    /** Whether this program is killed before anything waits for it: then nothing is held up for long. */
    boolean isCutShort() {
        List<Event.Waited> waits = waits();
        return exploration.log().all(Event.Called.class).stream()
                .filter(called -> called.model().has(Effect.SendsSignal.class))
                .map(Event.Called::site)
                .anyMatch(site -> comesAfter(site, start()) && waits.stream().allMatch(wait -> comesAfter(wait.site(), site)));
    }

    /** The calls that wait for this program to end, first one first. */
    List<Event.Waited> waits() {
        List<Event.Waited> waits = new ArrayList<>();
        for (Event.Waited wait : exploration.log().all(Event.Waited.class)) {
            if (wait.blocking() && isForThis(wait) && comesAfter(wait.site(), start())) {
                waits.add(wait);
            }
        }
        waits.sort(Comparator.comparingInt(wait -> order.getOrDefault(wait.site(), 0)));
        return waits;
    }

    /** The wait that comes before this program's output is read, by the same thread that reads it. */
    Optional<Event.Waited> waitBeforeReading() {
        List<Stream> taken = Stream.all().filter(stream -> isOwnPipe(stream) && !reads(stream).isEmpty()).toList();
        List<Event.Transferred> reads = taken.stream().flatMap(stream -> reads(stream).stream()).toList();
        return waits().stream()
                .filter(wait -> taken.stream().allMatch(stream -> !isHandedOn(stream) || isKept(stream, wait)))
                .filter(wait -> !reads.isEmpty()
                        && reads.stream().allMatch(read -> read.process() == wait.process() && comesAfter(read.site(), wait.site())))
                .findFirst();
    }

    /** By the variable; where there is only one program there is no question. */
    private boolean isForThis(Event.Waited wait) {
        boolean only = exploration.log().all(Event.Spawned.class).stream().allMatch(other -> other.site() == start());
        return only || (wait.site().instruction() instanceof Call call && start().instruction() instanceof Call starting
                && call.receiver() != null && starting.result() != null
                && call.receiver().toString().equals(starting.result().toString()));
    }

    /** Whether the one call was first made after the other. */
    boolean comesAfter(Site site, Site other) {
        return order.getOrDefault(site, 0) > order.getOrDefault(other, 0);
    }
}
