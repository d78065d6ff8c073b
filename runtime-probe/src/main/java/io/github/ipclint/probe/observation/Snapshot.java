package io.github.ipclint.probe.observation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processes of the programs under observation at one moment.
 *
 * @param nanoseconds when, by the clock of this JVM
 * @param pass how often the programs had been given something to do
 */
public record Snapshot(long nanoseconds, int pass, List<SeenProcess> processes) {
    public Snapshot {
        processes = List.copyOf(processes);
    }

    public Optional<SeenProcess> process(int pid) {
        return processes.stream().filter(process -> process.pid() == pid).findFirst();
    }

    /** Processes that have not ended. */
    public List<SeenProcess> living() {
        return processes.stream().filter(process -> !process.isZombie()).toList();
    }

    /** Whether nobody has moved since an earlier look. */
    public boolean isStillAs(Snapshot earlier) {
        return positions().equals(earlier.positions());
    }

    private Map<Integer, String> positions() {
        Map<Integer, String> positions = new HashMap<>();
        processes.forEach(process -> {
            positions.put(-process.pid(), String.valueOf(process.state()));
            process.threads().forEach(thread -> positions.put(thread.thread(), thread.position()));
        });
        return positions;
    }

    /** Whether everybody alive waits for somebody. */
    public boolean rests() {
        return living().stream().allMatch(SeenProcess::rests);
    }
}
