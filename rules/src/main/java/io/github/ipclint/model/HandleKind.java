package io.github.ipclint.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What kind of thing an {@code acquires} makes. The set is closed: the models say {@code pipe_read_end}, and no rule has to know
 * which call made one.
 */
public enum HandleKind {
    /** Regular file, FIFO or device: open decides by path. */
    FILE(Life.DESCRIPTOR),
    PIPE_READ_END(Life.DESCRIPTOR),
    PIPE_WRITE_END(Life.DESCRIPTOR),
    SOCKET(Life.DESCRIPTOR),
    /** What accept returns. */
    CONNECTION(Life.DESCRIPTOR),
    /** One end of a socketpair: both directions. */
    SOCKET_END(Life.DESCRIPTOR),
    POSIX_SHM(Life.DESCRIPTOR),
    MQ(Life.DESCRIPTOR),
    /** epoll, eventfd, signalfd, timerfd, inotify, memfd, terminals. */
    DESCRIPTOR(Life.DESCRIPTOR),
    /** FILE pointer from fopen or fdopen. */
    STREAM(Life.STREAM),
    POPEN_STREAM(Life.STREAM),
    DIRECTORY(Life.STREAM),
    POSIX_SEM(Life.OBJECT),
    SYSV_SHM(Life.IDENTIFIER),
    SYSV_MSG(Life.IDENTIFIER),
    SYSV_SEM(Life.IDENTIFIER),
    MEMORY(Life.MEMORY),
    JAVA_SOCKET(Life.CLOSEABLE),
    JAVA_SERVER_SOCKET(Life.CLOSEABLE),
    /** Channel of java.nio on a file or socket. */
    JAVA_CHANNEL(Life.CLOSEABLE),
    /** Byte or character stream, or directory listing, on a file. */
    JAVA_STREAM(Life.CLOSEABLE),
    JAVA_FILE(Life.CLOSEABLE),
    /** Piped streams of java.io: a pipe inside the virtual machine. */
    JAVA_PIPED(Life.OBJECT),
    JAVA_LOCK(Life.OBJECT),
    JAVA_PROCESS(Life.OBJECT),
    /** Standard streams of a child as the parent holds them: what it writes to stdout and stderr, what it reads from stdin. */
    JAVA_PROCESS_OUTPUT(Life.OBJECT),
    JAVA_PROCESS_ERROR(Life.OBJECT),
    JAVA_PROCESS_INPUT(Life.OBJECT);

    private enum Life {
        DESCRIPTOR,
        STREAM,
        IDENTIFIER,
        OBJECT,
        MEMORY,
        /** A Java object that holds a descriptor until it is closed. */
        CLOSEABLE
    }

    private static final Map<String, Optional<HandleKind>> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(HandleKind::word, Optional::of));

    private final Life life;
    private final String word;

    HandleKind(Life life) {
        this.life = life;
        this.word = name().toLowerCase(Locale.ROOT);
    }

    /** The name that the models use. */
    public String word() {
        return word;
    }

    /** A number in the process's descriptor table. */
    public boolean isDescriptor() {
        return life == Life.DESCRIPTOR;
    }

    /** Losing it loses a descriptor of the process: descriptors and the streams and objects over them. */
    public boolean holdsDescriptor() {
        return life == Life.DESCRIPTOR || life == Life.STREAM || life == Life.CLOSEABLE;
    }

    /** The id of a kernel object that outlives every process; there is nothing to close. */
    public boolean isIdentifier() {
        return life == Life.IDENTIFIER;
    }

    /** Heap memory. */
    public boolean isMemory() {
        return life == Life.MEMORY;
    }

    /** The kind that the models call so. */
    public static Optional<HandleKind> of(String word) {
        return BY_WORD.getOrDefault(word, Optional.empty());
    }
}
