package io.github.ipclint.frontend.c;

import io.github.treesitter.jtreesitter.NativeLibraryLookup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Finds the tree-sitter runtime and its C grammar, which the class path carries for five platforms. They are copied to a
 * temporary folder, because a system loader opens files only, and removed again when the JVM ends.
 */
public final class TreeSitterLibraries implements NativeLibraryLookup {
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
            Path folder = Files.createTempDirectory("ipclint");
            Path file = folder.resolve(name + extension());
            Files.copy(library, file);
            // In this order: what is registered last is deleted first.
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return SymbolLookup.libraryLookup(file, arena);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + resource, e);
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

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static boolean isMac() {
        return System.getProperty("os.name").startsWith("Mac");
    }
}
