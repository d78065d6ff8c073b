package io.github.ipclint.probe.bench;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SysSocket;
import io.github.ipclint.probe.libc.SysStat;
import io.github.ipclint.probe.libc.Unistd;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files, pipes, FIFOs and socket pairs of a trial, closed at its end. */
public final class Descriptors {
    private static final int OWNER = 0600;

    private final Bench bench;

    public Descriptors(Bench bench) {
        this.bench = bench;
    }

    /** Both ends of a pipe or of another connected pair. */
    public record Ends(int read, int write) {}

    public Ends pipe() {
        return pipe(0);
    }

    public Ends pipe(int flags) {
        int[] ends = new int[2];
        Unistd.pipe2(ends, flags | Fcntl.O_CLOEXEC).orFail("pipe2");
        return new Ends(bench.owned(ends[0]), bench.owned(ends[1]));
    }

    /** Two connected UNIX sockets. */
    public Ends socketPair(int type) {
        int[] ends = new int[2];
        SysSocket.socketpair(type | SysSocket.SOCK_CLOEXEC, ends).orFail("socketpair");
        return new Ends(bench.owned(ends[0]), bench.owned(ends[1]));
    }

    /** A regular file with this content. */
    public String file(String name, String content) {
        try {
            return Files.writeString(Path.of(bench.path(name)), content).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String fifo(String name) {
        String path = bench.path(name);
        SysStat.mkfifo(path, OWNER).orFail("mkfifo");
        return path;
    }

    /** Opens a file that must be there. */
    public int open(String path, int flags) {
        return bench.owned(Fcntl.open(path, flags | Fcntl.O_CLOEXEC, OWNER).orFail("open").number());
    }

    /** Opens a file, and closes it at the end if that succeeds. */
    public Result tryOpen(String path, int flags) {
        Result result = Fcntl.open(path, flags | Fcntl.O_CLOEXEC, OWNER);
        if (result.ok()) {
            bench.owned(result.number());
        }
        return result;
    }

    public static Result write(int fd, String text) {
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            return Unistd.write(fd, arena.allocateFrom(JAVA_BYTE, bytes), bytes.length);
        }
    }

    /** Reads once: the text, "" at the end of the file, or the name of the error. */
    public static String read(int fd, int size) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(size);
            Result result = Unistd.read(fd, buffer, size);
            return result.ok() ? text(buffer, result.value()) : result.error();
        }
    }

    /** The first bytes of a buffer as text. */
    public static String text(MemorySegment buffer, long size) {
        return new String(buffer.asSlice(0, size).toArray(JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }

    public static void setNonBlocking(int fd) {
        int flags = Fcntl.fcntl(fd, Fcntl.F_GETFL, 0).orFail("fcntl").number();
        Fcntl.fcntl(fd, Fcntl.F_SETFL, flags | Fcntl.O_NONBLOCK).orFail("fcntl");
    }

    /** Writes as much as fits without waiting; returns how many bytes did. */
    public static long fill(int fd) {
        setNonBlocking(fd);
        long total = 0;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chunk = arena.allocate(4096);
            Result result = Unistd.write(fd, chunk, 4096);
            while (result.ok()) {
                total += result.value();
                result = Unistd.write(fd, chunk, 4096);
            }
        }
        int flags = Fcntl.fcntl(fd, Fcntl.F_GETFL, 0).orFail("fcntl").number();
        Fcntl.fcntl(fd, Fcntl.F_SETFL, flags & ~Fcntl.O_NONBLOCK).orFail("fcntl");
        return total;
    }
}
