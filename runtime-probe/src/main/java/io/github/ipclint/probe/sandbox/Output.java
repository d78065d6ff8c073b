package io.github.ipclint.probe.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.ipclint.probe.libc.Poll;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.Unistd;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** Takes what programs print, without end, so that none of them blocks on us; keeps the first part. */
final class Output implements AutoCloseable {
    private static final int KEPT = 65_536;

    private final int fd;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread reader;
    private volatile boolean closed;

    Output(int fd) {
        this.fd = fd;
        this.reader = Thread.ofPlatform().daemon().name("room output").start(this::drain);
    }

    private void drain() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(KEPT);
            while (!closed) {
                if (Poll.poll(fd, Poll.POLLIN, 100) == 0) {
                    continue;
                }
                Result result = Unistd.read(fd, buffer, KEPT);
                if (result.value() <= 0) {
                    return;
                }
                keep(buffer.asSlice(0, result.value()).toArray(JAVA_BYTE));
            }
        }
    }

    private synchronized void keep(byte[] bytes) {
        kept.write(bytes, 0, Math.min(bytes.length, KEPT - kept.size()));
    }

    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Unistd.close(fd);
    }
}
