package io.github.ipclint.probe.channel;

import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.Unistd;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Pipes, FIFOs, sockets and event descriptors: read and write, again and again until a message is complete. */
final class DescriptorLink implements Link {
    private final MemorySegment message;
    private final int size;
    private final int readFrom;
    private final int writeTo;

    DescriptorLink(Arena arena, int size, int readFrom, int writeTo) {
        this.message = arena.allocate(size, 8);
        this.size = size;
        this.readFrom = readFrom;
        this.writeTo = writeTo;
        // an event descriptor refuses to add 0 and 2^64 - 1
        message.fill((byte) 1);
    }

    @Override
    public void send() {
        int sent = 0;
        while (sent < size) {
            sent += Unistd.write(writeTo, message.address() + sent, size - sent).orFail("write").number();
        }
    }

    @Override
    public void receive() {
        int received = 0;
        while (received < size) {
            Result result = Unistd.read(readFrom, message.address() + received, size - received).orFail("read");
            if (result.value() == 0) {
                throw new IllegalStateException("the other side is gone");
            }
            received += result.number();
        }
    }
}
