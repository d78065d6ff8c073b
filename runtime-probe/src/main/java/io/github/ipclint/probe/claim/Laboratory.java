package io.github.ipclint.probe.claim;

import io.github.ipclint.probe.libc.Poll;
import io.github.ipclint.probe.process.Child;
import io.github.ipclint.probe.process.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has experiments carried out in another process, which may die of one without harm to the rest. */
public final class Laboratory implements AutoCloseable {
    private static final int LIMIT = 120_000;

    private final Isolation isolation;
    private final Path home;
    private Child.@Nullable Jvm jvm;

    public Laboratory(Isolation isolation) throws IOException {
        this.isolation = isolation;
        this.home = isolation.fresh() ? Path.of("/") : Files.createTempDirectory("ipclint-probe");
    }

    /** Runs an experiment and its control so many times each. */
    public Verdict run(String experiment, int repeat) {
        Child.Jvm current = jvm;
        if (current == null) {
            current = isolation.start(LaboratoryMain.class, List.of(isolation.word(), home.toString()));
            jvm = current;
        }
        boolean sent = current.socket().send(List.of(experiment, Integer.toString(repeat)));
        boolean answered = sent && Poll.poll(current.socket().fd(), Poll.POLLIN, LIMIT) != 0;
        Optional<List<String>> answer = answered ? current.socket().receive() : Optional.empty();
        if (answer.isPresent()) {
            return Verdict.parse(answer.get());
        }
        String end = answered || !sent
                ? current.child().awaitEnd(Duration.ofSeconds(2)).map(status -> "its process ended: " + status)
                        .orElse("its process is gone")
                : "it did not end within " + LIMIT / 1000 + " s";
        current.close();
        jvm = null;
        return Verdict.of(Verdict.State.FAILED, end, 0);
    }

    @Override
    public void close() throws IOException {
        if (jvm != null) {
            jvm.socket().close();
            jvm.child().awaitEnd(Duration.ofSeconds(5));
            jvm.close();
        }
        if (!isolation.fresh()) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
