package io.github.ipclint.probe.process;

import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Signals;
import io.github.ipclint.probe.libc.Spawn;
import io.github.ipclint.probe.libc.SysSocket;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.libc.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A started process. It is ended and reaped when this is closed. */
public final class Child implements AutoCloseable {
    /** Number under which a JVM of the probe finds its socket to the one that started it. */
    public static final int CONTROL = 3;

    private final int pid;
    private Wait.@Nullable Status status;

    private Child(int pid) {
        this.pid = pid;
    }

    /** Starts a program with the given descriptors; those from 0 to 2 that are not given are empty. */
    public static Child start(List<String> command, Map<Integer, Integer> descriptors, Map<String, String> environment,
            int... blockedSignals) {
        int nothing = Fcntl.open("/dev/null", Fcntl.O_RDWR | Fcntl.O_CLOEXEC, 0).orFail("open of /dev/null").number();
        int clear = Fcntl.fcntl(nothing, Fcntl.F_DUPFD_CLOEXEC, 64).orFail("fcntl").number();
        try {
            Map<Integer, Integer> all = new LinkedHashMap<>();
            for (int i = 0; i < 3; i++) {
                all.put(i, descriptors.getOrDefault(i, clear));
            }
            all.putAll(descriptors);
            return new Child(Spawn.start(new Spawn.Plan(command, all, environment, blockedSignals)).orFail(
                    "start of " + command.getFirst()).number());
        } finally {
            Unistd.close(nothing);
            Unistd.close(clear);
        }
    }

    /** A second JVM of the probe with a socket to it. */
    public record Jvm(Child child, LineSocket socket) implements AutoCloseable {
        @Override
        public void close() {
            socket.close();
            child.close();
        }
    }

    /**
     * Starts a JVM on the same class path; it ends by itself when the socket is closed.
     *
     * @param prefix command before {@code java}, such as {@code unshare}; may be empty
     */
    public static Jvm startJvm(List<String> prefix, Class<?> main, List<String> arguments, int... blockedSignals) {
        int[] pair = new int[2];
        SysSocket.socketpair(SysSocket.SOCK_STREAM | SysSocket.SOCK_CLOEXEC, pair).orFail("socketpair");
        try {
            List<String> command = new ArrayList<>(prefix);
            command.addAll(JvmCommand.of(main, arguments));
            Child child = start(command, Map.of(1, 1, 2, 2, CONTROL, pair[1]), System.getenv(), blockedSignals);
            return new Jvm(child, new LineSocket(pair[0]));
        } catch (RuntimeException e) {
            Unistd.close(pair[0]);
            throw e;
        } finally {
            Unistd.close(pair[1]);
        }
    }

    public int pid() {
        return pid;
    }

    /** How the process ended, waiting at most so long; empty if it still runs. */
    public Optional<Wait.Status> awaitEnd(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (poll().isEmpty() && System.nanoTime() < end) {
            Task.sleep(1);
        }
        return Optional.ofNullable(status);
    }

    /** How the process ended; empty while it runs. */
    public Optional<Wait.Status> poll() {
        if (status == null) {
            status = Wait.poll(pid).orElse(null);
        }
        return Optional.ofNullable(status);
    }

    public void kill(int signal) {
        if (poll().isEmpty()) {
            Signals.kill(pid, signal);
        }
    }

    @Override
    public void close() {
        if (poll().isEmpty()) {
            Signals.kill(pid, Signals.SIGKILL);
            status = Wait.forEnd(pid);
        }
    }
}
