/* java.nio.file: paths are text; what Files opens is named by its path. */
package java.nio.file;

import java.io.IOException;

interface Path {
    @Ipc("view(result, first)") static Path of(String first, String... more);
    @Ipc("view(result, this)") java.io.File toFile();
    @Ipc("view(result, this)") Path toAbsolutePath();
    @Ipc("view(result, this)") Path normalize();
    Path getFileName();
    Path getParent();
    @Ipc("value(result, format(\"%s/%s\", this, other))") Path resolve(String other);
}

class Paths {
    @Ipc("view(result, first)") static Path get(String first, String... more);
}

class Files {
    @Ipc("names(result, file, path), acquires(result, java_stream, mode(0)), blocks(peer_open), seed")
    static java.io.InputStream newInputStream(Path path, OpenOption... options) throws IOException;
    @Ipc("names(result, file, path), acquires(result, java_stream, mode(1)), creates(result), blocks(peer_open), seed")
    static java.io.OutputStream newOutputStream(Path path, OpenOption... options) throws IOException;
    @Ipc("names(result, file, path), acquires(result, java_channel), blocks(peer_open), seed")
    static java.nio.channels.SeekableByteChannel newByteChannel(Path path, OpenOption... options) throws IOException;
    @Ipc("names(result, file, path), acquires(result, java_stream, mode(0)), blocks(peer_open), seed")
    static java.io.BufferedReader newBufferedReader(Path path) throws IOException;
    @Ipc("names(result, file, path), acquires(result, java_stream, mode(0)), blocks(peer_open), seed")
    static java.io.BufferedReader newBufferedReader(Path path, java.nio.charset.Charset charset) throws IOException;
    @Ipc("names(result, file, path), acquires(result, java_stream, mode(1)), creates(result), blocks(peer_open), seed")
    static java.io.BufferedWriter newBufferedWriter(Path path, OpenOption... options) throws IOException;
    @Ipc("acquires(result, java_stream, mode(0))") static java.util.stream.Stream list(Path folder) throws IOException;
    @Ipc("acquires(result, java_stream, mode(0))") static java.util.stream.Stream lines(Path path) throws IOException;
    @Ipc("acquires(result, java_stream, mode(0))") static java.util.stream.Stream lines(Path path, java.nio.charset.Charset charset) throws IOException;
    @Ipc("acquires(result, java_stream, mode(0))") static java.util.stream.Stream walk(Path start, FileVisitOption... options) throws IOException;
    @Ipc("acquires(result, java_stream, mode(0))") static DirectoryStream newDirectoryStream(Path folder) throws IOException;
    @Ipc("removes(file, path)") static void delete(Path path) throws IOException;
    @Ipc("removes(file, path)") static boolean deleteIfExists(Path path) throws IOException;
    static boolean exists(Path path, LinkOption... options);
    static boolean notExists(Path path, LinkOption... options);
    static boolean isRegularFile(Path path, LinkOption... options);
    static boolean isDirectory(Path path, LinkOption... options);
    static long size(Path path) throws IOException;
    static byte[] readAllBytes(Path path) throws IOException;
    static java.util.List readAllLines(Path path) throws IOException;
    static java.util.List readAllLines(Path path, java.nio.charset.Charset charset) throws IOException;
    static String readString(Path path) throws IOException;
    static Path write(Path path, byte[] bytes, OpenOption... options) throws IOException;
    static Path writeString(Path path, CharSequence text, OpenOption... options) throws IOException;
    static Path createFile(Path path, java.nio.file.attribute.FileAttribute... attributes) throws IOException;
    static Path createDirectory(Path path, java.nio.file.attribute.FileAttribute... attributes) throws IOException;
    static Path createDirectories(Path path, java.nio.file.attribute.FileAttribute... attributes) throws IOException;
    static Path createTempFile(String prefix, String suffix, java.nio.file.attribute.FileAttribute... attributes) throws IOException;
    static Path createTempDirectory(String prefix, java.nio.file.attribute.FileAttribute... attributes) throws IOException;
    static Path copy(Path source, Path target, CopyOption... options) throws IOException;
    static Path move(Path source, Path target, CopyOption... options) throws IOException;
}
