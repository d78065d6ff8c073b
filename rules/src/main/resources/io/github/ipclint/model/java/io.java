/*
 * java.io. Closing is not followed as a failure: code that closes two streams in a row is not wrong because the first close may
 * fail. Nor is what fails only on an object that is closed already. A wrapper without a handle of its own is another name of what it wraps. Names: a File is its path.
 */
package java.io;

class File {
    @Ipc("view(result, pathname)") File(String pathname) {}
    @Ipc("value(result, format(\"%s/%s\", parent, child))") File(String parent, String child) {}
    boolean exists();
    boolean isFile();
    boolean isDirectory();
    boolean canRead();
    boolean canWrite();
    long length();
    boolean mkdir();
    boolean mkdirs();
    @Ipc("view(result, this)") String getPath();
    @Ipc("view(result, this)") String getAbsolutePath();
    @Ipc("view(result, this)") File getAbsoluteFile();
    @Ipc("view(result, this)") java.nio.file.Path toPath();
    String getName();
    String getParent();
    File getParentFile();
    boolean createNewFile() throws IOException;
    static File createTempFile(String prefix, String suffix) throws IOException;
    static File createTempFile(String prefix, String suffix, File folder) throws IOException;
    @Ipc("removes(file, this)") boolean delete();
    @Ipc("removes(file, this)") void deleteOnExit();
    boolean setReadable(boolean readable);
    boolean setWritable(boolean writable);
}

class FileInputStream {
    @Ipc("names(result, file, file), acquires(result, java_stream, mode(0)), blocks(peer_open), seed")
    FileInputStream(File file) throws FileNotFoundException {}
    @Ipc("view(result, this)") java.nio.channels.FileChannel getChannel();
    /* Past the end, too. */
    @Ipc("uses(this), becomes(this, offset_moved)") long skip(long n) throws IOException;
    FileDescriptor getFD();
}

class FileOutputStream {
    @Ipc("names(result, file, file), acquires(result, java_stream, mode(1)), creates(result), blocks(peer_open), seed")
    FileOutputStream(File file) throws FileNotFoundException {}
    @Ipc("names(result, file, file), acquires(result, java_stream, mode(1)), creates(result), blocks(peer_open), seed")
    FileOutputStream(File file, boolean append) throws FileNotFoundException {}
    @Ipc("view(result, this)") java.nio.channels.FileChannel getChannel();
    FileDescriptor getFD();
}

class FileReader {
    @Ipc("names(result, file, file), acquires(result, java_stream, mode(0)), blocks(peer_open), seed")
    FileReader(File file) throws FileNotFoundException {}
    @Ipc("names(result, file, file), acquires(result, java_stream, mode(0)), blocks(peer_open), seed")
    FileReader(File file, java.nio.charset.Charset charset) throws IOException {}
}

class FileWriter {
    @Ipc("names(result, file, file), acquires(result, java_stream, mode(1)), creates(result), blocks(peer_open), seed")
    FileWriter(File file) throws IOException {}
    @Ipc("names(result, file, file), acquires(result, java_stream, mode(1)), creates(result), blocks(peer_open), seed")
    FileWriter(File file, boolean append) throws IOException {}
}

class RandomAccessFile {
    @Ipc("names(result, file, file), acquires(result, java_file, mode(mode == \"r\" ? 0 : 2)), creates(result, unless(mode == \"r\")), seed")
    RandomAccessFile(File file, String mode) throws FileNotFoundException {}
    @Ipc("view(result, this)") java.nio.channels.FileChannel getChannel();
    FileDescriptor getFD();
    @Ipc("transfers(in, this, eof(-1)), blocks(this)") int read() throws IOException;
    @Ipc("transfers(in, this, b, b.length, eof(-1)), blocks(this)") int read(byte[] b) throws IOException;
    @Ipc("transfers(in, this, b, len, eof(-1)), blocks(this)") int read(byte[] b, int off, int len) throws IOException;
    @Ipc("transfers(in, this, b, b.length, eof(EOFException)), blocks(this)") void readFully(byte[] b) throws EOFException;
    @Ipc("transfers(in, this, b, len, eof(EOFException)), blocks(this)") void readFully(byte[] b, int off, int len) throws EOFException;
    @Ipc("transfers(in, this, eof(null)), blocks(this)") String readLine() throws IOException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this)") int readInt() throws EOFException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this)") long readLong() throws EOFException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this)") byte readByte() throws EOFException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this)") String readUTF() throws EOFException;
    @Ipc("transfers(out, this, b, b.length)") void write(byte[] b) throws IOException;
    @Ipc("transfers(out, this, b, len)") void write(byte[] b, int off, int len) throws IOException;
    @Ipc("transfers(out, this)") void writeInt(int v) throws IOException;
    @Ipc("transfers(out, this)") void writeLong(long v) throws IOException;
    @Ipc("transfers(out, this)") void writeByte(int v) throws IOException;
    @Ipc("transfers(out, this)") void writeBytes(String s) throws IOException;
    @Ipc("transfers(out, this)") void writeChars(String s) throws IOException;
    @Ipc("transfers(out, this)") void writeUTF(String s) throws IOException;
    @Ipc("uses(this), becomes(this, offset_moved)") void seek(long position) throws IOException;
    long getFilePointer();
    long length();
    @Ipc("sizes(this, size), becomes(this, sized)") void setLength(long size);
}

class InputStream {
    @Ipc("transfers(in, this, eof(-1)), blocks(this), orders_after(this)") int read() throws IOException;
    @Ipc("transfers(in, this, b, b.length, eof(-1)), blocks(this), orders_after(this), must_check") int read(byte[] b) throws IOException;
    @Ipc("transfers(in, this, b, len, eof(-1)), blocks(this), orders_after(this), must_check") int read(byte[] b, int off, int len) throws IOException;
    @Ipc("transfers(in, this), blocks(this), orders_after(this)") byte[] readAllBytes() throws IOException;
    @Ipc("transfers(in, this), blocks(this), orders_after(this)") byte[] readNBytes(int len) throws IOException;
    @Ipc("transfers(in, this, b, len), blocks(this), orders_after(this)") int readNBytes(byte[] b, int off, int len) throws IOException;
    @Ipc("transfers(in, this), transfers(out, out), blocks(this)") long transferTo(OutputStream out) throws IOException;
    @Ipc("transfers(in, this), blocks(this)") long skip(long n);
    int available();
    void mark(int limit);
    void reset();
    boolean markSupported();
}

class OutputStream {
    /* Also of one byte: overloads with equally many parameters share what is said here. */
    @Ipc("transfers(out, this, b, b.length), blocks(this), orders_before(this)") void write(byte[] b) throws IOException;
    @Ipc("transfers(out, this, b, len), blocks(this), orders_before(this)") void write(byte[] b, int off, int len) throws IOException;
    @Ipc("uses(this, writable)") void flush();
}

class Reader {
    @Ipc("transfers(in, this, eof(-1)), blocks(this), orders_after(this)") int read() throws IOException;
    @Ipc("transfers(in, this, c, c.length, eof(-1)), blocks(this), orders_after(this), must_check") int read(char[] c) throws IOException;
    @Ipc("transfers(in, this, c, len, eof(-1)), blocks(this), orders_after(this), must_check") int read(char[] c, int off, int len) throws IOException;
    @Ipc("transfers(in, this), blocks(this)") long transferTo(Writer out) throws IOException;
    @Ipc("transfers(in, this), blocks(this)") java.util.List readAllLines() throws IOException;
    @Ipc("transfers(in, this), blocks(this)") String readAllAsString() throws IOException;
    @Ipc("transfers(in, this), blocks(this)") long skip(long n);
    boolean ready();
}

class Writer {
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void write(String s) throws IOException;
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void write(String s, int off, int len) throws IOException;
    @Ipc("transfers(out, this), blocks(this), orders_before(this), view(result, this)") Writer append(CharSequence s) throws IOException;
    @Ipc("uses(this, writable)") void flush();
}

class BufferedInputStream {
    @Ipc("wraps(result, in)") BufferedInputStream(InputStream in) {}
    @Ipc("wraps(result, in)") BufferedInputStream(InputStream in, int size) {}
}

class BufferedOutputStream {
    @Ipc("wraps(result, out)") BufferedOutputStream(OutputStream out) {}
    @Ipc("wraps(result, out)") BufferedOutputStream(OutputStream out, int size) {}
}

class PushbackInputStream {
    @Ipc("wraps(result, in)") PushbackInputStream(InputStream in) {}
    @Ipc("wraps(result, in)") PushbackInputStream(InputStream in, int size) {}
    void unread(int b) throws IOException;
}

class InputStreamReader {
    @Ipc("wraps(result, in)") InputStreamReader(InputStream in) {}
    @Ipc("wraps(result, in)") InputStreamReader(InputStream in, java.nio.charset.Charset charset) {}
}

class OutputStreamWriter {
    @Ipc("wraps(result, out)") OutputStreamWriter(OutputStream out) {}
    @Ipc("wraps(result, out)") OutputStreamWriter(OutputStream out, java.nio.charset.Charset charset) {}
}

class BufferedReader {
    @Ipc("wraps(result, in)") BufferedReader(Reader in) {}
    @Ipc("wraps(result, in)") BufferedReader(Reader in, int size) {}
    @Ipc("transfers(in, this, eof(null)), blocks(this), orders_after(this)") String readLine() throws IOException;
    @Ipc("transfers(in, this), blocks(this)") java.util.stream.Stream lines();
}

class LineNumberReader {
    @Ipc("wraps(result, in)") LineNumberReader(Reader in) {}
    @Ipc("wraps(result, in)") LineNumberReader(Reader in, int size) {}
}

class PushbackReader {
    @Ipc("wraps(result, in)") PushbackReader(Reader in) {}
    @Ipc("wraps(result, in)") PushbackReader(Reader in, int size) {}
}

class BufferedWriter {
    @Ipc("wraps(result, out)") BufferedWriter(Writer out) {}
    @Ipc("wraps(result, out)") BufferedWriter(Writer out, int size) {}
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void newLine() throws IOException;
}

class PrintWriter {
    /* The overloads that take a file name open a file; they are told from those that wrap by what they are given. */
    @Ipc("wraps(result, out)") PrintWriter(Writer out) {}
    @Ipc("wraps(result, out)") PrintWriter(Writer out, boolean flushes) {}
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void println();
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void println(Object value);
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void print(Object value);
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void write(String s);
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void write(String s, int off, int len);
    @Ipc("transfers(out, this), blocks(this), orders_before(this), view(result, this)") PrintWriter printf(String format, Object... args);
    @Ipc("transfers(out, this), blocks(this), orders_before(this), view(result, this)") PrintWriter format(String format, Object... args);
    @Ipc("uses(this, writable)") void flush();
    @Ipc("uses(this, writable)") boolean checkError();
}

class PrintStream {
    /* Nearly always System.out or System.err, so printing is not taken for a use: it would make every function worth following. */
    @Ipc("wraps(result, out)") PrintStream(OutputStream out) {}
    @Ipc("wraps(result, out)") PrintStream(OutputStream out, boolean flushes) {}
    void println();
    void println(Object value);
    void print(Object value);
    PrintStream printf(String format, Object... args);
    PrintStream format(String format, Object... args);
    void write(byte[] b);
    void write(byte[] b, int off, int len);
    void flush();
    boolean checkError();
}

class DataInputStream {
    @Ipc("wraps(result, in)") DataInputStream(InputStream in) {}
}

interface DataInput {
    @Ipc("transfers(in, this, b, b.length, eof(EOFException)), blocks(this), orders_after(this)") void readFully(byte[] b) throws EOFException;
    @Ipc("transfers(in, this, b, len, eof(EOFException)), blocks(this), orders_after(this)") void readFully(byte[] b, int off, int len) throws EOFException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this), orders_after(this)") boolean readBoolean() throws EOFException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this), orders_after(this)") byte readByte() throws EOFException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this), orders_after(this)") int readUnsignedByte() throws EOFException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this), orders_after(this)") short readShort() throws EOFException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this), orders_after(this)") char readChar() throws EOFException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this), orders_after(this)") int readInt() throws EOFException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this), orders_after(this)") long readLong() throws EOFException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this), orders_after(this)") float readFloat() throws EOFException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this), orders_after(this)") double readDouble() throws EOFException;
    @Ipc("transfers(in, this, eof(null)), blocks(this), orders_after(this)") String readLine() throws IOException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this), orders_after(this)") String readUTF() throws EOFException;
}

class DataOutputStream {
    @Ipc("wraps(result, out)") DataOutputStream(OutputStream out) {}
    int size();
}

interface DataOutput {
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void writeBoolean(boolean v) throws IOException;
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void writeByte(int v) throws IOException;
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void writeShort(int v) throws IOException;
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void writeChar(int v) throws IOException;
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void writeInt(int v) throws IOException;
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void writeLong(long v) throws IOException;
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void writeFloat(float v) throws IOException;
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void writeDouble(double v) throws IOException;
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void writeBytes(String s) throws IOException;
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void writeChars(String s) throws IOException;
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void writeUTF(String s) throws IOException;
}

class ObjectInputStream {
    /* Reads the header of the stream, so it waits for the peer's ObjectOutputStream. */
    @Ipc("transfers(in, in), blocks(in), wraps(result, in)") ObjectInputStream(InputStream in) throws IOException {}
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this), orders_after(this)") Object readObject() throws EOFException;
    @Ipc("transfers(in, this, eof(EOFException)), blocks(this), orders_after(this)") Object readUnshared() throws EOFException;
}

class ObjectOutputStream {
    @Ipc("transfers(out, out), wraps(result, out)") ObjectOutputStream(OutputStream out) throws IOException {}
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void writeObject(Object value) throws IOException;
    @Ipc("transfers(out, this), blocks(this), orders_before(this)") void writeUnshared(Object value) throws IOException;
    void reset();
}

class PipedInputStream {
    @Ipc("acquires(result, java_piped, mode(0)), seed") PipedInputStream() {}
    @Ipc("acquires(result, java_piped, mode(0)), becomes(result, connected), becomes(source, connected), seed")
    PipedInputStream(PipedOutputStream source) throws IOException {}
    @Ipc("acquires(result, java_piped, mode(0)), becomes(result, connected), becomes(source, connected), seed")
    PipedInputStream(PipedOutputStream source, int size) throws IOException {}
    @Ipc("becomes(this, connected), becomes(source, connected)") void connect(PipedOutputStream source) throws IOException;
}

class PipedOutputStream {
    @Ipc("acquires(result, java_piped, mode(1)), seed") PipedOutputStream() {}
    @Ipc("acquires(result, java_piped, mode(1)), becomes(result, connected), becomes(sink, connected), seed")
    PipedOutputStream(PipedInputStream sink) throws IOException {}
    @Ipc("becomes(this, connected), becomes(sink, connected)") void connect(PipedInputStream sink) throws IOException;
}

class PipedReader {
    @Ipc("acquires(result, java_piped, mode(0)), seed") PipedReader() {}
    @Ipc("acquires(result, java_piped, mode(0)), becomes(result, connected), becomes(source, connected), seed")
    PipedReader(PipedWriter source) throws IOException {}
    @Ipc("becomes(this, connected), becomes(source, connected)") void connect(PipedWriter source) throws IOException;
}

class PipedWriter {
    @Ipc("acquires(result, java_piped, mode(1)), seed") PipedWriter() {}
    @Ipc("acquires(result, java_piped, mode(1)), becomes(result, connected), becomes(sink, connected), seed")
    PipedWriter(PipedReader sink) throws IOException {}
    @Ipc("becomes(this, connected), becomes(sink, connected)") void connect(PipedReader sink) throws IOException;
}

class Console {
    @Ipc("blocks(any)") String readLine();
}
