package io.github.ipclint.probe.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Unistd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;

/** The second process: calls, errors, blocking, descriptors, and its end. */
@EnabledOnOs(OS.LINUX)
@Isolated
class PeerTest {
    @Test
    void makesCallsAndReportsTheirErrors() {
        try (Peer peer = Peer.start()) {
            assertThat(peer.pid()).isNotEqualTo(Unistd.getpid());
            assertThat(peer.call("open", "/no/such/file", Fcntl.O_RDONLY, 0).result().error()).isEqualTo("ENOENT");
            assertThat(peer.call("own").result().ok()).isTrue();
        }
    }

    @Test
    void aCallThatBlocksIsSeenToRestAndReturnsWhenReleased() {
        int[] ends = new int[2];
        Unistd.pipe2(ends, Fcntl.O_CLOEXEC).orFail("pipe2");
        try (Peer peer = Peer.start(); var arena = java.lang.foreign.Arena.ofConfined()) {
            Pending<Answer> reading = peer.begin("read", peer.give(ends[0]), 8);
            assertThat(reading.settle("read")).isEmpty();
            Unistd.write(ends[1], arena.allocateFrom("x"), 1).orFail("write");
            assertThat(reading.await().text()).isEqualTo("x");
            assertThat(peer.busy()).isFalse();
        } finally {
            Unistd.close(ends[0]);
            Unistd.close(ends[1]);
        }
    }

    @Test
    void endsWithItsStarterEvenWhileItBlocks() {
        int[] ends = new int[2];
        Unistd.pipe2(ends, Fcntl.O_CLOEXEC).orFail("pipe2");
        Peer peer = Peer.start();
        peer.begin("read", peer.give(ends[0]), 8);
        peer.close();
        assertThat(ProcessHandle.of(peer.pid())).isEmpty();
        Unistd.close(ends[0]);
        Unistd.close(ends[1]);
    }
}
