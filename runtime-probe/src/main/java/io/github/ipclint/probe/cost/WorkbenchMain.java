package io.github.ipclint.probe.cost;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.NotHereException;
import io.github.ipclint.probe.peer.Peer;
import io.github.ipclint.probe.process.Child;
import io.github.ipclint.probe.process.Isolation;
import io.github.ipclint.probe.process.LineSocket;
import io.github.ipclint.probe.process.Starter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process that measures: one measurement for each line it gets. */
public final class WorkbenchMain {
    static final String DONE = "done";
    static final String REFUSED = "refused";
    static final String FAILED = "failed";

    private final Isolation isolation;
    private final Path home;
    private final List<Placement> placements = Placement.available();
    private @Nullable Peer peer;

    private WorkbenchMain(Isolation isolation, Path home) {
        this.isolation = isolation;
        this.home = home;
    }

    /** Arguments: what {@link Isolation#word} says, and the folder for files. */
    public static void main(String[] arguments) throws IOException {
        Starter.endWith();
        Isolation isolation = Isolation.parse(arguments[0]);
        WorkbenchMain workbench = new WorkbenchMain(isolation, isolation.home(arguments[1]));
        try (LineSocket socket = new LineSocket(Child.CONTROL)) {
            Optional<List<String>> request = socket.receive();
            while (request.isPresent() && socket.send(workbench.answer(request.get()))) {
                request = socket.receive();
            }
        }
        workbench.close();
        System.exit(0);
    }

    private List<String> answer(List<String> request) {
        try (Bench bench = new Bench(home, isolation, this::peer)) {
            return measure(bench, request);
        } catch (NotHereException e) {
            return List.of(REFUSED, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            return List.of(FAILED, String.valueOf(e.getMessage()));
        }
    }

    private List<String> measure(Bench bench, List<String> request) throws IOException {
        List<String> answer = new ArrayList<>(List.of(DONE));
        switch (request.getFirst()) {
            case "placements" -> placements.forEach(it -> answer.addAll(it.fields()));
            case "mistakes" -> Mistakes.all(bench).forEach(it -> answer.addAll(it.fields()));
            case "anchor" ->
                    answer.add(Long.toString(Anchor.compile(bench, home).median(request.get(1), number(request, 2), number(request, 3),
                            placement(request.get(4)))));
            case "latency", "throughput" -> {
                Medium medium = Medium.valueOf(request.get(1));
                int size = number(request, 2);
                Optional<String> refusal = Refusal.of(medium, size, bench);
                return refusal.isPresent() ? List.of(REFUSED, refusal.get()) : talk(bench, medium, size, request);
            }
            default -> throw new IllegalArgumentException("unknown measurement " + request.getFirst());
        }
        return answer;
    }

    private List<String> talk(Bench bench, Medium medium, int size, List<String> request) {
        long budget = Long.parseLong(request.get(4));
        List<String> answer = new ArrayList<>(List.of(DONE));
        try (Talk talk = new Talk(bench, medium, size, placement(request.get(3)))) {
            if (request.getFirst().equals("latency")) {
                answer.addAll(talk.roundTrips(budget, number(request, 5)).fields());
            } else {
                answer.add(Long.toString(talk.throughput(budget)));
            }
        }
        return answer;
    }

    private Placement placement(String name) {
        return placements.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow(
                () -> new NotHereException("there is only one processor"));
    }

    private static int number(List<String> request, int index) {
        return Integer.parseInt(request.get(index));
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
