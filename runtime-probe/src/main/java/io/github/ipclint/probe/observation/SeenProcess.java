package io.github.ipclint.probe.observation;

import java.util.List;

/**
 * A process at one moment.
 *
 * @param pid as seen from here
 * @param innerPid as it knows itself
 * @param parent as seen from here
 * @param state letter of {@code proc_pid_stat(5)}
 * @param catchesSignals whether it has a handler that could wake it
 * @param reads read calls so far
 * @param bytesRead bytes that they brought
 * @param ticks processor time so far, in clock ticks
 */
public record SeenProcess(int pid, int innerPid, int parent, String name, char state, boolean catchesSignals, List<SeenThread> threads,
        List<Descriptor> descriptors, long reads, long bytesRead, long ticks) {
    public SeenProcess {
        threads = List.copyOf(threads);
        descriptors = List.copyOf(descriptors);
    }

    public boolean isZombie() {
        return state == 'Z' || state == 'X';
    }

    /** Whether all threads sleep in calls that need somebody else to end. */
    public boolean rests() {
        return !isZombie() && threads.stream().allMatch(thread -> thread.call().filter(call -> !call.sleeps()).isPresent());
    }

    /** For people. */
    public String title() {
        return name + " " + innerPid;
    }
}
