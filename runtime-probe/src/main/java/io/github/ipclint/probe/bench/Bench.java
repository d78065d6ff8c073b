package io.github.ipclint.probe.bench;

import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.peer.Peer;
import io.github.ipclint.probe.peer.Pending;
import io.github.ipclint.probe.process.Isolation;
import io.github.ipclint.probe.process.Shell;
import io.github.ipclint.probe.process.Task;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The work place of one trial. What is made here is gone afterwards, whatever happens. */
public final class Bench implements AutoCloseable {
    private final Arena arena = Arena.ofShared();
    private final ArrayDeque<Runnable> atEnd = new ArrayDeque<>();
    private final Supplier<Peer> peers;
    private final Isolation isolation;
    private final Path folder;
    private boolean peerUsed;

    /** A bench whose files lie in a new folder below the given one. */
    public Bench(Path home, Isolation isolation, Supplier<Peer> peers) throws IOException {
        this.folder = Files.createTempDirectory(home, "trial");
        this.isolation = isolation;
        this.peers = peers;
    }

    /** The second process. */
    public Peer peer() {
        peerUsed = true;
        return peers.get();
    }

    public Arena arena() {
        return arena;
    }

    public MemorySegment buffer(long size) {
        return arena.allocate(size, 8);
    }

    /** Does something when the trial ends, the latest first. */
    public void atEnd(Runnable action) {
        atEnd.push(action);
    }

    /** Closes the descriptor at the end. */
    public int owned(int fd) {
        atEnd(() -> Unistd.close(fd));
        return fd;
    }

    public Path folder() {
        return folder;
    }

    /** A path in the folder of this trial. */
    public String path(String name) {
        return folder.resolve(name).toString();
    }

    /** A name for a POSIX object that nobody else has. */
    public String objectName() {
        return "/ipclint-" + Unistd.getpid() + "-" + Long.toHexString(RandomGenerator.getDefault().nextLong());
    }

    /** A System V key that nobody is likely to have; objects are made with IPC_EXCL all the same. */
    public int key() {
        return RandomGenerator.getDefault().nextInt(0x10000000, Integer.MAX_VALUE);
    }

    /** Whether the probe has namespaces of its own. */
    public boolean isolated() {
        return isolation.fresh();
    }

    /** Runs a script in the folder of this trial. */
    public Shell.Finished shell(String script) {
        return Shell.run(folder, script);
    }

    /** Starts a script in the folder of this trial; it is killed at the end. */
    public Shell startShell(String script, Map<Integer, Integer> descriptors, int... blockedSignals) {
        Shell shell = Shell.start(folder, script, descriptors, blockedSignals);
        atEnd(shell::close);
        return shell;
    }

    /** Starts a call that may block in a thread of its own. */
    public <T> Pending<T> begin(Supplier<T> call) {
        return ThreadCall.start(call);
    }

    /** The command of this system's C compiler. */
    public String compiler() {
        for (String name : List.of("cc", "gcc", "clang")) {
            if (shell("command -v " + name + " > /dev/null").code() == 0) {
                return name;
            }
        }
        throw new NotHereException("there is no C compiler");
    }

    /** Waits until something has come true; false when it did not within ten seconds. */
    public boolean eventually(Supplier<Boolean> condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Task.sleep(2);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        while (!atEnd.isEmpty()) {
            atEnd.pop().run();
        }
        if (peerUsed && !peers.get().busy()) {
            peers.get().call("forget");
        }
        arena.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
