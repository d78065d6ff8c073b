package io.github.ipclint.probe.process;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SysSocket;
import io.github.ipclint.probe.libc.Unistd;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One end of a socket between two processes of the probe; carries lines of fields and, in between, descriptors. */
public final class LineSocket implements AutoCloseable {
    private static final int CHUNK = 4096;

    private final int fd;
    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private boolean closed;

    public LineSocket(int fd) {
        this.fd = fd;
    }

    /** The descriptor of this end. */
    public int fd() {
        return fd;
    }

    /** Sends one line; false if the other end is gone. */
    public boolean send(List<String> fields) {
        byte[] bytes = (String.join("\t", fields.stream().map(LineSocket::escape).toList()) + "\n").getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocateFrom(JAVA_BYTE, bytes);
            long sent = 0;
            while (sent < bytes.length) {
                Result result = SysSocket.send(fd, data.asSlice(sent), bytes.length - sent, SysSocket.MSG_NOSIGNAL);
                if (!result.ok()) {
                    return false;
                }
                sent += result.value();
            }
        }
        return true;
    }

    /** Waits for the next line; empty when the other end is gone. */
    public Optional<List<String>> receive() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(CHUNK);
            while (lines.isEmpty()) {
                Result result = SysSocket.recv(fd, buffer, CHUNK, 0);
                if (result.value() <= 0) {
                    return Optional.empty();
                }
                take(buffer.asSlice(0, result.value()).toArray(JAVA_BYTE));
            }
        }
        return Optional.of(fields(lines.remove()));
    }

    private void take(byte[] bytes) {
        for (byte each : bytes) {
            if (each == '\n') {
                lines.add(partial.toString(StandardCharsets.UTF_8));
                partial.reset();
            } else {
                partial.write(each);
            }
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        for (String field : line.split("\t", -1)) {
            fields.add(field.translateEscapes());
        }
        return fields;
    }

    private static String escape(String field) {
        return field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r").replace("\0", "\\0");
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Unistd.close(fd);
        }
    }
}
