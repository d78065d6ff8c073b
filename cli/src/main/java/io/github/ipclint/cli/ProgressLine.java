package io.github.ipclint.cli;

import java.io.PrintStream;
import java.time.Duration;

/** Tells a person at a terminal that a long run is still at work, in one line that is wiped away at its end. */
final class ProgressLine implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final String WIPE = "\r\u001b[K";

    private final PrintStream err;
    private final Thread ticker;
    private volatile String about = "analysing";
    private boolean shown;

    private ProgressLine(PrintStream err, Duration interval) {
        this.err = err;
        this.ticker = Thread.ofVirtual().name("ipclint-progress").unstarted(() -> tick(interval));
    }

    /** Starts to show progress, at a terminal only. */
    static ProgressLine start(Terminal terminal) {
        return start(terminal, INTERVAL);
    }

    static ProgressLine start(Terminal terminal, Duration interval) {
        ProgressLine line = new ProgressLine(terminal.err(), interval);
        if (terminal.showsProgress()) {
            line.ticker.start();
        }
        return line;
    }

    /** Says what the run is at. */
    void about(String work) {
        about = "running " + work;
    }

    private void tick(Duration interval) {
        long start = System.nanoTime();
        try {
            while (true) {
                Thread.sleep(interval);
                show("ipclint: " + about + ", " + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            // the run is over
        }
    }

    private synchronized void show(String text) {
        if (!Thread.currentThread().isInterrupted()) {
            err.print(WIPE + text);
            err.flush();
            shown = true;
        }
    }

    @Override
    public synchronized void close() {
        ticker.interrupt();
        if (shown) {
            err.print(WIPE);
            err.flush();
        }
    }
}
