/*
 * java.nio: buffers. Data of a mapped buffer lies in the mapping, so each access is one to shared memory; the methods that move
 * position or limit give the buffer itself.
 */
package java.nio;

class Buffer {
    @Ipc("view(result, this)") Buffer flip();
    @Ipc("view(result, this)") Buffer clear();
    @Ipc("view(result, this)") Buffer rewind();
    @Ipc("view(result, this)") Buffer mark();
    @Ipc("view(result, this)") Buffer reset();
    @Ipc("view(result, this)") Buffer position(int position);
    @Ipc("view(result, this)") Buffer limit(int limit);
    int position();
    int limit();
    int capacity();
    int remaining();
    boolean hasRemaining();
    boolean isReadOnly();
    boolean isDirect();
    boolean hasArray();
    int arrayOffset();
    @Ipc("view(result, this)") Buffer slice();
    @Ipc("view(result, this)") Buffer slice(int index, int length);
    @Ipc("view(result, this)") Buffer duplicate();
}

class ByteBuffer {
    static ByteBuffer allocate(int capacity);
    static ByteBuffer wrap(byte[] array);
    static ByteBuffer wrap(byte[] array, int offset, int length);
    @Ipc("view(result, this)") ByteBuffer asReadOnlyBuffer();
    @Ipc("view(result, this)") ByteBuffer compact();
    java.nio.ByteOrder order();
    @Ipc("reads(this)") byte get();
    @Ipc("reads(this)") byte get(int index);
    @Ipc("reads(this), fills(target, length), view(result, this)") ByteBuffer get(byte[] target, int offset, int length);
    @Ipc("fills(this), view(result, this)") ByteBuffer put(byte value);
    @Ipc("fills(this), view(result, this)") ByteBuffer put(int index, byte value);
    @Ipc("fills(this), reads(source, length), view(result, this)") ByteBuffer put(byte[] source, int offset, int length);
    static ByteBuffer allocateDirect(int capacity);
    @Ipc("view(result, this)") ByteBuffer order(ByteOrder order);
    byte[] array();
    @Ipc("view(result, this)") CharBuffer asCharBuffer();
    @Ipc("reads(this)") char getChar();
    @Ipc("reads(this)") char getChar(int index);
    @Ipc("fills(this), view(result, this)") ByteBuffer putChar(char value);
    @Ipc("fills(this), view(result, this)") ByteBuffer putChar(int index, char value);
    @Ipc("view(result, this)") ShortBuffer asShortBuffer();
    @Ipc("reads(this)") short getShort();
    @Ipc("reads(this)") short getShort(int index);
    @Ipc("fills(this), view(result, this)") ByteBuffer putShort(short value);
    @Ipc("fills(this), view(result, this)") ByteBuffer putShort(int index, short value);
    @Ipc("view(result, this)") IntBuffer asIntBuffer();
    @Ipc("reads(this)") int getInt();
    @Ipc("reads(this)") int getInt(int index);
    @Ipc("fills(this), view(result, this)") ByteBuffer putInt(int value);
    @Ipc("fills(this), view(result, this)") ByteBuffer putInt(int index, int value);
    @Ipc("view(result, this)") LongBuffer asLongBuffer();
    @Ipc("reads(this)") long getLong();
    @Ipc("reads(this)") long getLong(int index);
    @Ipc("fills(this), view(result, this)") ByteBuffer putLong(long value);
    @Ipc("fills(this), view(result, this)") ByteBuffer putLong(int index, long value);
    @Ipc("view(result, this)") FloatBuffer asFloatBuffer();
    @Ipc("reads(this)") float getFloat();
    @Ipc("reads(this)") float getFloat(int index);
    @Ipc("fills(this), view(result, this)") ByteBuffer putFloat(float value);
    @Ipc("fills(this), view(result, this)") ByteBuffer putFloat(int index, float value);
    @Ipc("view(result, this)") DoubleBuffer asDoubleBuffer();
    @Ipc("reads(this)") double getDouble();
    @Ipc("reads(this)") double getDouble(int index);
    @Ipc("fills(this), view(result, this)") ByteBuffer putDouble(double value);
    @Ipc("fills(this), view(result, this)") ByteBuffer putDouble(int index, double value);
}

class CharBuffer {
    static CharBuffer allocate(int capacity);
    static CharBuffer wrap(char[] array);
    static CharBuffer wrap(char[] array, int offset, int length);
    @Ipc("view(result, this)") CharBuffer asReadOnlyBuffer();
    @Ipc("view(result, this)") CharBuffer compact();
    java.nio.ByteOrder order();
    @Ipc("reads(this)") char get();
    @Ipc("reads(this)") char get(int index);
    @Ipc("reads(this), fills(target, length), view(result, this)") CharBuffer get(char[] target, int offset, int length);
    @Ipc("fills(this), view(result, this)") CharBuffer put(char value);
    @Ipc("fills(this), view(result, this)") CharBuffer put(int index, char value);
    @Ipc("fills(this), reads(source, length), view(result, this)") CharBuffer put(char[] source, int offset, int length);
}

class ShortBuffer {
    static ShortBuffer allocate(int capacity);
    static ShortBuffer wrap(short[] array);
    static ShortBuffer wrap(short[] array, int offset, int length);
    @Ipc("view(result, this)") ShortBuffer asReadOnlyBuffer();
    @Ipc("view(result, this)") ShortBuffer compact();
    java.nio.ByteOrder order();
    @Ipc("reads(this)") short get();
    @Ipc("reads(this)") short get(int index);
    @Ipc("reads(this), fills(target, length), view(result, this)") ShortBuffer get(short[] target, int offset, int length);
    @Ipc("fills(this), view(result, this)") ShortBuffer put(short value);
    @Ipc("fills(this), view(result, this)") ShortBuffer put(int index, short value);
    @Ipc("fills(this), reads(source, length), view(result, this)") ShortBuffer put(short[] source, int offset, int length);
}

class IntBuffer {
    static IntBuffer allocate(int capacity);
    static IntBuffer wrap(int[] array);
    static IntBuffer wrap(int[] array, int offset, int length);
    @Ipc("view(result, this)") IntBuffer asReadOnlyBuffer();
    @Ipc("view(result, this)") IntBuffer compact();
    java.nio.ByteOrder order();
    @Ipc("reads(this)") int get();
    @Ipc("reads(this)") int get(int index);
    @Ipc("reads(this), fills(target, length), view(result, this)") IntBuffer get(int[] target, int offset, int length);
    @Ipc("fills(this), view(result, this)") IntBuffer put(int value);
    @Ipc("fills(this), view(result, this)") IntBuffer put(int index, int value);
    @Ipc("fills(this), reads(source, length), view(result, this)") IntBuffer put(int[] source, int offset, int length);
}

class LongBuffer {
    static LongBuffer allocate(int capacity);
    static LongBuffer wrap(long[] array);
    static LongBuffer wrap(long[] array, int offset, int length);
    @Ipc("view(result, this)") LongBuffer asReadOnlyBuffer();
    @Ipc("view(result, this)") LongBuffer compact();
    java.nio.ByteOrder order();
    @Ipc("reads(this)") long get();
    @Ipc("reads(this)") long get(int index);
    @Ipc("reads(this), fills(target, length), view(result, this)") LongBuffer get(long[] target, int offset, int length);
    @Ipc("fills(this), view(result, this)") LongBuffer put(long value);
    @Ipc("fills(this), view(result, this)") LongBuffer put(int index, long value);
    @Ipc("fills(this), reads(source, length), view(result, this)") LongBuffer put(long[] source, int offset, int length);
}

class FloatBuffer {
    static FloatBuffer allocate(int capacity);
    static FloatBuffer wrap(float[] array);
    static FloatBuffer wrap(float[] array, int offset, int length);
    @Ipc("view(result, this)") FloatBuffer asReadOnlyBuffer();
    @Ipc("view(result, this)") FloatBuffer compact();
    java.nio.ByteOrder order();
    @Ipc("reads(this)") float get();
    @Ipc("reads(this)") float get(int index);
    @Ipc("reads(this), fills(target, length), view(result, this)") FloatBuffer get(float[] target, int offset, int length);
    @Ipc("fills(this), view(result, this)") FloatBuffer put(float value);
    @Ipc("fills(this), view(result, this)") FloatBuffer put(int index, float value);
    @Ipc("fills(this), reads(source, length), view(result, this)") FloatBuffer put(float[] source, int offset, int length);
}

class DoubleBuffer {
    static DoubleBuffer allocate(int capacity);
    static DoubleBuffer wrap(double[] array);
    static DoubleBuffer wrap(double[] array, int offset, int length);
    @Ipc("view(result, this)") DoubleBuffer asReadOnlyBuffer();
    @Ipc("view(result, this)") DoubleBuffer compact();
    java.nio.ByteOrder order();
    @Ipc("reads(this)") double get();
    @Ipc("reads(this)") double get(int index);
    @Ipc("reads(this), fills(target, length), view(result, this)") DoubleBuffer get(double[] target, int offset, int length);
    @Ipc("fills(this), view(result, this)") DoubleBuffer put(double value);
    @Ipc("fills(this), view(result, this)") DoubleBuffer put(int index, double value);
    @Ipc("fills(this), reads(source, length), view(result, this)") DoubleBuffer put(double[] source, int offset, int length);
}

class MappedByteBuffer {
    @Ipc("view(result, this)") MappedByteBuffer force();
    @Ipc("view(result, this)") MappedByteBuffer force(int index, int length);
    @Ipc("view(result, this)") MappedByteBuffer load();
    boolean isLoaded();
}
