package io.github.ipclint.probe.observation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a traced program did: touched shared memory, or something that orders it with others.
 *
 * @param nanoseconds by the clock that never goes back
 * @param process id in the room
 * @param object the memory, or what orders
 * @param offset of the first byte in the memory
 * @param size in bytes
 * @param place in the program, an address
 * @param value the first bytes before the access
 */
public record MemoryEvent(long nanoseconds, int process, Kind kind, long object, long offset, long size, long place, long value) {
    /** What was done. */
    public enum Kind {
        /** The program begins; the object is its number. */
        START, READ, WRITE,
        /** Something that another process released is taken. */
        ACQUIRE, RELEASE,
        /** A child was waited for; the object is its process id. */
        JOIN
    }

    private static final int HEADER = 8;
    private static final int LENGTH = 56;

    public boolean isAccess() {
        return kind == Kind.READ || kind == Kind.WRITE;
    }

    /** Whether both touch a byte in common. */
    public boolean overlaps(MemoryEvent other) {
        return object == other.object && offset < other.offset + other.size && other.offset < offset + size;
    }

    /** Reads the file that {@code trace.c} writes. */
    public static List<MemoryEvent> parse(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.nativeOrder());
        List<MemoryEvent> events = new ArrayList<>();
        int used = file.length < HEADER ? 0 : Math.min(buffer.getInt(0), (file.length - HEADER) / LENGTH);
        for (int i = 0; i < used; i++) {
            int at = HEADER + i * LENGTH;
            int kind = buffer.getInt(at + 12);
            if (kind >= 1 && kind <= Kind.values().length) {
                events.add(new MemoryEvent(buffer.getLong(at), buffer.getInt(at + 8), Kind.values()[kind - 1], buffer.getLong(at + 16),
                        buffer.getLong(at + 24), buffer.getLong(at + 32), buffer.getLong(at + 40), buffer.getLong(at + 48)));
            }
        }
        return events;
    }
}
