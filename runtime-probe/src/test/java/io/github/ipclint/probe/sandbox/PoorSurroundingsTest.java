package io.github.ipclint.probe.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ipclint.probe.process.TestClassPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

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

    /** What a JVM says that is started in namespaces of its own, after a command. */
    private static String report(String namespaces, String command) throws Exception {
        assumeTrue(Sandbox.candidate().missing().isEmpty(), "SKIPPED " + Sandbox.candidate().description());
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec unshare " + namespaces + " -- sh -c \"$SCRIPT\"");
        builder.environment().put("SCRIPT", command + " && exec " + String.join(" ", TestClassPath.java(SandboxReport.class)));
        Process started = builder.redirectErrorStream(true).start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        started.waitFor();
        return said.lines().reduce((_, last) -> last).orElse("");
    }
}
