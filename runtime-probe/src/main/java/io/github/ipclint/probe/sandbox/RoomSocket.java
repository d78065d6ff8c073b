package io.github.ipclint.probe.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.ipclint.probe.libc.Poll;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SysSocket;
import io.github.ipclint.probe.libc.Unistd;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Our end of the socket to process 1 of a room: lines both ways, and files between them. */
final class RoomSocket implements AutoCloseable {
    private static final int CHUNK = 65_536;

    private final int fd;
    private byte[] pending = new byte[0];

    RoomSocket(int fd) {
        this.fd = fd;
    }

    void send(String line) {
        send((line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocateFrom(JAVA_BYTE, bytes);
            long sent = 0;
            while (sent < bytes.length) {
                Result result = SysSocket.send(fd, data.asSlice(sent), bytes.length - sent, SysSocket.MSG_NOSIGNAL);
                if (!result.ok()) {
                    throw new SandboxException("the room is gone (" + result.error() + ")");
                }
                sent += result.value();
            }
        }
    }

    /** Whether a line, or the end, comes within so many milliseconds. */
    boolean ready(int milliseconds) {
        return lineEnd() >= 0 || Poll.poll(fd, Poll.POLLIN, milliseconds) != 0;
    }

    /** The next line. */
    String line() {
        while (lineEnd() < 0) {
            more();
        }
        String line = new String(pending, 0, lineEnd(), StandardCharsets.UTF_8);
        pending = Arrays.copyOfRange(pending, lineEnd() + 1, pending.length);
        return line;
    }

    /** The next bytes, exactly so many. */
    byte[] bytes(int count) {
        while (pending.length < count) {
            more();
        }
        byte[] bytes = Arrays.copyOf(pending, count);
        pending = Arrays.copyOfRange(pending, count, pending.length);
        return bytes;
    }

    private int lineEnd() {
        for (int i = 0; i < pending.length; i++) {
            if (pending[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void more() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(CHUNK);
            Result result = SysSocket.recv(fd, buffer, CHUNK, 0);
            if (result.value() <= 0) {
                throw new SandboxException("the room ended");
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(pending);
            all.writeBytes(buffer.asSlice(0, result.value()).toArray(JAVA_BYTE));
            pending = all.toByteArray();
        }
    }

    @Override
    public void close() {
        Unistd.close(fd);
    }
}
