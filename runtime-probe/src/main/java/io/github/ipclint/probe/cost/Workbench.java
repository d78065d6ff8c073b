package io.github.ipclint.probe.cost;

import io.github.ipclint.probe.libc.Poll;
import io.github.ipclint.probe.libc.Signals;
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

/** A fresh pair of processes that measure; the first is started with the signals blocked that messages travel by. */
final class Workbench implements AutoCloseable {
    private static final int LIMIT = 60_000;

    private final Isolation isolation;
    private final Path home;
    private Child.@Nullable Jvm jvm;

    Workbench(Isolation isolation) throws IOException {
        this.isolation = isolation;
        this.home = isolation.fresh() ? Path.of("/") : Files.createTempDirectory("ipclint-probe");
    }

    /** Has one thing measured; the first field tells whether it was. */
    List<String> ask(Object... request) {
        Child.Jvm current = jvm;
        if (current == null) {
            int realTime = Signals.firstRealTime();
            current = isolation.start(WorkbenchMain.class, List.of(isolation.word(), home.toString()), Signals.SIGUSR1, realTime,
                    realTime + 1);
            jvm = current;
        }
        boolean answered = current.socket().send(Stream.of(request).map(String::valueOf).toList())
                && Poll.poll(current.socket().fd(), Poll.POLLIN, LIMIT) != 0;
        Optional<List<String>> answer = answered ? current.socket().receive() : Optional.empty();
        if (answer.isPresent()) {
            return answer.get();
        }
        current.close();
        jvm = null;
        return List.of(WorkbenchMain.FAILED, "no result within " + LIMIT / 1000 + " s");
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
