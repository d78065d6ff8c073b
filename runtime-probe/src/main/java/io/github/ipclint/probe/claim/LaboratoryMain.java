package io.github.ipclint.probe.claim;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.experiment.Experiments;
import io.github.ipclint.probe.peer.Peer;
import io.github.ipclint.probe.process.Child;
import io.github.ipclint.probe.process.Isolation;
import io.github.ipclint.probe.process.LineSocket;
import io.github.ipclint.probe.process.Starter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process that carries out experiments: in namespaces of its own where there are any, one experiment for each line it gets. */
public final class LaboratoryMain {
    private final Map<String, Experiment> experiments = Experiments.byName();
    private final Isolation isolation;
    private final Path home;
    private @Nullable Peer peer;

    private LaboratoryMain(Isolation isolation, Path home) {
        this.isolation = isolation;
        this.home = home;
    }

    /** Arguments: "fresh" and anything, or "shared" and the folder for files. */
    public static void main(String[] arguments) throws IOException {
        Starter.endWith();
        Isolation isolation = Isolation.parse(arguments[0]);
        LaboratoryMain laboratory = new LaboratoryMain(isolation, isolation.home(arguments[1]));
        try (LineSocket socket = new LineSocket(Child.CONTROL)) {
            Optional<List<String>> request = socket.receive();
            while (request.isPresent() && socket.send(laboratory.run(request.get()).fields())) {
                request = socket.receive();
            }
        }
        laboratory.close();
        System.exit(0);
    }

    private Verdict run(List<String> request) {
        Experiment experiment = experiments.get(request.getFirst());
        if (experiment == null) {
            return Verdict.of(Verdict.State.FAILED, "there is no experiment '" + request.getFirst() + "'", 0);
        }
        return Grading.run(experiment, Integer.parseInt(request.get(1)), () -> new Bench(home, isolation, this::peer));
    }

    private Peer peer() {
        Peer current = peer;
        if (current == null || current.busy()) {
            close();
            current = Peer.start();
            peer = current;
        }
        return current;
    }

    private void close() {
        if (peer != null) {
            peer.close();
        }
    }
}
