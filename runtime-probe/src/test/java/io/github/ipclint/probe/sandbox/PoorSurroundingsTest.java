package io.github.ipclint.probe.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ipclint.probe.process.Shell;
import io.github.ipclint.probe.process.TestClassPath;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Machines that lack something: one line says what, and nothing runs. */
@EnabledOnOs(OS.LINUX)
class PoorSurroundingsTest {
    @Test
    void withoutUserNamespaces() throws Exception {
        assertThat(report("--user --map-root-user", "echo 0 > /proc/sys/user/max_user_namespaces"))
                .startsWith("no sandbox (no namespaces: ");
    }

    @Test
    void withoutCompiler() throws Exception {
        assertThat(report("--user --map-root-user --mount", "mount --bind /dev/null \"$(readlink -f /usr/bin/cc)\""))
                .isEqualTo("no sandbox (there is no C compiler (cc))");
    }

    @Test
    void withoutTools() throws Exception {
        assertThat(report("--user --map-root-user --mount", "mount --bind /dev/null \"$(readlink -f /usr/bin/setpriv)\""))
                .isEqualTo("no sandbox (not installed: setpriv)");
    }

    @Test
    void withMountsBelowTheTemporaryFolderNothingIsMissing(@TempDir Path folder) throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can mount without a user namespace");
        assertThat(report("--mount", "mount -t tmpfs -o size=4k none " + folder)).doesNotStartWith("no sandbox");
    }

    @Test
    void whereAContainerEngineRefusesCalls(@TempDir Path folder) throws Exception {
        assumeTrue(Sandbox.candidate().missing().isEmpty(), "SKIPPED " + Sandbox.candidate().description());
        try (InputStream source = Objects.requireNonNull(getClass().getResourceAsStream("refusing.c"))) {
            Files.copy(source, folder.resolve("refusing.c"));
        }
        assertThat(Shell.run(folder, "cc -o refusing refusing.c").code()).isZero();
        Shell.Finished sandbox = Shell.run(folder, "./refusing " + String.join(" ", TestClassPath.java(SandboxReport.class)));
        assertThat(last(sandbox.output())).startsWith("no sandbox (no namespaces: ");
        Shell.Finished isolation = Shell.run(folder, "./refusing " + String.join(" ", TestClassPath.java(IsolationReport.class)));
        assertThat(last(isolation.output())).startsWith("no namespaces (unshare: ");
    }

    private static String last(String said) {
        return said.strip().lines().reduce((_, last) -> last).orElse("");
    }

    /** What a JVM says that is started in namespaces of its own, after a command. */
    private static String report(String namespaces, String command) throws Exception {
        assumeTrue(Sandbox.candidate().missing().isEmpty(), "SKIPPED " + Sandbox.candidate().description());
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec unshare " + namespaces + " -- sh -c \"$SCRIPT\"");
        builder.environment().put("SCRIPT", command + " && exec " + String.join(" ", TestClassPath.java(SandboxReport.class)));
        Process started = builder.redirectErrorStream(true).start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        started.waitFor();
        return last(said);
    }
}
