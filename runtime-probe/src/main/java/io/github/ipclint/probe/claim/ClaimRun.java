package io.github.ipclint.probe.claim;

import io.github.ipclint.probe.libc.Platform;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.process.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Grades statements on the running kernel. */
public final class ClaimRun {
    private ClaimRun() {}

    /** What a run works with, to be told before it begins. */
    public record Setting(boolean supported, boolean root, Isolation isolation, String kernel) {}

    /** Finds out what this machine and user offer. */
    public static Setting setting() {
        if (Platform.current().isEmpty()) {
            return new Setting(false, false, Isolation.without("not Linux"), Platform.description());
        }
        return new Setting(true, isRoot(), Isolation.detect(), System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    /** Root of a user namespace is not root to the kernel. */
    private static boolean isRoot() {
        try {
            return Unistd.geteuid() == 0 && Files.readString(Path.of("/proc/self/uid_map")).strip().matches("0\\s+0\\s+4294967295");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Runs the experiments of the statements, each experiment once however many statements it decides.
     *
     * @param repeat trials of each experiment and of its control
     * @param done told of each statement as soon as it is graded, in order
     */
    public static void run(List<Claim> claims, int repeat, Setting setting, Consumer<GradedClaim> done) throws IOException {
        if (!setting.supported()) {
            Verdict verdict = Verdict.of(Verdict.State.NOT_HERE, "not supported here: " + setting.kernel(), 0);
            claims.forEach(claim -> done.accept(new GradedClaim(claim, claim.asUser(), verdict, false)));
            return;
        }
        Map<String, Verdict> verdicts = new HashMap<>();
        try (Laboratory laboratory = new Laboratory(setting.isolation())) {
            for (Claim claim : claims) {
                boolean shared = verdicts.containsKey(claim.experiment());
                Verdict verdict = verdicts.computeIfAbsent(claim.experiment(), name -> laboratory.run(name, repeat));
                done.accept(new GradedClaim(claim, claim.expected(setting.root()), verdict, shared));
            }
        }
    }
}
