package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.QUALIFIED;
import static io.github.ipclint.probe.bench.Grade.REFUTED;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.bench.SystemV;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SysIpc;
import io.github.ipclint.probe.libc.SysMsg;
import io.github.ipclint.probe.peer.Peer;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** System V message queues. */
final class QueueExperiments {
    private QueueExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(firstInFirstOut(), byType(), boundaries(), byKey(), sameKey(), twoWay(), oneWay(), noWait(), outlives(),
                consumed(),
                positiveType(), wholeSize(), synchronised(), kindOfPipe(), lifeCycle(), unit());
    }

    private static Experiment firstInFirstOut() {
        return Experiment.of("queue-first-in-first-out", bench -> order(bench, 0))
                .outcome("as sent", HOLDS, "messages are received in the order in which they were sent")
                .outcome("by type", REFUTED, "a later message overtakes an earlier one")
                .control("by type", bench -> order(bench, -9));
    }

    private static Seen order(Bench bench, long type) {
        int queue = new SystemV(bench).queue();
        SystemV.send(queue, 3, "first", 0);
        SystemV.send(queue, 1, "second", 0);
        String text = SystemV.receive(queue, 16, type, SysIpc.IPC_NOWAIT).text();
        return Seen.either(text.equals("first"), "as sent", "by type", "received '" + text + "' before the other");
    }

    private static Experiment byType() {
        return Experiment.of("queue-receives-by-type", bench -> picked(bench, 2))
                .outcome("the one of the type", HOLDS, "a receiver takes the first message of the type that it asks for")
                .outcome("the first", REFUTED, "the type does not matter")
                .control("the first", bench -> picked(bench, 0));
    }

    private static Seen picked(Bench bench, long type) {
        int queue = new SystemV(bench).queue();
        SystemV.send(queue, 1, "for one", 0);
        SystemV.send(queue, 2, "for two", 0);
        SystemV.Message message = SystemV.receive(queue, 16, type, SysIpc.IPC_NOWAIT);
        return Seen.either(message.type() == 2, "the one of the type", "the first",
                "asked for type " + type + ", got '" + message.text() + "'");
    }

    private static Experiment boundaries() {
        return Experiment.of("queue-keeps-boundaries", QueueExperiments::twoMessages)
                .outcome("kept apart", HOLDS, "each message is received for itself")
                .outcome("merged", REFUTED, "two messages are received in one go")
                .control("merged", bench -> PipeExperiments.boundaries(new Descriptors(bench).pipe()));
    }

    private static Experiment kindOfPipe() {
        return Experiment.of("queue-is-a-kind-of-pipe", QueueExperiments::twoMessages)
                .outcome("kept apart", QUALIFIED, "it carries data in order as a pipe does, but it keeps boundaries and has types")
                .outcome("merged", HOLDS, "it is a stream as a pipe is")
                .control("merged", bench -> PipeExperiments.boundaries(new Descriptors(bench).pipe()));
    }

    private static Seen twoMessages(Bench bench) {
        int queue = new SystemV(bench).queue();
        SystemV.send(queue, 1, "ab", 0);
        SystemV.send(queue, 1, "cd", 0);
        String text = SystemV.receive(queue, 100, 0, SysIpc.IPC_NOWAIT).text();
        return Seen.either(text.equals("ab"), "kept apart", "merged", "sent 'ab' and 'cd', received '" + text + "'");
    }

    private static Experiment unit() {
        return Experiment.of("queue-unit-is-a-structure", bench -> {
            int queue = new SystemV(bench).queue();
            SystemV.send(queue, 1, "abc", 0);
            SystemV.send(queue, 1, "", 0);
            String first = SystemV.receive(queue, 100, 0, SysIpc.IPC_NOWAIT).text();
            Result second = SystemV.receive(queue, 100, 0, SysIpc.IPC_NOWAIT).result();
            return Seen.either(first.length() == 3 && second.ok() && second.value() == 0, "a type and any bytes", "a stream",
                    "3 bytes and 0 bytes after the type, both kept");
        }).outcome("a type and any bytes", QUALIFIED,
                "the structure is the sender's: the kernel keeps a type and as many bytes as were sent")
                .outcome("a stream", REFUTED, "there are no units")
                .control("a stream", bench -> {
                    Seen pipe = PipeExperiments.boundaries(new Descriptors(bench).pipe());
                    return new Seen(pipe.outcome().equals("merged") ? "a stream" : "a type and any bytes", "pipe: " + pipe.detail());
                });
    }

    private static Experiment byKey() {
        return Experiment.of("queue-between-any-processes", bench -> found(bench, true))
                .outcome("arrives", HOLDS, "a process that knows only the key receives the message")
                .outcome("ENOENT", REFUTED, "the key leads to nothing")
                .control("ENOENT", bench -> found(bench, false));
    }

    private static Seen found(Bench bench, boolean sameKey) {
        int key = bench.key();
        SystemV.send(new SystemV(bench).queue(key), 1, "hello", 0);
        Result id = bench.peer().call("msgget", sameKey ? key : key ^ 1, 0).result();
        if (!id.ok()) {
            return new Seen(id.error(), "msgget of another key: " + id.error());
        }
        String text = bench.peer().call("msgrcv", id.number(), 16, 0, SysIpc.IPC_NOWAIT).text();
        return Seen.either(text.equals("hello"), "arrives", "ENOENT", "the other process received '" + text + "'");
    }

    private static Experiment sameKey() {
        return Experiment.of("queue-same-key-same-id", bench -> ids(bench, bench.key()))
                .outcome("same id", HOLDS, "the same key gives the same queue in both processes")
                .outcome("two ids", REFUTED, "each process gets a queue of its own")
                .control("two ids", bench -> ids(bench, SysIpc.IPC_PRIVATE));
    }

    private static Seen ids(Bench bench, int key) {
        int here = new SystemV(bench).queue(key);
        int there = bench.peer().call("msgget", key, SysIpc.IPC_CREAT | 0600).number();
        if (there != here) {
            bench.atEnd(() -> SysMsg.remove(there));
        }
        return Seen.either(here == there, "same id", "two ids", here == there ? "the ids are equal" : "the ids differ");
    }

    private static Experiment twoWay() {
        return Experiment.of("queue-two-way", QueueExperiments::dialogue)
                .outcome("both ways", HOLDS, "both sides send and receive over one queue, told apart by type")
                .outcome("one way", REFUTED, "one side can only send")
                .control("one way", bench -> PipeExperiments.direction(new Descriptors(bench).pipe()));
    }

    private static Experiment oneWay() {
        return Experiment.of("queue-one-way", QueueExperiments::dialogue)
                .outcome("both ways", REFUTED, "both sides send and receive over one queue, told apart by type")
                .outcome("one way", HOLDS, "one side can only send")
                .control("one way", bench -> PipeExperiments.direction(new Descriptors(bench).pipe()));
    }

    private static Seen dialogue(Bench bench) {
        int queue = new SystemV(bench).queue();
        Peer peer = bench.peer();
        SystemV.send(queue, 1, "question", 0);
        String question = peer.call("msgrcv", queue, 16, 1, SysIpc.IPC_NOWAIT).text();
        peer.call("msgsnd", queue, 2, "answer", 0);
        String answer = SystemV.receive(queue, 16, 2, SysIpc.IPC_NOWAIT).text();
        return Seen.either(question.equals("question") && answer.equals("answer"), "both ways", "one way",
                "'" + question + "' there, '" + answer + "' back");
    }

    private static Experiment noWait() {
        return Experiment.of("queue-nowait-does-not-wait", bench -> full(bench, SysIpc.IPC_NOWAIT))
                .outcome("returns", HOLDS, "with IPC_NOWAIT a send to a full queue fails with EAGAIN")
                .outcome("blocks", REFUTED, "the send waited")
                .control("blocks", bench -> full(bench, 0));
    }

    private static Seen full(Bench bench, int flags) {
        int queue = new SystemV(bench).queue();
        while (SystemV.send(queue, 1, "x".repeat(1024), SysIpc.IPC_NOWAIT).ok()) {
            // until there is no room
        }
        return PipeExperiments.blocks(bench.begin(() -> SystemV.send(queue, 1, "y", flags)), () -> SystemV.receive(queue, 1024, 0, 0),
                "msgsnd");
    }

    private static Experiment outlives() {
        return Experiment.of("queue-outlives-its-processes", bench -> left(bench, false))
                .outcome("still there", HOLDS, "queue and message are there when their maker has ended")
                .outcome("gone", REFUTED, "the queue went with its maker")
                .control("gone", bench -> left(bench, true));
    }

    private static Seen left(Bench bench, boolean removed) {
        int key = bench.key();
        try (Peer maker = Peer.start()) {
            int queue = maker.call("msgget", key, SysIpc.IPC_CREAT | SysIpc.IPC_EXCL | 0600).number();
            bench.atEnd(() -> SysMsg.remove(queue));
            maker.call("msgsnd", queue, 1, "left", 0);
            if (removed) {
                SysMsg.remove(queue);
            }
        }
        Result id = SysMsg.msgget(key, 0);
        String text = id.ok() ? SystemV.receive(id.number(), 16, 0, SysIpc.IPC_NOWAIT).text() : id.error();
        return Seen.either(text.equals("left"), "still there", "gone", "after the maker's end: " + text);
    }

    private static Experiment consumed() {
        return Experiment.of("queue-tells-old-from-new", bench -> {
            int queue = new SystemV(bench).queue();
            SystemV.send(queue, 1, "value", 0);
            String first = SystemV.receive(queue, 16, 0, SysIpc.IPC_NOWAIT).text();
            String second = SystemV.receive(queue, 16, 0, SysIpc.IPC_NOWAIT).text();
            return Seen.either(first.equals(second), "looks the same", "told apart", "first read '" + first + "', second " + second);
        }).outcome("told apart", HOLDS, "a message is consumed: what is received was not received before")
                .outcome("looks the same", REFUTED, "an old value is received again")
                .control("looks the same", SharedMemoryExperiments::readTwice);
    }

    private static Experiment positiveType() {
        return Experiment.of("queue-type-must-be-positive", bench -> type(bench, 0))
                .outcome("EINVAL", HOLDS, "a type of 0 or below is refused")
                .outcome("ok", REFUTED, "the type is accepted")
                .control("ok", bench -> type(bench, 1));
    }

    private static Seen type(Bench bench, long type) {
        Result result = SystemV.send(new SystemV(bench).queue(), type, "x", 0);
        return new Seen(result.error(), "msgsnd of type " + type + ": " + result.error());
    }

    private static Experiment wholeSize() {
        return Experiment.of("queue-size-is-that-of-the-structure", bench -> sized(bench, 128 + SysMsg.TEXT))
                .outcome("foreign bytes sent", REFUTED, "the size counts the text only: 8 bytes from behind the structure go out")
                .outcome("text only", HOLDS, "exactly the structure's text goes out")
                .control("text only", bench -> sized(bench, 128));
    }

    /** A structure of 8 + 128 bytes with something secret behind it. */
    private static Seen sized(Bench bench, long size) {
        int queue = new SystemV(bench).queue();
        MemorySegment memory = bench.buffer(SysMsg.TEXT + 128 + 8);
        memory.set(JAVA_LONG, 0, 5);
        MemorySegment.copy("SECRETS!".getBytes(StandardCharsets.US_ASCII), 0, memory, JAVA_BYTE, SysMsg.TEXT + 128, 8);
        SysMsg.msgsnd(queue, memory, size, 0).orFail("msgsnd");
        String text = SystemV.receive(queue, 256, 0, SysIpc.IPC_NOWAIT).text();
        return Seen.either(text.endsWith("SECRETS!"), "foreign bytes sent", "text only", text.length() + " bytes received");
    }

    private static Experiment synchronised() {
        return Experiment.of("queue-needs-no-synchronisation", bench -> {
            int queue = new SystemV(bench).queue();
            SystemV.send(queue, 1, "mine 1", 0);
            bench.peer().call("msgsnd", queue, 1, "theirs", 0);
            SystemV.send(queue, 1, "mine 2", 0);
            return groups(queue);
        }).outcome("groups mixed", QUALIFIED, "each call is whole, but what takes two messages is torn apart by another sender")
                .outcome("groups whole", HOLDS, "messages that belong together stay together")
                .control("groups whole", bench -> {
                    int queue = new SystemV(bench).queue();
                    SystemV.send(queue, 1, "mine 1, mine 2", 0);
                    bench.peer().call("msgsnd", queue, 1, "theirs", 0);
                    return groups(queue);
                });
    }

    private static Seen groups(int queue) {
        StringBuilder all = new StringBuilder();
        for (var it = SystemV.receive(queue, 32, 0, SysIpc.IPC_NOWAIT); it.result().ok();
                it = SystemV.receive(queue, 32, 0, SysIpc.IPC_NOWAIT)) {
            all.append(all.isEmpty() ? "" : ", ").append(it.text());
        }
        return Seen.either(all.toString().contains("mine 1, mine 2"), "groups whole", "groups mixed", "received " + all);
    }

    private static Experiment lifeCycle() {
        return Experiment.of("system-gives-create-send-receive-delete", bench -> cycle(bench, true))
                .outcome("all four", HOLDS, "a mailbox of the system is made, sent to, received from and deleted by calls")
                .outcome("not deleted", REFUTED, "the mailbox is still there")
                .control("not deleted", bench -> cycle(bench, false));
    }

    private static Seen cycle(Bench bench, boolean delete) {
        int queue = new SystemV(bench).queue();
        boolean carried = SystemV.send(queue, 1, "x", 0).ok() && SystemV.receive(queue, 8, 0, SysIpc.IPC_NOWAIT).text().equals("x");
        if (delete) {
            SysMsg.remove(queue).orFail("msgctl");
        }
        Result after = SystemV.send(queue, 1, "x", SysIpc.IPC_NOWAIT);
        return Seen.either(carried && !after.ok(), "all four", "not deleted", "a send afterwards: " + after.error());
    }
}
