package io.github.ipclint.probe.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.probe.sandbox.KernelObject.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RemoversTest {
    @Test
    void controlCallsRemoveOnlyWithTheirCommand() {
        assertThat(Removers.of(Set.of("semctl"), source("semctl(set, 0, SETVAL, 1)")).mayRemove(Kind.SEMAPHORES)).isFalse();
        assertThat(Removers.of(Set.of("semctl"), source("semctl(set, 0, IPC_RMID)")).mayRemove(Kind.SEMAPHORES)).isTrue();
        assertThat(Removers.of(Set.of("semctl"), source("semctl(set, 0, IPC_RMID)")).mayRemove(Kind.QUEUE)).isFalse();
    }

    @Test
    void namesGoByTheirOwnCalls() {
        assertThat(Removers.of(Set.of("mkfifo", "open"), source("")).mayRemove(Kind.FIFO)).isFalse();
        assertThat(Removers.of(Set.of("unlink"), source("")).mayRemove(Kind.FIFO)).isTrue();
        assertThat(Removers.of(Set.of("sem_unlink"), source("")).mayRemove(Kind.POSIX_OBJECT)).isTrue();
    }

    @Test
    void whoStartsOthersMayHaveThemRemoveAnything() {
        for (String call : new String[] {"execlp", "execve", "system", "popen", "posix_spawn", "fexecve"}) {
            assertThat(Removers.of(Set.of(call), source("")).mayRemove(Kind.QUEUE)).as(call).isTrue();
        }
    }

    @Test
    void ofSourcesThatDoNotCompileEveryNameCounts() {
        assertThat(Removers.of(source("shmdt(p); /* shmctl(id, IPC_RMID, 0) */")).mayRemove(Kind.SEGMENT)).isTrue();
        assertThat(Removers.of(source("shmctl(id, IPC_STAT, &state);")).mayRemove(Kind.SEGMENT)).isFalse();
    }

    private static Stream<byte[]> source(String text) {
        return Stream.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
