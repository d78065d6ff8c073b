package io.github.ipclint.probe.sandbox;

import io.github.ipclint.probe.libc.Platform;
import io.github.ipclint.probe.libc.Unistd;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What programs of users run in. There is one kind, and no option to run them outside of it: where it cannot be had, or where its
 * self-test finds a hole, nothing runs.
 *
 * @param missing why there is none; empty if there is
 * @param command what makes a room
 */
public record Sandbox(Optional<String> missing, List<String> command) {
    private static final String SCRIPT = "room.sh";
    private static final List<String> TOOLS = List.of("unshare", "setpriv", "setsid", "prlimit", "mount", "umount", "pivot_root", "cc");
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin");

    /** Users that no distribution hands out: systemd keeps them for services that have none of their own. */
    private static final int FIRST_FREE_USER = 61_184;

    private static final int FREE_USERS = 4_336;

    public Sandbox {
        command = List.copyOf(command);
    }

    /** Tries what this system and user can have, with the hostile self-test. */
    public static Sandbox detect() {
        Sandbox candidate = candidate();
        return candidate.missing.isPresent() ? candidate : SelfTest.run(candidate).map(Sandbox::none).orElse(candidate);
    }

    /** What would be used if the self-test finds nothing. */
    static Sandbox candidate() {
        if (Platform.current().isEmpty()) {
            return none("not supported here: " + Platform.description());
        }
        List<String> absent = TOOLS.stream().filter(tool -> FOLDERS.stream().noneMatch(folder -> isExecutable(folder, tool))).toList();
        if (!absent.isEmpty()) {
            return none(absent.equals(List.of("cc")) ? "there is no C compiler (cc)" : "not installed: " + String.join(", ", absent));
        }
        Sandbox candidate = new Sandbox(Optional.empty(), roomCommand());
        try {
            candidate.open().close();
            return candidate;
        } catch (SandboxException e) {
            return none("no namespaces: " + e.getMessage());
        }
    }

    static Sandbox none(String reason) {
        return new Sandbox(Optional.of(reason), List.of());
    }

    private static boolean isExecutable(String folder, String tool) {
        return Files.isExecutable(Path.of(folder, tool));
    }

    /** A new, empty room. */
    public Room open() {
        return Room.open(command);
    }

    /** One line for people. */
    public String description() {
        return missing.map(reason -> "no sandbox (" + reason + ")")
                .orElse("own user, IPC, process, network, mount and host name spaces, own read-only root, no privileges");
    }

    private static List<String> roomCommand() {
        List<String> command = new ArrayList<>();
        if (Unistd.geteuid() == 0) {
            String user = Integer.toString(freeUser());
            command.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--"));
        }
        command.addAll(List.of("unshare", "--user", "--map-root-user", "--ipc", "--pid", "--net", "--mount", "--uts", "--fork",
                "--kill-child=KILL", "--", "/bin/sh", "-c", script(), "room", Room.FOLDER));
        return command;
    }

    /** Limits count by user, so that two runs at once should not share one. */
    private static int freeUser() {
        int start = (int) (ProcessHandle.current().pid() % FREE_USERS);
        List<String> used = usedUsers();
        for (int i = 0; i < FREE_USERS; i++) {
            int user = FIRST_FREE_USER + (start + i) % FREE_USERS;
            if (!used.contains(Integer.toString(user))) {
                return user;
            }
        }
        return FIRST_FREE_USER + start;
    }

    private static List<String> usedUsers() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.filter(path -> Character.isDigit(path.getFileName().toString().charAt(0)))
                    .map(Sandbox::owner)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String owner(Path process) {
        try {
            return String.valueOf(Files.getAttribute(process, "unix:uid"));
        } catch (IOException e) {
            return "";
        }
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(Sandbox.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
