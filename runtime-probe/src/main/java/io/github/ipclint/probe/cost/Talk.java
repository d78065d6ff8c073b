package io.github.ipclint.probe.cost;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.channel.Conversation;
import io.github.ipclint.probe.channel.Link;
import io.github.ipclint.probe.peer.Answer;
import io.github.ipclint.probe.peer.Pending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One medium between this process and the peer, open for messages of one size. */
final class Talk implements AutoCloseable {
    private static final int PILOT = 5;
    private static final long CHUNK_NANOS = 5_000_000;
    private static final int LARGEST_CHUNK = 500;
    /** Medians of the last chunks agree when the largest is at most 5 % above the smallest. */
    private static final int AGREEING = 5;
    private static final double AGREEMENT = 1.05;
    private static final int FEWEST = 20;
    /** Rounds after which the JVM has compiled what is measured; before, chunks agree on the speed of the interpreter. */
    private static final int COMPILED_AFTER = 3_000;
    private static final long WARM_UP_LIMIT = 200_000_000;

    private final Bench bench;
    private final Medium medium;
    private final int size;
    private final Placement placement;
    private final Medium.Words words;
    private final Link link;

    Talk(Bench bench, Medium medium, int size, Placement placement) {
        this.bench = bench;
        this.medium = medium;
        this.size = size;
        this.placement = placement;
        this.words = medium.open(bench, size);
        this.link = medium.kind().open(bench.arena(), size, words.mine());
    }

    /** Warms up, then measures for about so long. */
    Latency roundTrips(long budgetNanos, int mostSamples) {
        long estimate = warmUp(budgetNanos);
        int rounds = Math.clamp(budgetNanos / estimate, FEWEST, mostSamples);
        long[] nanoseconds = new long[rounds];
        Pending<Answer> peer = begin("answer", rounds);
        long here = Conversation.ask(link, nanoseconds, placement.here());
        return Latency.of(nanoseconds, here, peer.await().result().orFail("the peer's part").value());
    }

    /** Runs chunks until the last ones agree or the time is over; returns the median round trip of the last one. */
    private long warmUp(long budgetNanos) {
        long start = System.nanoTime();
        long estimate = Math.max(1, median(PILOT));
        ArrayList<Long> medians = new ArrayList<>();
        int warm = 0;
        long spent = 0;
        while (spent < Math.max(budgetNanos, WARM_UP_LIMIT) && (warm < COMPILED_AFTER || spent < budgetNanos && !agree(medians))) {
            int rounds = Math.clamp(CHUNK_NANOS / estimate, PILOT, LARGEST_CHUNK);
            estimate = Math.max(1, median(rounds));
            medians.add(estimate);
            warm += rounds;
            spent = System.nanoTime() - start;
        }
        return estimate;
    }

    private static boolean agree(List<Long> medians) {
        if (medians.size() < AGREEING) {
            return false;
        }
        List<Long> last = medians.subList(medians.size() - AGREEING, medians.size()).stream().sorted().toList();
        return last.getLast() <= last.getFirst() * AGREEMENT;
    }

    private long median(int rounds) {
        long[] nanoseconds = new long[rounds];
        Pending<Answer> peer = begin("answer", rounds);
        Conversation.ask(link, nanoseconds, placement.here());
        peer.await();
        Arrays.sort(nanoseconds);
        return nanoseconds[rounds / 2];
    }

    /** Sends one way for about so long; the time ends when the receiver has everything. Returns bytes per second. */
    long throughput(long budgetNanos) {
        int messages = 64;
        long nanoseconds = stream(messages);
        long end = System.nanoTime() + budgetNanos;
        while (System.nanoTime() < end) {
            messages = Math.clamp((long) (messages * (budgetNanos / 2.0 / nanoseconds)), 16, 1 << 20);
            nanoseconds = Math.max(1, stream(messages));
        }
        return (long) ((double) size * messages / nanoseconds * 1e9);
    }

    private long stream(int messages) {
        Pending<Answer> peer = begin("collect", messages);
        long nanoseconds = Conversation.stream(link, messages, placement.here());
        peer.await();
        return nanoseconds;
    }

    private Pending<Answer> begin(String part, int messages) {
        List<Object> arguments = new ArrayList<>(List.of(medium.kind(), size, messages, placement.there()));
        Arrays.stream(words.theirs()).forEach(arguments::add);
        return bench.peer().begin(part, arguments.toArray());
    }

    @Override
    public void close() {
        link.close();
    }
}
