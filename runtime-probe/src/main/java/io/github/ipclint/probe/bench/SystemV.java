package io.github.ipclint.probe.bench;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SysIpc;
import io.github.ipclint.probe.libc.SysMman;
import io.github.ipclint.probe.libc.SysMsg;
import io.github.ipclint.probe.libc.SysSem;
import io.github.ipclint.probe.libc.SysShm;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** System V objects of a trial, removed at its end. None that exists already is ever touched. */
public final class SystemV {
    private static final int OWNER = 0600;
    private static final int NEW = SysIpc.IPC_CREAT | SysIpc.IPC_EXCL | OWNER;

    private final Bench bench;

    public SystemV(Bench bench) {
        this.bench = bench;
    }

    /** A message that was received, or the error in its place. */
    public record Message(Result result, long type, String text) {}

    /** A new queue under a private key. */
    public int queue() {
        return queue(SysIpc.IPC_PRIVATE);
    }

    /** A new queue under the key. */
    public int queue(int key) {
        int id = SysMsg.msgget(key, NEW).orFail("msgget").number();
        bench.atEnd(() -> SysMsg.remove(id));
        return id;
    }

    public static Result send(int queue, long type, String text, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            MemorySegment message = arena.allocate(SysMsg.TEXT + bytes.length, 8);
            message.set(JAVA_LONG, 0, type);
            MemorySegment.copy(bytes, 0, message, JAVA_BYTE, SysMsg.TEXT, bytes.length);
            return SysMsg.msgsnd(queue, message, bytes.length, flags);
        }
    }

    public static Message receive(int queue, int size, long type, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment message = arena.allocate(SysMsg.TEXT + size, 8);
            Result result = SysMsg.msgrcv(queue, message, size, type, flags);
            return result.ok()
                    ? new Message(result, message.get(JAVA_LONG, 0), Descriptors.text(message.asSlice(SysMsg.TEXT), result.value()))
                    : new Message(result, 0, result.error());
        }
    }

    /** A new segment under a private key. */
    public int segment(long size) {
        return segment(SysIpc.IPC_PRIVATE, size, OWNER);
    }

    /** A new segment under the key. */
    public int segment(int key, long size, int mode) {
        int id = SysShm.shmget(key, size, SysIpc.IPC_CREAT | SysIpc.IPC_EXCL | mode).orFail("shmget").number();
        bench.atEnd(() -> SysShm.remove(id));
        return id;
    }

    /** Attaches a segment and detaches it at the end. */
    public MemorySegment attach(int id, long size) {
        long address = SysShm.shmat(id, 0, 0).orFail("shmat").value();
        bench.atEnd(() -> SysShm.shmdt(address));
        return SysMman.at(address, size);
    }

    /** A new set of one semaphore with this value. */
    public int semaphore(int value) {
        int id = SysSem.semget(SysIpc.IPC_PRIVATE, 1, NEW).orFail("semget").number();
        bench.atEnd(() -> SysSem.remove(id));
        SysSem.semctl(id, 0, SysSem.SETVAL, value).orFail("semctl");
        return id;
    }

    /** Changes the one semaphore of a set. */
    public Result change(int semaphore, int by, int flags) {
        return SysSem.semop(semaphore, SysSem.operation(bench.arena(), 0, by, flags));
    }
}
