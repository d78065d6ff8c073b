package io.github.ipclint.frontend.c;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads files with the headers that they include; headers are read once for all files. Safe for use by several threads. */
final class SourceFiles {
    /**
     * A file that has been read.
     *
     * @param text macros replaced
     * @param unexpanded directives obeyed, macros as written
     * @param included the headers that it names itself, in order
     * @param includes paths of all headers, transitively
     */
    record SourceFile(ExpandedText text, String unexpanded, MacroTable macros, List<Header> included, Set<String> includes) {}

    private static final MacroTable SYSTEM = systemMacros();

    private final IncludeFolders folders;
    private final Set<String> reserved;
    private final Map<String, Header> headers = new ConcurrentHashMap<>();

    /** @param reserved names that are not replaced, whatever macros the project defines for them */
    SourceFiles(IncludeFolders folders, Set<String> reserved) {
        this.folders = folders;
        this.reserved = Set.copyOf(reserved);
    }

    private static MacroTable systemMacros() {
        MacroTable macros = new MacroTable();
        try (InputStream content = SourceFiles.class.getResourceAsStream("system-macros.h")) {
            if (content == null) {
                throw new IllegalStateException("system-macros.h is missing");
            }
            new Preprocessor(SourceText.of("system-macros.h", content.readAllBytes()), macros, (name, angled) -> {}).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return macros;
    }

    /** Reads a file and all headers that it includes. */
    SourceFile read(String path, byte[] content) {
        return read(path, content, new LinkedHashSet<>(Set.of(path)), new HashSet<>());
    }

    private SourceFile read(String path, byte[] content, Set<String> opened, Set<String> met) {
        MacroTable macros = new MacroTable(reserved);
        macros.include(SYSTEM);
        List<Header> included = new ArrayList<>();
        Set<String> includes = new LinkedHashSet<>();
        Preprocessor preprocessor = new Preprocessor(SourceText.of(path, content), macros, (name, angled) -> {
            String found = folders.resolve(path, name, angled);
            Header header = found == null ? null : header(found, opened, met);
            if (header != null) {
                macros.include(header.macros());
                included.add(header);
                includes.add(header.path());
                includes.addAll(header.includes());
            }
        });
        ExpandedText text = preprocessor.run();
        return new SourceFile(text, preprocessor.unexpanded(), macros, included, includes);
    }

    private @Nullable Header header(String path, Set<String> opened, Set<String> met) {
        Header known = headers.get(path);
        if (known != null) {
            return known;
        }
        if (opened.contains(path)) {
            met.add(path);
            return null;
        }
        byte[] content = folders.read(path);
        if (content == null) {
            return null;
        }
        opened.add(path);
        Set<String> metInside = new HashSet<>();
        Header header = declarations(path, read(path, content, opened, metInside));
        opened.remove(path);
        metInside.remove(path);
        if (metInside.isEmpty()) {
            headers.putIfAbsent(path, header);
        }
        met.addAll(metInside);
        return header;
    }

    private static Header declarations(String path, SourceFile file) {
        UnitLowering lowering = new UnitLowering(path, new Names());
        file.included().forEach(lowering::include);
        lowering.declare(Parsing.parse(file.text()).children());
        return new Header(path, file.macros(), lowering.names(), lowering.globals(), Set.copyOf(file.includes()), Set.copyOf(lowering.noreturn()));
    }
}
