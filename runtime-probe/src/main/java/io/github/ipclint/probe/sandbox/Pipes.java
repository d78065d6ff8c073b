package io.github.ipclint.probe.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Unistd;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;

/** Writing to a pipe that nobody may be reading. */
final class Pipes {
    private Pipes() {}

    static void offer(int fd, String text) {
        Fcntl.fcntl(fd, Fcntl.F_SETFL, Fcntl.O_NONBLOCK).orFail("fcntl");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            Unistd.write(fd, arena.allocateFrom(JAVA_BYTE, bytes), bytes.length);
        }
    }
}
