package io.github.ipclint.probe.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Rooms on the real kernel. */
@EnabledOnOs(OS.LINUX)
class SandboxTest {
    private static Sandbox sandbox() {
        Sandbox sandbox = Sandbox.candidate();
        assumeTrue(sandbox.missing().isEmpty(), "SKIPPED " + sandbox.description());
        return sandbox;
    }

    @Test
    void hostileProgramsFail() {
        assertThat(SelfTest.run(sandbox())).isEmpty();
    }

    @Test
    void aFileGoesInAndOut() {
        try (Room room = sandbox().open()) {
            room.put("src/a file.c", "int main(void) { return 7; }\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(room.run("cc", List.of("cc", "-o", "seven", "src/a file.c"), Duration.ofSeconds(10))).contains(0);
            assertThat(room.get("seven")).isPresent();
            assertThat(room.get("eight")).isEmpty();
            assertThat(room.run("seven", List.of("./seven"), Duration.ofSeconds(5))).contains(7);
        }
    }

    @Test
    void objectsAreListedAndRemembered() {
        try (Room room = sandbox().open()) {
            assertThat(room.objects()).isEmpty();
            room.run("make", List.of("sh", "-c", "ipcmk -Q && mkfifo /tmp/line && : > /dev/shm/memory"), Duration.ofSeconds(5));
            assertThat(room.objects()).extracting(KernelObject::kind)
                    .containsExactlyInAnyOrder(KernelObject.Kind.QUEUE, KernelObject.Kind.FIFO, KernelObject.Kind.POSIX_OBJECT);
            assertThat(room.everMade()).containsExactly("Q");
        }
    }

    @Test
    void forkingWithoutEndLeavesNothing() {
        Room room = sandbox().open();
        room.start("bomb", 0, List.of("sh", "-c", "f() { f | f & }; f"));
        room.run("after", List.of("true"), Duration.ofMillis(300));
        List<ProcessHandle> inside = ProcessHandle.of(room.outerProcess()).stream().flatMap(ProcessHandle::descendants).toList();
        room.close();
        assertThat(inside).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }
}
