/* java.lang.foreign: segments of shared mappings are accessed like buffers. */
package java.lang.foreign;

interface MemorySegment {
    @Ipc("reads(this)") long get(ValueLayout layout, long offset);
    @Ipc("fills(this)") void set(ValueLayout layout, long offset, long value);
    @Ipc("reads(this)") long getAtIndex(ValueLayout layout, long index);
    @Ipc("fills(this)") void setAtIndex(ValueLayout layout, long index, long value);
    @Ipc("reads(this)") String getString(long offset);
    @Ipc("fills(this)") void setString(long offset, String text);
    @Ipc("view(result, this), fills(this)") MemorySegment fill(byte value);
    @Ipc("view(result, this), fills(this), reads(source)") MemorySegment copyFrom(MemorySegment source);
    @Ipc("view(result, this)") MemorySegment asSlice(long offset);
    @Ipc("view(result, this)") MemorySegment asSlice(long offset, long size);
    @Ipc("view(result, this)") MemorySegment asReadOnly();
    @Ipc("view(result, this)") java.nio.ByteBuffer asByteBuffer();
    @Ipc("view(result, this)") MemorySegment reinterpret(long size);
    long byteSize();
    long address();
    void force();
    void load();
}

interface Arena {
    static Arena ofConfined();
    static Arena ofShared();
    static Arena ofAuto();
    static Arena global();
    /* Ends its mappings, which the process's end would do as well. */
    void close();
}
