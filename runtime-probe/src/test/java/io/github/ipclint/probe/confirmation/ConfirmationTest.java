package io.github.ipclint.probe.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ipclint.finding.Evidence;
import io.github.ipclint.finding.Evidence.Verdict;
import io.github.ipclint.probe.confirmation.SamplePrograms.Sample;
import io.github.ipclint.probe.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Detectors on programs of which it is known whether they are right. One that fires on a right program fails the build. With
 * {@code -Dconfirmation.rounds=20 -Dconfirmation.table=FILE} it is the measurement of {@code docs/measurements/confirmation.md}.
 */
@EnabledOnOs(OS.LINUX)
@Order(1)
class ConfirmationTest {
    private static final int ROUNDS = Integer.getInteger("confirmation.rounds", 3);

    /** A build has little time: the programs of the rule pages, and those with something taken out, run once in it. */
    private static final int FEWER_ROUNDS = ROUNDS > 3 ? ROUNDS : 1;

    private static final int AT_ONCE = 4;

    @TestFactory
    Stream<DynamicTest> wrongProgramsAreConfirmedAndRightOnesNever() throws Exception {
        Sandbox sandbox = Sandbox.detect();
        assumeTrue(sandbox.missing().isEmpty(), "SKIPPED " + sandbox.description());
        Map<Sample, List<Evidence>> results = run(sandbox);
        String table = System.getProperty("confirmation.table");
        if (table != null) {
            write(Path.of(table), results);
        }
        return results.entrySet().stream().map(result -> DynamicTest.dynamicTest(result.getKey().name(), () -> check(result)));
    }

    private static Map<Sample, List<Evidence>> run(Sandbox sandbox) throws Exception {
        Confirmer confirmer = new Confirmer(sandbox, 1);
        Map<Sample, Future<List<Evidence>>> running = new LinkedHashMap<>();
        Map<Sample, List<Evidence>> results = new LinkedHashMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Sample sample : SamplePrograms.all()) {
                running.put(sample, workers.submit(() -> rounds(confirmer, sample)));
            }
            for (Map.Entry<Sample, Future<List<Evidence>>> each : running.entrySet()) {
                results.put(each.getKey(), each.getValue().get());
            }
        }
        return results;
    }

    private static List<Evidence> rounds(Confirmer confirmer, Sample sample) {
        List<Evidence> rounds = new ArrayList<>();
        for (int round = 0; round < (sample.once() ? FEWER_ROUNDS : ROUNDS); round++) {
            rounds.add(confirmer.confirm(sample.claim(), sample.subject()));
        }
        return rounds;
    }

    /** Wrong ones in 19 of 20 rounds, or in all but one; a race that did no harm in a round must at least be possible there. */
    private static void check(Map.Entry<Sample, List<Evidence>> result) {
        List<Evidence> rounds = result.getValue();
        long confirmed = confirmed(rounds);
        if (!result.getKey().wrong()) {
            assertThat(confirmed).as("confirmed; rounds: %s", rounds).isZero();
            return;
        }
        boolean race = result.getKey().claim().rule().equals("shm-unsynchronized-access");
        long enough = race ? confirmed + rounds.stream().filter(it -> it.verdict() == Verdict.POSSIBLE).count() : confirmed;
        assertThat(enough).as("confirmed; rounds: %s", rounds).isGreaterThanOrEqualTo(rounds.size() - allowance(rounds.size()));
        assertThat(confirmed + (rounds.size() == 1 ? 1 : 0)).as("confirmed; rounds: %s", rounds).isPositive();
    }

    private static int allowance(int rounds) {
        return rounds == 1 ? 0 : Math.max(1, rounds / 20);
    }

    private static long confirmed(List<Evidence> rounds) {
        return rounds.stream().filter(it -> it.verdict() == Verdict.CONFIRMED).count();
    }

    private static void write(Path file, Map<Sample, List<Evidence>> results) throws IOException {
        StringBuilder table = new StringBuilder("| program | is | confirmed | other verdicts | median ms |\n|---|---|---|---|---|\n");
        results.forEach((sample, rounds) -> {
            String others = rounds.stream().map(Evidence::verdict).filter(it -> it != Verdict.CONFIRMED)
                    .collect(Collectors.groupingBy(Verdict::word, java.util.TreeMap::new, Collectors.counting()))
                    .entrySet().stream().map(it -> it.getKey() + " " + it.getValue()).collect(Collectors.joining(", "));
            long median = rounds.stream().mapToLong(Evidence::milliseconds).sorted().skip(rounds.size() / 2).findFirst().orElse(0);
            table.append("| `").append(sample.name()).append("` | ").append(sample.wrong() ? "wrong" : "right").append(" | ")
                    .append(confirmed(rounds)).append(" of ").append(rounds.size()).append(" | ").append(others).append(" | ")
                    .append(median)
                    .append(" |\n");
        });
        Files.writeString(file, table);
    }
}
