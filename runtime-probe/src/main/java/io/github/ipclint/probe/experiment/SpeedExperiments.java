package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.QUALIFIED;
import static io.github.ipclint.probe.bench.Grade.REFUTED;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.NotHereException;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.bench.SystemV;
import io.github.ipclint.probe.channel.Conversation;
import io.github.ipclint.probe.channel.Link;
import io.github.ipclint.probe.channel.LinkKind;
import io.github.ipclint.probe.libc.Sched;
import io.github.ipclint.probe.peer.Answer;
import io.github.ipclint.probe.peer.Pending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Statements about speed. They are decided by factors that no noise reaches, never by a few per cent. */
final class SpeedExperiments {
    private static final int SIZE = 64;
    /** A median must differ by this factor to count. */
    private static final double CLEAR = 2;

    private SpeedExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(fastest());
    }

    private static Experiment fastest() {
        return Experiment.of("shared-memory-is-fastest", bench -> compare(bench, SpeedExperiments::memory))
                .outcome("only on two processors", QUALIFIED,
                        "polling shared memory wins while both sides run; on one processor a pipe wins by far")
                .outcome("always", HOLDS, "shared memory wins in both placements")
                .outcome("no clear winner", REFUTED, "shared memory does not win")
                .control("no clear winner", bench -> compare(bench, SpeedExperiments::pipes));
    }

    /** Has so many messages answered by the peer and returns the median round trip in nanoseconds. */
    private interface Medium {
        long median(Bench bench, int rounds, int here, int there);
    }

    private static Seen compare(Bench bench, Medium medium) {
        List<Integer> processors = Sched.processors();
        if (processors.size() < 2) {
            throw new NotHereException("there is only one processor");
        }
        int one = processors.getFirst();
        int other = processors.getLast();
        double apart = (double) pipes(bench, 1_000, one, other) / medium.median(bench, 10_000, one, other);
        double together = (double) pipes(bench, 1_000, one, one) / medium.median(bench, 15, one, one);
        String outcome = apart < CLEAR ? "no clear winner" : together > CLEAR ? "always" : "only on two processors";
        return new Seen(outcome, "on two processors " + words(apart) + ", on one " + words(together));
    }

    private static String words(double factor) {
        return factor > CLEAR ? "more than twice as fast as a pipe"
                : factor < 1 / CLEAR ? "less than half as fast as a pipe" : "like a pipe";
    }

    private static long memory(Bench bench, int rounds, int here, int there) {
        SystemV make = new SystemV(bench);
        int segment = make.segment(8192);
        long mine = make.attach(segment, 8192).address();
        long theirs = bench.peer().call("shmat", segment, 0).result().value();
        return talk(bench, LinkKind.SPIN, rounds, new int[] {here, there}, new long[] {mine, mine + 4096},
                new long[] {theirs + 4096, theirs});
    }

    private static long pipes(Bench bench, int rounds, int here, int there) {
        Descriptors make = new Descriptors(bench);
        Descriptors.Ends forth = make.pipe();
        Descriptors.Ends back = make.pipe();
        long[] theirs = {bench.peer().give(forth.read()), bench.peer().give(back.write())};
        return talk(bench, LinkKind.DESCRIPTORS, rounds, new int[] {here, there}, new long[] {back.read(), forth.write()}, theirs);
    }

    private static long talk(Bench bench, LinkKind kind, int rounds, int[] processors, long[] mine, long[] theirs) {
        List<Object> arguments = new ArrayList<>(List.of(kind, SIZE, rounds, processors[1]));
        Arrays.stream(theirs).forEach(arguments::add);
        Pending<Answer> peer = bench.peer().begin("answer", arguments.toArray());
        long[] nanoseconds = new long[rounds];
        try (Link link = kind.open(bench.arena(), SIZE, mine)) {
            Conversation.ask(link, nanoseconds, processors[0]);
        }
        peer.await();
        Arrays.sort(nanoseconds);
        return nanoseconds[rounds / 2];
    }
}
