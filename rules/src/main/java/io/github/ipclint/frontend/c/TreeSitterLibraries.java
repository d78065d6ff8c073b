package io.github.ipclint.frontend.c;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.treesitter.jtreesitter.NativeLibraryLookup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the tree-sitter runtime and its C grammar, which the class path carries for five platforms. A system loader opens files only: on
 * Linux they are copied to memory that has a file name, so that nothing is left of a JVM that is killed and no disk can be full; elsewhere
 * to a temporary folder, which is removed when the JVM ends.
 */
public final class TreeSitterLibraries implements NativeLibraryLookup {
    /** Closed when another program takes over the process. */
    private static final int MFD_CLOEXEC = 1;

    /** Called by the service loader. */
    public TreeSitterLibraries() {}

    @Override
    public SymbolLookup get(Arena arena) {
        return load("tree-sitter", arena);
    }

    /** Symbols of the C grammar. */
    static SymbolLookup grammar() {
        return load("tree-sitter-c", Arena.global());
    }

    private static SymbolLookup load(String name, Arena arena) {
        String resource = "/lib/" + platform() + "-" + name + extension();
        try (InputStream library = TreeSitterLibraries.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new UnsupportedOperationException("no C parser for this platform: " + resource + " is not on the class path");
            }
            byte[] content = library.readAllBytes();
            Optional<Path> inMemory = inMemory(name, content);
            // as a name, for the path of a file in memory would be resolved to something that nobody can open
            return inMemory.isPresent() ? SymbolLookup.libraryLookup(inMemory.get().toString(), arena)
                    : SymbolLookup.libraryLookup(inTemporaryFolder(name, content), arena);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + resource, e);
        }
    }

    private static Path inTemporaryFolder(String name, byte[] content) throws IOException {
        Path folder = Files.createTempDirectory("ipclint");
        Path file = folder.resolve(name + extension());
        // In this order: what is registered last is deleted first.
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        Files.write(file, content);
        return file;
    }

    /**
     * A file that only this process has, by memfd_create(2); empty where there is none. It stays open: the loader knows libraries by their
     * names, and the next one must have another.
     */
    private static Optional<Path> inMemory(String name, byte[] content) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> create = isLinux() ? linker.defaultLookup().find("memfd_create") : Optional.empty();
        if (create.isEmpty()) {
            return Optional.empty();
        }
        MethodHandle memfdCreate = linker.downcallHandle(create.get(), FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) memfdCreate.invokeExact(arena.allocateFrom(name), MFD_CLOEXEC);
            if (descriptor < 0) {
                return Optional.empty();
            }
            Path file = Path.of("/proc/self/fd", Integer.toString(descriptor));
            Files.write(file, content, StandardOpenOption.WRITE);
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("memfd_create", e);
        }
    }

    private static String platform() {
        String architecture =
                switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64", "x64" -> "x86_64";
                    case "aarch64", "arm64" -> "aarch64";
                    case String other -> other;
                };
        return architecture + "-" + (isWindows() ? "windows" : isMac() ? "macos" : "linux-gnu");
    }

    private static String extension() {
        return isWindows() ? ".dll" : isMac() ? ".dylib" : ".so";
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").equals("Linux");
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static boolean isMac() {
        return System.getProperty("os.name").startsWith("Mac");
    }
}
