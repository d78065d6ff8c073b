package io.github.ipclint.probe.process;

import io.github.ipclint.probe.libc.Namespace;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.libc.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether experiments run in namespaces of their own.
 *
 * @param fresh whether keys, names, signals, process ids, ports and multicast groups are the probe's own
 * @param description one line for people
 */
public record Isolation(boolean fresh, String description) {
    private static final String MEMORY_FOLDER = "/dev/shm";
    private static final List<String> NAMESPACES =
            List.of("--ipc", "--pid", "--net", "--mount", "--fork", "--kill-child=KILL", "--mount-proc");

    /** Tries what this system and user can have. */
    public static Isolation detect() {
        if (!Path.of("/usr/bin/unshare").toFile().canExecute() && !Path.of("/bin/unshare").toFile().canExecute()) {
            return without("the program unshare is not installed");
        }
        List<String> trial = new ArrayList<>(unshare());
        Shell.Finished finished = Shell.run(Path.of("/"), String.join(" ", trial) + " true");
        return finished.status() instanceof Wait.Exited(int code) && code == 0
                ? new Isolation(true, "fresh IPC, process, network and mount namespaces" + (asRoot() ? "" : " inside a user namespace"))
                : without(finished.output().strip().lines().findFirst().orElse("unshare failed"));
    }

    /** For tests and for systems without namespaces: objects get random names and are never anybody else's. */
    public static Isolation without(String reason) {
        return new Isolation(false, "no namespaces (" + reason + "): private keys and random names instead");
    }

    /** The command to put before the first program of an experiment; a small shell stays as process 1 and reaps. */
    List<String> prefix() {
        if (!fresh) {
            return List.of();
        }
        List<String> command = new ArrayList<>(unshare());
        command.addAll(List.of("/bin/sh", "-c", "\"$@\"; exit $?", "sh"));
        return command;
    }

    /**
     * Starts a JVM in these namespaces.
     *
     * @param blockedSignals blocked in all of its threads; shells unblock signals, so that such a JVM is process 1 itself
     */
    public Child.Jvm start(Class<?> main, List<String> arguments, int... blockedSignals) {
        return Child.startJvm(fresh && blockedSignals.length > 0 ? unshare() : prefix(), main, arguments, blockedSignals);
    }

    /** For the arguments of a JVM that is started inside. */
    public String word() {
        return fresh ? "fresh" : "shared";
    }

    /** What {@link #word} said, in the JVM that was started inside. */
    public static Isolation parse(String word) {
        return new Isolation(word.equals("fresh"), "");
    }

    /** Called inside: prepares new namespaces and gives a folder for files that nobody else sees; without them, the given folder. */
    public Path home(String shared) throws IOException {
        if (!fresh) {
            return Path.of(shared);
        }
        Namespace.mountTmpfs(MEMORY_FOLDER).orFail("mount of a private " + MEMORY_FOLDER);
        Namespace.raiseLoopback().orFail("bringing up the loopback interface");
        return Files.createDirectory(Path.of(MEMORY_FOLDER, "ipclint"));
    }

    private static List<String> unshare() {
        List<String> command = new ArrayList<>(List.of("unshare"));
        if (!asRoot()) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(NAMESPACES);
        return command;
    }

    private static boolean asRoot() {
        return Unistd.geteuid() == 0;
    }
}
