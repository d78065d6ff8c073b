/*
 * java.nio.channels. A channel that is registered with a selector is held by its key. What fails only on an object that is closed
 * already is not followed as a failure.
 */
package java.nio.channels;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;

interface ReadableByteChannel {
    @Ipc("transfers(in, this, target, target.limit, eof(-1)), blocks(this, unless(nonblocking(this))), orders_after(this)")
    int read(ByteBuffer target) throws IOException;
}

interface WritableByteChannel {
    @Ipc("transfers(out, this, source, source.limit), blocks(this, unless(nonblocking(this))), orders_before(this)")
    int write(ByteBuffer source) throws IOException;
}

interface ScatteringByteChannel {
    @Ipc("transfers(in, this, eof(-1)), blocks(this, unless(nonblocking(this))), orders_after(this)")
    long read(ByteBuffer[] targets) throws IOException;
    @Ipc("transfers(in, this, eof(-1)), blocks(this, unless(nonblocking(this))), orders_after(this)")
    long read(ByteBuffer[] targets, int offset, int length) throws IOException;
}

interface GatheringByteChannel {
    @Ipc("transfers(out, this), blocks(this, unless(nonblocking(this))), orders_before(this)")
    long write(ByteBuffer[] sources) throws IOException;
    @Ipc("transfers(out, this), blocks(this, unless(nonblocking(this))), orders_before(this)")
    long write(ByteBuffer[] sources, int offset, int length) throws IOException;
}

interface Channel {
    boolean isOpen();
}

class SelectableChannel {
    @Ipc("becomes(this, nonblocking, unless(block)), becomes(this, blocking, when(block)), view(result, this)")
    SelectableChannel configureBlocking(boolean block);
    @Ipc("passes(this)") SelectionKey register(Selector selector, int operations);
    @Ipc("passes(this), passes(attachment)") SelectionKey register(Selector selector, int operations, Object attachment);
    boolean isBlocking();
    boolean isRegistered();
    SelectionKey keyFor(Selector selector);
}

class Selector {
    @Ipc("acquires(result, java_channel), seed") static Selector open() throws IOException;
    @Ipc("blocks(any), orders_after(this)") int select() throws IOException;
    @Ipc("blocks(any), orders_after(this)") int select(long timeout) throws IOException;
    int selectNow();
    @Ipc("view(result, this)") Selector wakeup();
    boolean isOpen();
    java.util.Set selectedKeys();
    java.util.Set keys();
}

class SelectionKey {
    boolean isAcceptable();
    boolean isConnectable();
    boolean isReadable();
    boolean isWritable();
    boolean isValid();
    void cancel();
    int readyOps();
    int interestOps();
    SelectionKey interestOps(int operations);
    SelectableChannel channel();
    Selector selector();
    Object attachment();
    @Ipc("passes(attachment)") Object attach(Object attachment);
}

class FileChannel {
    @Ipc("names(result, file, path), acquires(result, java_channel), blocks(peer_open), seed")
    static FileChannel open(java.nio.file.Path path, java.nio.file.OpenOption... options) throws IOException;
    @Ipc("maps(result, this, size, prot(mode == java.nio.channels.FileChannel.MapMode.READ_ONLY ? 1 : 3), unless(mode == java.nio.channels.FileChannel.MapMode.PRIVATE)), uses(this), seed")
    java.nio.MappedByteBuffer map(MapMode mode, long position, long size) throws IOException;
    @Ipc("maps(result, this, size, prot(mode == java.nio.channels.FileChannel.MapMode.READ_ONLY ? 1 : 3), unless(mode == java.nio.channels.FileChannel.MapMode.PRIVATE)), uses(this), seed")
    java.lang.foreign.MemorySegment map(MapMode mode, long position, long size, java.lang.foreign.Arena arena) throws IOException;
    @Ipc("acquires(result, java_lock), view(result.channel, this), orders_after(this), blocks(synchronization, this), seed") FileLock lock() throws IOException;
    @Ipc("acquires(result, java_lock), view(result.channel, this), orders_after(this), blocks(synchronization, this), seed")
    FileLock lock(long position, long size, boolean shared) throws IOException;
    @Ipc("acquires(result, java_lock), view(result.channel, this), orders_after(this), fails(null), must_check, seed") FileLock tryLock() throws IOException;
    @Ipc("acquires(result, java_lock), view(result.channel, this), orders_after(this), fails(null), must_check, seed")
    FileLock tryLock(long position, long size, boolean shared) throws IOException;
    @Ipc("transfers(in, this, target, target.limit, eof(-1))") int read(ByteBuffer target, long position) throws IOException;
    @Ipc("transfers(out, this, source, source.limit)") int write(ByteBuffer source, long position) throws IOException;
    @Ipc("transfers(in, this), transfers(out, target)") long transferTo(long position, long count, WritableByteChannel target) throws IOException;
    @Ipc("transfers(in, source), transfers(out, this)") long transferFrom(ReadableByteChannel source, long position, long count) throws IOException;
    @Ipc("sizes(this, size), becomes(this, sized), view(result, this)") FileChannel truncate(long size);
    @Ipc("uses(this), view(result, this), becomes(this, offset_moved)") FileChannel position(long position) throws IOException;
    long position();
    long size();
    void force(boolean metadata);
}

class FileLock {
    @Ipc("releases(this), orders_before(this.channel)") void release();
    @Ipc("releases(this), orders_before(this.channel)") void close();
    @Ipc("view(result, this.channel)") Channel acquiredBy();
    @Ipc("view(result, this.channel)") FileChannel channel();
    boolean isValid();
    boolean isShared();
}

class SocketChannel {
    @Ipc("acquires(result, java_channel), becomes(result, stream), seed") static SocketChannel open() throws IOException;
    @Ipc("acquires(result, java_channel), becomes(result, stream), seed") static SocketChannel open(SocketAddress remote) throws IOException;
    @Ipc("becomes(this, bound), view(result, this)") SocketChannel bind(SocketAddress local) throws IOException;
    /* A channel that cannot be connected is closed. */
    @Ipc("becomes(this, connected), blocks(this, unless(nonblocking(this))), closes_on_failure") boolean connect(SocketAddress remote) throws IOException;
    @Ipc("becomes(this, connected), blocks(this, unless(nonblocking(this))), closes_on_failure") boolean finishConnect() throws IOException;
    @Ipc("becomes(this, read_shut), view(result, this)") SocketChannel shutdownInput();
    @Ipc("becomes(this, write_shut), orders_before(this), view(result, this)") SocketChannel shutdownOutput();
    @Ipc("view(result, this)") SocketChannel setOption(java.net.SocketOption name, Object value);
    @Ipc("view(result, this)") java.net.Socket socket();
    boolean isConnected();
    boolean isConnectionPending();
    SocketAddress getRemoteAddress();
    SocketAddress getLocalAddress();
}

class ServerSocketChannel {
    @Ipc("acquires(result, java_channel), becomes(result, stream), seed") static ServerSocketChannel open() throws IOException;
    @Ipc("acquires(result, java_channel), becomes(result, stream), seed") static ServerSocketChannel open(java.net.ProtocolFamily family) throws IOException;
    /* A socket file appears in the file system when the address is a path; a port is a number. */
    @Ipc("names(this, file, local), creates(this), becomes(this, bound, listening), view(result, this)")
    ServerSocketChannel bind(SocketAddress local) throws IOException;
    @Ipc("names(this, file, local), creates(this), becomes(this, bound, listening), view(result, this)")
    ServerSocketChannel bind(SocketAddress local, int backlog) throws IOException;
    @Ipc("acquires(result, java_channel), becomes(result, stream, connected), uses(this, listening), blocks(this, unless(nonblocking(this))), orders_after(this), seed")
    SocketChannel accept() throws IOException;
    @Ipc("view(result, this)") ServerSocketChannel setOption(java.net.SocketOption name, Object value);
    @Ipc("view(result, this)") java.net.ServerSocket socket();
    SocketAddress getLocalAddress();
}

class DatagramChannel {
    @Ipc("acquires(result, java_channel), becomes(result, datagram), seed") static DatagramChannel open() throws IOException;
    @Ipc("acquires(result, java_channel), becomes(result, datagram), seed") static DatagramChannel open(java.net.ProtocolFamily family) throws IOException;
    @Ipc("becomes(this, bound), view(result, this)") DatagramChannel bind(SocketAddress local) throws IOException;
    @Ipc("becomes(this, connected), view(result, this)") DatagramChannel connect(SocketAddress remote) throws IOException;
    @Ipc("view(result, this)") DatagramChannel disconnect();
    @Ipc("transfers(in, this, target, target.limit), blocks(this, unless(nonblocking(this))), orders_after(this)")
    SocketAddress receive(ByteBuffer target) throws IOException;
    @Ipc("transfers(out, this, source, source.limit), orders_before(this)") int send(ByteBuffer source, SocketAddress target) throws IOException;
    @Ipc("view(result, this)") DatagramChannel setOption(java.net.SocketOption name, Object value);
    @Ipc("view(result, this)") java.net.DatagramSocket socket();
    boolean isConnected();
}

class Pipe {
    @Ipc("acquires(result.source, pipe_read_end), acquires(result.sink, pipe_write_end), seed") static Pipe open() throws IOException;
    @Ipc("view(result, this.source)") Pipe.SourceChannel source();
    @Ipc("view(result, this.sink)") Pipe.SinkChannel sink();
}

class AsynchronousFileChannel {
    @Ipc("names(result, file, path), acquires(result, java_channel), seed")
    static AsynchronousFileChannel open(java.nio.file.Path path, java.nio.file.OpenOption... options) throws IOException;
}

class AsynchronousSocketChannel {
    @Ipc("acquires(result, java_channel), becomes(result, stream), seed") static AsynchronousSocketChannel open() throws IOException;
}

class AsynchronousServerSocketChannel {
    @Ipc("acquires(result, java_channel), becomes(result, stream), seed") static AsynchronousServerSocketChannel open() throws IOException;
    @Ipc("names(this, port, local), becomes(this, bound, listening), view(result, this)")
    AsynchronousServerSocketChannel bind(SocketAddress local) throws IOException;
}

class Channels {
    @Ipc("wraps(result, channel)") static java.io.InputStream newInputStream(ReadableByteChannel channel);
    @Ipc("wraps(result, channel)") static java.io.OutputStream newOutputStream(WritableByteChannel channel);
    @Ipc("wraps(result, in)") static ReadableByteChannel newChannel(java.io.InputStream in);
    @Ipc("wraps(result, channel)") static java.io.Reader newReader(ReadableByteChannel channel, String charset);
    @Ipc("wraps(result, channel)") static java.io.Writer newWriter(WritableByteChannel channel, String charset);
}
