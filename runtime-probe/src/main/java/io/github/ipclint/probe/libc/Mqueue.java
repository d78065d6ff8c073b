package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** {@code mqueue.h}: POSIX message queues. */
public final class Mqueue {
    private static final Downcall OPEN = Downcall.variadic("mq_open", JAVA_INT, 2);
    private static final Downcall SEND = Downcall.ofInt("mq_send");
    private static final Downcall RECEIVE = Downcall.ofLong("mq_receive");
    private static final Downcall UNLINK = Downcall.ofInt("mq_unlink");
    private static final Downcall CLOSE = Downcall.ofInt("mq_close");

    private Mqueue() {}

    /** Opens a queue; the two numbers matter only when it is made. */
    public static Result open(String name, int flags, int mode, long messages, long size) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(Abi.value("sizeof(struct mq_attr)"), 8);
            attributes.set(JAVA_LONG, Abi.value("offsetof(struct mq_attr, mq_maxmsg)"), messages);
            attributes.set(JAVA_LONG, Abi.value("offsetof(struct mq_attr, mq_msgsize)"), size);
            return Downcall.result(OPEN.invoke(arena.allocateFrom(name).address(), flags, mode, attributes.address()));
        }
    }

    public static Result send(int queue, MemorySegment message, long size, int priority) {
        return Downcall.result(SEND.invoke(queue, message.address(), size, priority));
    }

    public static Result receive(int queue, MemorySegment buffer, long size) {
        return Downcall.result(RECEIVE.invoke(queue, buffer.address(), size, 0));
    }

    public static Result unlink(String name) {
        try (Arena arena = Arena.ofConfined()) {
            return Downcall.result(UNLINK.invoke(arena.allocateFrom(name).address()));
        }
    }

    public static Result close(int queue) {
        return Downcall.result(CLOSE.invoke(queue));
    }
}
