package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** {@code sys/msg.h}: System V message queues. */
public final class SysMsg {
    public static final int MSG_NOERROR = Abi.value("MSG_NOERROR");
    /** Where the text of a message begins, behind its type. */
    public static final long TEXT = Long.BYTES;

    private static final Downcall MSGGET = Downcall.ofInt("msgget");
    private static final Downcall MSGSND = Downcall.ofInt("msgsnd");
    private static final Downcall MSGRCV = Downcall.ofLong("msgrcv");
    private static final Downcall MSGCTL = Downcall.ofInt("msgctl");

    /** The fields of {@code struct msqid_ds} that experiments look at. */
    public record Queue(long messages, long maxBytes) {}

    private SysMsg() {}

    public static Result msgget(int key, int flags) {
        return Downcall.result(MSGGET.invoke(key, flags));
    }

    /** Sends a message whose type stands in the first eight bytes; {@code size} counts what follows them. */
    public static Result msgsnd(int id, MemorySegment message, long size, int flags) {
        return Downcall.result(MSGSND.invoke(id, message.address(), size, flags));
    }

    public static Result msgrcv(int id, MemorySegment message, long size, long type, int flags) {
        return Downcall.result(MSGRCV.invoke(id, message.address(), size, type, flags));
    }

    public static Result remove(int id) {
        return Downcall.result(MSGCTL.invoke(id, SysIpc.IPC_RMID, 0));
    }

    public static Queue stat(int id) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocate(Abi.value("sizeof(struct msqid_ds)"), 8);
            Downcall.result(MSGCTL.invoke(id, SysIpc.IPC_STAT, data.address())).orFail("msgctl");
            return new Queue(
                    data.get(JAVA_LONG, Abi.value("offsetof(struct msqid_ds, msg_qnum)")),
                    data.get(JAVA_LONG, Abi.value("offsetof(struct msqid_ds, msg_qbytes)")));
        }
    }
}
