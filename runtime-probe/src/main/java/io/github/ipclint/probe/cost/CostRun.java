package io.github.ipclint.probe.cost;

import io.github.ipclint.probe.process.Isolation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures all media with several fresh pairs of processes. */
public final class CostRun {
    private static final List<Integer> ALL_SIZES = List.of(1, 64, 1 << 10, 1 << 12, 1 << 16, 1 << 20);
    private static final int ANCHOR_ROUNDS = 10_000;
    private static final int ANCHOR_PAIRS = 7;
    private static final long WARM_UP_NANOS_PER_ROUND = 100_000;

    /**
     * How much is measured.
     *
     * @param peers fresh pairs of processes; intervals need several
     * @param millisPerSample time for each medium, size, placement and pair, after as much for warming up
     * @param anchorRounds round trips in each comparison with the C program; 0 for none
     * @param polling whether memory that both sides poll is compared, too, which takes two processors that nobody else uses
     */
    public record Plan(List<Integer> sizes, int peers, int millisPerSample, boolean throughput, int anchorRounds, boolean polling) {
        /** Everything, for results to keep. */
        public static Plan full() {
            return new Plan(ALL_SIZES, 5, 100, true, ANCHOR_ROUNDS, true);
        }

        /** One size, one pair, no intervals: only an impression. */
        public static Plan quick() {
            return new Plan(List.of(64), 1, 60, false, 0, false);
        }

        /** About how long it takes, in seconds. */
        public long seconds() {
            long latencies = Medium.values().length * 2L * sizes.size();
            long throughputs = throughput ? Medium.values().length * (long) sizes.size() * 2 / 3 : 0;
            return (peers * (latencies * (millisPerSample + 150L) + throughputs * (millisPerSample * 3L / 2) + 1500) + 2L * anchorRounds
                    + 3000) / 1000;
        }
    }

    /** What was measured, and where. */
    public record Result(Machine machine, List<Placement> placements, List<Row> rows, List<Mistake> mistakes, List<Comparison> comparisons,
            List<String> remarks) {}

    private final Plan plan;
    private final Isolation isolation;
    private final Consumer<String> progress;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    private CostRun(Plan plan, Isolation isolation, Consumer<String> progress) {
        this.plan = plan;
        this.isolation = isolation;
        this.progress = progress;
    }

    /**
     * Runs a plan.
     *
     * @param progress told what is being measured
     */
    public static Result run(Plan plan, Isolation isolation, Consumer<String> progress) throws IOException {
        return new CostRun(plan, isolation, progress).run();
    }

    private Result run() throws IOException {
        Machine machine = Machine.here();
        List<Placement> placements = List.of();
        List<Mistake> mistakes = List.of();
        for (int peer = 1; peer <= plan.peers(); peer++) {
            try (Workbench workbench = new Workbench(isolation)) {
                placements = placements(workbench);
                measure(workbench, placements, "peer " + peer + " of " + plan.peers() + ": ");
                if (peer == 1) {
                    progress.accept("mistakes");
                    mistakes = mistakes(workbench);
                }
            }
        }
        List<Comparison> comparisons = plan.anchorRounds() > 0 ? compare() : List.of();
        return new Result(machine, placements, List.copyOf(rows.values()), mistakes, comparisons, remarks);
    }

    private void measure(Workbench workbench, List<Placement> placements, String prefix) {
        for (Medium medium : Medium.values()) {
            progress.accept(prefix + medium.title());
            for (int size : medium.sizes(plan.sizes())) {
                for (Placement placement : placements) {
                    measure(workbench, medium, size, placement.name());
                }
            }
        }
    }

    private void measure(Workbench workbench, Medium medium, int size, String placement) {
        Row row = rows.computeIfAbsent(medium + " " + size + " " + placement, _ -> Row.empty(medium, size, placement));
        if (!row.remark().isEmpty()) {
            return;
        }
        long budget = plan.millisPerSample() * 1_000_000L;
        List<String> answer = workbench.ask("latency", medium, size, placement, budget, 20_000);
        if (!answer.getFirst().equals(WorkbenchMain.DONE)) {
            rows.put(medium + " " + size + " " + placement, row.refused(answer.getFirst() + " " + answer.getLast()));
            return;
        }
        row.latencies().add(Latency.parse(answer.subList(1, answer.size())));
        if (plan.throughput() && medium.noThroughput(placement).isEmpty()) {
            List<String> bytes = workbench.ask("throughput", medium, size, placement, budget);
            if (bytes.getFirst().equals(WorkbenchMain.DONE)) {
                row.throughputs().add(Long.parseLong(bytes.getLast()));
            }
        }
    }

    private List<Placement> placements(Workbench workbench) {
        return inGroups(done(workbench.ask("placements")), Placement.FIELDS).map(Placement::parse).toList();
    }

    private List<Mistake> mistakes(Workbench workbench) {
        return inGroups(done(workbench.ask("mistakes")), Mistake.FIELDS).map(Mistake::parse).toList();
    }

    private static Stream<List<String>> inGroups(List<String> fields, int size) {
        return IntStream.range(0, fields.size() / size).mapToObj(i -> fields.subList(i * size, i * size + size));
    }

    /** The fields of an answer; none, with a remark, if there was no result. */
    private List<String> done(List<String> answer) {
        if (answer.getFirst().equals(WorkbenchMain.DONE)) {
            return answer.subList(1, answer.size());
        }
        remarks.add(answer.getLast());
        return List.of();
    }

    /** What is compared with the C program: its name there, the medium here, message size, placement, goal. */
    private record Subject(String anchor, Medium medium, int size, String placement, double goal) {}

    private static final List<Subject> SUBJECTS = List.of(
            new Subject("futex", Medium.FUTEX, 64, Placement.ONE, 1.10),
            new Subject("unix", Medium.UNIX_STREAM, 64, Placement.ONE, 1.15),
            new Subject("queue", Medium.SYSTEM_V_QUEUE, 64, Placement.ONE, 1.15),
            new Subject("pipe", Medium.PIPE, 64, Placement.ONE, 1.20),
            new Subject("line", Medium.POSIX_SPIN, 56, Placement.TWO, 1.50));

    /** Java and C in turn, in one session, with the same pair of Java processes. */
    private List<Comparison> compare() throws IOException {
        List<Comparison> comparisons = new ArrayList<>();
        try (Workbench workbench = new Workbench(isolation)) {
            List<Placement> placements = placements(workbench);
            for (Subject subject : SUBJECTS.stream()
                    .filter(it -> plan.polling() || it.placement().equals(Placement.ONE))
                    .filter(it -> placements.stream().anyMatch(placement -> placement.name().equals(it.placement()))).toList()) {
                progress.accept("Java and C: " + subject.medium().title());
                List<Long> javaMedians = new ArrayList<>();
                List<Long> cMedians = new ArrayList<>();
                int rounds = subject.placement().equals(Placement.ONE) ? plan.anchorRounds() : 20 * plan.anchorRounds();
                // not counted: the pairs begin when the code is compiled
                done(workbench.ask("latency", subject.medium(), subject.size(), subject.placement(),
                        WARM_UP_NANOS_PER_ROUND * plan.anchorRounds(), 2 * plan.anchorRounds()));
                for (int pair = 0; pair < ANCHOR_PAIRS; pair++) {
                    List<String> c = done(workbench.ask("anchor", subject.anchor(), rounds, subject.size(), subject.placement()));
                    List<String> java =
                            done(workbench.ask("latency", subject.medium(), subject.size(), subject.placement(), 60_000_000, rounds));
                    if (c.isEmpty() || java.isEmpty()) {
                        break;
                    }
                    javaMedians.add(Latency.parse(java).p50());
                    cMedians.add(Long.parseLong(c.getFirst()));
                }
                if (javaMedians.size() == ANCHOR_PAIRS) {
                    comparisons.add(
                            new Comparison(subject.medium().title() + ", " + subject.size() + " B, " + subject.placement(), subject.goal(),
                                    javaMedians, cMedians));
                }
            }
        }
        return comparisons;
    }
}
