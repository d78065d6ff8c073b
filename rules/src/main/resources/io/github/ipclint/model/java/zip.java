/* java.util.zip: streams around streams. */
package java.util.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

class GZIPInputStream {
    @Ipc("transfers(in, in), blocks(in), wraps(result, in)") GZIPInputStream(InputStream in) throws IOException {}
    @Ipc("transfers(in, in), blocks(in), wraps(result, in)") GZIPInputStream(InputStream in, int size) throws IOException {}
}

class GZIPOutputStream {
    @Ipc("transfers(out, out), wraps(result, out)") GZIPOutputStream(OutputStream out) throws IOException {}
    @Ipc("transfers(out, out), wraps(result, out)") GZIPOutputStream(OutputStream out, int size) throws IOException {}
}

class InflaterInputStream {
    @Ipc("wraps(result, in)") InflaterInputStream(InputStream in) {}
}

class DeflaterOutputStream {
    @Ipc("wraps(result, out)") DeflaterOutputStream(OutputStream out) {}
}

class ZipInputStream {
    @Ipc("wraps(result, in)") ZipInputStream(InputStream in) {}
}

class ZipOutputStream {
    @Ipc("wraps(result, out)") ZipOutputStream(OutputStream out) {}
}

class CheckedInputStream {
    @Ipc("wraps(result, in)") CheckedInputStream(InputStream in, Checksum checksum) {}
}

class CheckedOutputStream {
    @Ipc("wraps(result, out)") CheckedOutputStream(OutputStream out, Checksum checksum) {}
}
