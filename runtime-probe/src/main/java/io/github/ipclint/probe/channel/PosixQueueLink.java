package io.github.ipclint.probe.channel;

import io.github.ipclint.probe.libc.Mqueue;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Two POSIX queues, one for each direction. */
final class PosixQueueLink implements Link {
    private final MemorySegment message;
    private final int size;
    private final int receiveFrom;
    private final int sendTo;

    PosixQueueLink(Arena arena, int size, int receiveFrom, int sendTo) {
        this.message = arena.allocate(size, 8);
        this.size = size;
        this.receiveFrom = receiveFrom;
        this.sendTo = sendTo;
    }

    @Override
    public void send() {
        Mqueue.send(sendTo, message, size, 0).orFail("mq_send");
    }

    @Override
    public void receive() {
        Mqueue.receive(receiveFrom, message, size).orFail("mq_receive");
    }
}
