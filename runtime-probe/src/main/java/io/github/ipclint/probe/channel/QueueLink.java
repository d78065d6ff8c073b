package io.github.ipclint.probe.channel;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.ipclint.probe.libc.SysMsg;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A System V queue, used in both directions by type. */
final class QueueLink implements Link {
    private final MemorySegment message;
    private final int size;
    private final int queue;
    private final long receiveType;
    private final long sendType;

    QueueLink(Arena arena, int size, int queue, long receiveType, long sendType) {
        this.message = arena.allocate(SysMsg.TEXT + size, 8);
        this.size = size;
        this.queue = queue;
        this.receiveType = receiveType;
        this.sendType = sendType;
    }

    @Override
    public void send() {
        message.set(JAVA_LONG, 0, sendType);
        SysMsg.msgsnd(queue, message, size, 0).orFail("msgsnd");
    }

    @Override
    public void receive() {
        SysMsg.msgrcv(queue, message, size, receiveType, 0).orFail("msgrcv");
    }
}
